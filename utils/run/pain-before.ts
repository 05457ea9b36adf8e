/** "Pain now", said on home before a session: it waits in storage for the record of that session. */
import { PAIN_BEFORE } from '../core/stored-names.ts';
import type { TextStore } from './text-store.ts';

/** An answer is about a session that starts less than this after it, ms. */
const COUNTS_FOR_MS = 2 * 3_600_000;

/** The stored answer: 0 (none) to 10; null where there is none. */
export function painBefore(store: TextStore): number | null {
  return stored(store)[0];
}

/** The stored answer, where it is about a session that starts now (UTC ms); else null. */
export function recentPainBefore(store: TextStore, nowMs: number): number | null {
  const [pain, saidAtMs] = stored(store);
  return nowMs - saidAtMs < COUNTS_FOR_MS ? pain : null;
}

export function savePainBefore(store: TextStore, pain: number, nowMs: number): void {
  store.save(PAIN_BEFORE, JSON.stringify([pain, nowMs]));
}

/** Forgets the answer, which is in a record by now. */
export function clearPainBefore(store: TextStore): void {
  if (store.load(PAIN_BEFORE) !== '') store.save(PAIN_BEFORE, '');
}

/** Forgets an answer that is too old to be about a session that starts now (UTC ms). */
export function clearOldPainBefore(store: TextStore, nowMs: number): void {
  if (recentPainBefore(store, nowMs) === null) clearPainBefore(store);
}

function stored(store: TextStore): readonly [pain: number | null, saidAtMs: number] {
  const text = store.load(PAIN_BEFORE);
  return text === '' ? [null, 0] : JSON.parse(text);
}
