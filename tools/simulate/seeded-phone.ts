/** The storage of a phone with sessions every third day, or closer where there are very many, whose ratings slowly fall. */
import { encodeRating, encodeSession } from '../../utils/core/log/encode.ts';
import { encodeFrame, type Frame, RATING, SESSION } from '../../utils/core/log/frame.ts';
import type { HoldRecord, RatingRecord, SessionRecord } from '../../utils/core/log/record.ts';
import type { Side } from '../../utils/core/routine/routine.ts';
import { blockKey, encodeBlock } from '../../utils/core/sync/frame-block.ts';
import { plainHold, plainPlan, plainRecord } from '../shared/plain-record.ts';

const WATCH = 0x5eed;
const DAY_MS = 86_400_000;
/** An earlier session would count for nothing (`isPossibleStart`): 2024-01-02, UTC ms. */
const EARLIEST_MS = 1_704_153_600_000;

/** A session with what its wearer said about it later. */
export interface RatedSession {
  readonly record: SessionRecord;
  readonly rating: Omit<RatingRecord, 'of'> | null;
}

/** @param lastAtMs start of the newest session, UTC ms */
export function usedPhone(sessions: number, lastAtMs: number): Readonly<Record<string, string>> {
  const gapS = Math.floor(Math.min(3 * DAY_MS, (lastAtMs - EARLIEST_MS) / sessions) / 1000);
  const rated = Array.from({ length: sessions }, (_, at): RatedSession => {
    const startedAtMs = Math.floor(lastAtMs / 1000) * 1000 - (sessions - 1 - at) * gapS * 1000;
    const morning = at % 5 === 3 ? 'same' : 'better';
    return {
      record: sessionOf(at, sessions, startedAtMs),
      rating: { kind: 'rating', atMs: startedAtMs + DAY_MS / 2, morning },
    };
  });
  return storedSessions(rated);
}

/** The blocks of a phone that has these sessions, in order, oldest first. */
export function storedSessions(sessions: readonly RatedSession[]): Readonly<Record<string, string>> {
  const blocks = new Map<string, Frame[]>();
  const put = (frame: Frame): void => {
    const key = blockKey(WATCH, frame.seq);
    blocks.set(key, [...(blocks.get(key) ?? []), frame]);
  };
  let seq = 1;
  for (const { record, rating } of sessions) {
    const of = seq++;
    put(encodeFrame(SESSION, of, encodeSession(record)));
    if (rating !== null) put(encodeFrame(RATING, seq++, encodeRating({ ...rating, of })));
  }
  return Object.fromEntries(Array.from(blocks, ([key, frames]) => [key, encodeBlock(frames)]));
}

function sessionOf(at: number, sessions: number, startedAtMs: number): SessionRecord {
  const left = Math.round((5 * (sessions - at)) / sessions);
  return {
    ...plainRecord,
    startedAtMs,
    durationS: 552 + (at % 4) * 7,
    planned: [plainPlan, { ...plainPlan, step: 'release-back' }],
    holds: ['release-iliacus', 'release-back'].flatMap((step) =>
      (['left', 'right'] as const).map((side) => holdOf(step, side, at)),
    ),
    protection: { standby: true, alarm: true, screen: true },
    painBefore: Math.min(10, left + (at % 3)),
    painAfter: Math.max(0, left - 1 + (at % 2)),
    contact: Math.min(10, left + 2 + (at % 2)),
  };
}

function holdOf(step: string, side: Side, at: number): HoldRecord {
  const hold = { ...plainHold, step, side, positionedS: side === 'left' ? 30 : 25 };
  if (at % 4 === 1 && side === 'right') return { ...hold, seconds: 64, outcome: 'let-go' };
  return { ...hold, lateMs: at % 7 === 0 && side === 'left' ? 900 : 0 };
}
