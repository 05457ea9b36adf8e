/** The last session, noted apart from the log, so that home and the reminder need not read that. */
import type { LastSession } from '../core/schedule/rest-window.ts';
import { LAST_SESSION } from '../core/stored-names.ts';
import type { TextStore } from './text-store.ts';

export interface NotedSession extends LastSession {
  /** Its number in the log. */
  readonly seq: number;
}

/** False where it could not be stored (it is reported). Called when a session is logged, and again with its morning's answer. */
export function noteSession(store: TextStore, last: NotedSession): boolean {
  const { startedAtMs, zoneOffsetMin, morning, seq } = last;
  return store.save(LAST_SESSION, JSON.stringify([startedAtMs, zoneOffsetMin, morning, seq]));
}

/** Notes what the phone knows of a session, where the watch knows of none. */
export function noteIfNone(store: TextStore, startedAtMs: number, zoneOffsetMin: number): void {
  if (!store.load(LAST_SESSION)) store.save(LAST_SESSION, `[${startedAtMs},${zoneOffsetMin},null,0]`);
}

/** The newest noted session; null where there is none. */
export function lastSession(store: TextStore): NotedSession | null {
  const text = store.load(LAST_SESSION);
  if (text === '') return null;
  const [startedAtMs, zoneOffsetMin, morning, seq] = JSON.parse(text);
  return { startedAtMs, zoneOffsetMin, morning, seq };
}
