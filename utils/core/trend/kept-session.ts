/**
 * A session as the phone knows it: its record and what was answered about it later. Owns how a frame is read and how
 * ratings join their session; never where frames are kept.
 */
import { decodeRecord } from '../log/codec.ts';
import type { Frame } from '../log/frame.ts';
import type { SessionRecord } from '../log/record.ts';

/** How the wearer felt on the morning after. */
export type Morning = 'worse' | 'same' | 'better';

export interface Ratings {
  /** 0 none to 10 worst; null: not answered. */
  readonly painBefore: number | null;
  readonly painAfter: number | null;
  /** How sore it was when first lain on, 0 to 10. */
  readonly contact: number | null;
  readonly morning: Morning | null;
}

export interface KeptSession extends Ratings {
  /** The watch that wrote it, and its number there. */
  readonly install: number;
  readonly seq: number;
  readonly record: SessionRecord;
}

/** A later answer; a field that it does not have stays as it was. */
export interface LaterRating extends Partial<Ratings> {
  /** The seq of the session that it speaks of. */
  readonly of: number;
}

export type KeptRecord =
  | { readonly kind: 'session'; readonly record: SessionRecord; readonly ratings: Ratings }
  | { readonly kind: 'rating'; readonly rating: LaterRating }
  | { readonly kind: 'void' }
  | { readonly kind: 'unreadable'; readonly why: string };

/** The schema of a frame that stands for a damaged record (see the journal). */
const VOID_SCHEMA = 255;

/** What a frame says. Never throws. */
export function readFrame(frame: Frame): KeptRecord {
  if (frame.schema === VOID_SCHEMA) return { kind: 'void' };
  const decoded = decodeRecord(frame);
  if (!decoded.ok) return { kind: 'unreadable', why: decoded.failure.what };
  const answers = decoded.value as SessionRecord & Partial<Ratings>;
  return {
    kind: 'session',
    record: decoded.value,
    ratings: {
      painBefore: answers.painBefore ?? null,
      painAfter: answers.painAfter ?? null,
      contact: answers.contact ?? null,
      morning: null,
    },
  };
}

/** The session with later answers put in, in the order they were given: the latest answer to a question stands. */
export function withRatings(session: KeptSession, ratings: readonly LaterRating[]): KeptSession {
  let rated = session;
  for (const { of: _, ...answers } of ratings) rated = { ...rated, ...answers };
  return rated;
}
