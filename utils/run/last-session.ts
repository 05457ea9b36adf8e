/** A note of the last session beside the log, so that home and the reminder need not read the log. */
import type { LastSession } from '../core/schedule/rest-window.ts';
import { LAST_SESSION, STAGE_FROM_PHONE } from '../core/stored-names.ts';
import type { Holdings } from '../core/sync/watch-messages.ts';
import type { TextStore } from './text-store.ts';

export interface NotedSession extends LastSession {
  /** The number of its record in the log; 0 for a session that only the phone knows. */
  readonly seq: number;
}

/**
 * Notes a session: when it is logged, and again with the answer of the next morning.
 *
 * @returns false where it could not be stored, which is reported
 */
export function noteSession(store: TextStore, last: NotedSession): boolean {
  const { startedAtMs, zoneOffsetMin, morning, seq } = last;
  return store.save(LAST_SESSION, JSON.stringify([startedAtMs, zoneOffsetMin, morning, seq]));
}

/**
 * Notes the last session that the phone knows of, where the watch knows of none, and puts that session's stage in line to
 * become the wearer's.
 */
export function noteIfNone(
  store: TextStore,
  { lastSessionS, lastStageCode }: Pick<Holdings, 'lastSessionS' | 'lastStageCode'>,
  zoneOffsetMin: number,
): void {
  if (store.load(LAST_SESSION)) return;
  // The stage first: it is not put in line again once the session has been noted.
  store.save(STAGE_FROM_PHONE, String(lastStageCode));
  store.save(LAST_SESSION, `[${lastSessionS * 1000},${zoneOffsetMin},null,0]`);
}

/** The noted session; null where there is none. */
export function lastSession(store: TextStore): NotedSession | null {
  const text = store.load(LAST_SESSION);
  if (text === '') return null;
  const [startedAtMs, zoneOffsetMin, morning, seq] = JSON.parse(text);
  return { startedAtMs, zoneOffsetMin, morning, seq };
}
