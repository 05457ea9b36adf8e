/** Cues that are still to come in the hold or position in hand. */
import type { CueName } from '../../../utils/core/cue/vocabulary.ts';

export interface Expected {
  readonly name: CueName;
  /** Uptime, ms. */
  readonly dueMs: number;
}

/** A cue that comes this much before its due time is not early: both times are whole ms. */
export const ROUNDING_MS = 1;

/** What a cue is felt as: a press asks the same as a check, so a hold may have two of these. */
export const feltAs = (cue: CueName): CueName => (cue === 'press' ? 'check' : cue);

/** The place of a cue that was played among those that are expected: of two alike, the later one once it is due; -1: none. */
export function placeOf(expected: readonly Expected[], cue: CueName, atMs: number): number {
  const first = expected.findIndex(({ name }) => name === cue);
  const due = expected.map(({ name, dueMs }) => name === cue && dueMs <= atMs + ROUNDING_MS);
  return cue === 'check' ? Math.max(first, due.lastIndexOf(true)) : first;
}
