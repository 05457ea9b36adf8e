/** The answer to "pain now" on home before a session. It is stored until that session has a record. */
import { hasShape } from '../core/base/fields.ts';
import { PAIN_BEFORE } from '../core/stored-names.ts';
import { loadJson, type TextStore } from './text-store.ts';

/** An answer belongs to a session that starts less than this after it, ms; see `keepPainBeforeUntil`. */
const COUNTS_FOR_MS = 2 * 3_600_000;

/** The stored answer: 0 (none) to 10; null if there is none. */
export function painBefore(store: TextStore): number | null {
  return stored(store)[0];
}

/** The stored answer, if it belongs to a session that starts now (UTC ms); otherwise null. */
export function recentPainBefore(store: TextStore, nowMs: number): number | null {
  const [pain, saidAtMs, untilMs = saidAtMs + COUNTS_FOR_MS] = stored(store);
  return nowMs < untilMs ? pain : null;
}

export function savePainBefore(store: TextStore, pain: number, nowMs: number): void {
  store.save(PAIN_BEFORE, JSON.stringify([pain, nowMs]));
}

/** Keeps the answer for a session that starts before `untilMs` (UTC), because the session that it was given for was not logged. */
export function keepPainBeforeUntil(store: TextStore, untilMs: number): void {
  const [pain, saidAtMs] = stored(store);
  if (pain !== null) store.save(PAIN_BEFORE, JSON.stringify([pain, saidAtMs, untilMs]));
}

/** Deletes the answer, which is now in a record. */
export function clearPainBefore(store: TextStore): void {
  if (store.load(PAIN_BEFORE) !== '') store.save(PAIN_BEFORE, '');
}

/** Deletes an answer that is too old for a session that starts now (UTC ms). */
export function clearOldPainBefore(store: TextStore, nowMs: number): void {
  if (recentPainBefore(store, nowMs) === null) clearPainBefore(store);
}

function stored(store: TextStore): readonly [pain: number | null, saidAtMs: number, untilMs?: number] {
  return loadJson<[number, number, number?]>(store, PAIN_BEFORE, fitsAnswer) || [null, 0];
}

function fitsAnswer(data: unknown): boolean {
  if (!hasShape(data, [0])) return false;
  const [pain, saidAtMs] = data as readonly number[];
  return saidAtMs !== undefined && pain !== undefined && pain >= 0 && pain <= 10 && pain % 1 === 0;
}
