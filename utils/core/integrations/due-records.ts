/**
 * Which records of the log an integration has not received yet. This is tracked by number, because records come in any order: an
 * import after the sessions that followed, a record whose line was damaged, one that was stored as lost.
 */
import { isPossibleNow, isPossibleStart } from '../schedule/possible-start.ts';
import type { DeliveryState, SeqRange, SeqsByWatch } from './delivery-state.ts';

/** The wearer wants records from the next one on. */
export interface NextOnly {
  /** When that was asked for, ms since 1970 UTC. */
  readonly sinceMs: number;
  /** By watch (hex): the newest record that the phone had then. */
  readonly newest: Readonly<Record<string, number>>;
}

/** The highest seq of a watch that has been dealt with; 0 for none. */
export function highestTaken(state: DeliveryState, install: number): number {
  return state.through[install.toString(16)] ?? 0;
}

/** Whether a record of these numbers may still be due. */
export function isAnyDue(state: DeliveryState, install: number, from: number, to: number): boolean {
  return to > highestTaken(state, install) || gapsOf(state, install).some(([a, b]) => a <= to && from <= b);
}

/** Moves past a record that this integration does not get, or that is now being sent. */
export function skipRecord(state: DeliveryState, install: number, seq: number): DeliveryState {
  const gone = goneThrough(state, install, seq);
  const gaps = gapsOf(gone, install).flatMap(([from, to]): SeqRange[] => {
    if (seq < from || seq > to) return [[from, to]];
    const parts: SeqRange[] = [
      [from, seq - 1],
      [seq + 1, to],
    ];
    return parts.filter(([first, last]) => first <= last);
  });
  return { ...gone, gaps: { ...gone.gaps, [install.toString(16)]: gaps } };
}

/** Moves up to `seq` and notes every number on the way, including `seq`, as one whose record may still come. */
export function goneThrough(state: DeliveryState, install: number, seq: number): DeliveryState {
  const highest = highestTaken(state, install);
  if (seq <= highest) return state;
  const watch = install.toString(16);
  const gaps = [...gapsOf(state, install), [highest + 1, seq] as const];
  return { ...state, through: { ...state.through, [watch]: seq }, gaps: { ...state.gaps, [watch]: gaps } };
}

/** Moves past a record that the wearer did not ask for, and notes that. */
export function leaveOut(state: DeliveryState, install: number, seq: number): DeliveryState {
  const watch = install.toString(16);
  const left = [...(state.left[watch] ?? [])];
  const last = left[left.length - 1];
  if (last !== undefined && last[1] === seq - 1) left[left.length - 1] = [last[0], seq];
  else left.push([seq, seq]);
  return { ...skipRecord(state, install, seq), left: { ...state.left, [watch]: left } };
}

/** How many records were left out because the wearer wanted only the next ones. */
export function leftOut({ left }: DeliveryState): number {
  const ranges = Object.keys(left).flatMap((watch) => left[watch] ?? []);
  return ranges.reduce((count, [from, to]) => count + to - from + 1, 0);
}

/** The wearer wants the earlier records too, so the omitted ones are due. */
export function withEarlier(state: DeliveryState): DeliveryState {
  const gaps: Record<string, readonly SeqRange[]> = { ...state.gaps };
  for (const watch of Object.keys(state.left))
    gaps[watch] = [...(gaps[watch] ?? []), ...(state.left[watch] ?? [])];
  return { ...state, gaps, left: {}, nextOnly: null };
}

/**
 * Whether a record is an earlier one than the wearer wants. The number decides where the phone knew the watch, because a clock
 * may have been wrong; of another watch the time does, where it can be right.
 *
 * @param atMs when the record was made; null if that cannot be read
 */
export function isEarlier(
  { nextOnly }: DeliveryState,
  install: number,
  seq: number,
  atMs: number | null,
): boolean {
  if (nextOnly === null) return false;
  const newest = nextOnly.newest[install.toString(16)];
  if (newest !== undefined) return seq <= newest;
  return atMs !== null && isPossibleStart(atMs, nextOnly.sinceMs) && atMs < nextOnly.sinceMs;
}

/**
 * The state with the time of "from the next session" put right, if a clock was wrong when the wearer asked for that: else every session
 * of a new watch would count as an earlier one for years.
 */
export function withPossibleSince(state: DeliveryState, nowMs: number): DeliveryState {
  const { nextOnly } = state;
  if (nextOnly === null || !isPossibleNow(nowMs) || isPossibleStart(nextOnly.sinceMs, nowMs)) return state;
  return { ...state, nextOnly: { ...nextOnly, sinceMs: nowMs } };
}

/**
 * The gaps of a state that an earlier version has stored, which took every number up to the highest as dealt with: those whose
 * records the phone does not have can only come from now on.
 *
 * @param stored the numbers that the phone has of each watch (hex)
 */
export function gapsBetween(
  through: DeliveryState['through'],
  stored: Readonly<Record<string, readonly number[]>>,
): SeqsByWatch {
  const gaps: Record<string, readonly SeqRange[]> = {};
  for (const watch of Object.keys(through)) {
    const end = (through[watch] ?? 0) + 1;
    const seqs = (stored[watch] ?? []).filter((seq) => seq < end).sort((one, other) => one - other);
    gaps[watch] = [...seqs, end].flatMap((seq, at): SeqRange[] => {
      const from = (seqs[at - 1] ?? 0) + 1;
      return from < seq ? [[from, seq - 1]] : [];
    });
  }
  return gaps;
}

function gapsOf({ gaps }: DeliveryState, install: number): readonly SeqRange[] {
  return gaps?.[install.toString(16)] ?? [];
}
