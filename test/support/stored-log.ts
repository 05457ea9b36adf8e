/** A phone's storage with records in it, for tests. */

import { plainRecord } from '../../tools/shared/plain-record.ts';
import { encodeRating, encodeSession } from '../../utils/core/log/encode.ts';
import { encodeFrame, type Frame, RATING, SESSION } from '../../utils/core/log/frame.ts';
import type { RatingRecord, SessionRecord } from '../../utils/core/log/record.ts';
import { blockKey, encodeBlock } from '../../utils/core/sync/frame-block.ts';
import type { StoredSession, StoredTexts } from '../../utils/core/trend/stored-log.ts';
import { createMemoryTexts, type MemoryTexts } from './memory-texts.ts';

export const WATCH = 0xbeef;
export const OTHER_WATCH = 0xcafe;
export const DAY_MS = 86_400_000;

export function sessionFrame(seq: number, over: Partial<SessionRecord> = {}): Frame {
  const startedAtMs = plainRecord.startedAtMs + seq * DAY_MS;
  return encodeFrame(SESSION, seq, encodeSession({ ...plainRecord, startedAtMs, ...over }));
}

export function ratingFrame(seq: number, of: number, answers: Partial<RatingRecord>): Frame {
  const atMs = plainRecord.startedAtMs + seq * DAY_MS;
  return encodeFrame(RATING, seq, encodeRating({ kind: 'rating', of, atMs, ...answers }));
}

/** A session each third day, the newest yesterday, each with its pain before and after, and soreness on contact. */
export function ratedFrames(
  nowMs: number,
  ratings: readonly (readonly [before: number | null, after: number | null, contact: number | null])[],
): readonly Frame[] {
  return ratings.map(([painBefore, painAfter, contact], at) => {
    const startedAtMs = nowMs - DAY_MS * (1 + 3 * (ratings.length - 1 - at));
    return sessionFrame(at + 1, { startedAtMs, painBefore, painAfter, contact });
  });
}

/** Storage that holds these frames of one watch. */
export function textsWith(
  frames: readonly Frame[],
  install = WATCH,
  texts = createMemoryTexts(),
): MemoryTexts {
  const blocks = new Map<string, Frame[]>();
  for (const frame of frames) {
    const key = blockKey(install, frame.seq);
    const block = blocks.get(key);
    if (block === undefined) blocks.set(key, [frame]);
    else block.push(frame);
  }
  for (const [key, block] of blocks) texts.setItem(key, encodeBlock(block));
  return texts;
}

/** The storage as the page sees it. `reads` counts the keys that the page has read. */
export function storedTexts(texts: MemoryTexts): StoredTexts & { readonly reads: readonly string[] } {
  const reads: string[] = [];
  return {
    keys: Array.from(texts.values.keys()),
    reads,
    read(key) {
      reads.push(key);
      return texts.getItem(key);
    },
  };
}

/** A session with these ratings and seq 1. Days count backwards, because sessions are listed newest first. */
export function ratedSession(over: Partial<StoredSession> = {}): StoredSession {
  const { painBefore, painAfter, contact } = plainRecord;
  return {
    install: WATCH,
    seq: 1,
    record: plainRecord,
    painBefore,
    painAfter,
    contact,
    contactLeft: null,
    contactRight: null,
    morning: null,
    ...over,
  };
}
