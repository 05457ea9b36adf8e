/** A note of the last sessions, stored beside the log so that home and the reminder need not read the log. */
import { hasShape } from '../core/base/fields.ts';
import { MORNINGS } from '../core/log/codes.ts';
import { isPossibleNow, isPossibleStart } from '../core/schedule/possible-start.ts';
import type { LastSession } from '../core/schedule/rest-window.ts';
import { LAST_SESSION, STAGE_FROM_PHONE } from '../core/stored-names.ts';
import type { Holdings } from '../core/sync/watch-messages.ts';
import { loadJson, type TextStore } from './text-store.ts';

export interface NotedSession extends LastSession {
  /** The number of its record in the log; 0 for a session that only the phone knows. */
  readonly seq: number;
  /** Its routine; left out if unknown, as in a note of version 0.1.0. Such a session counts for every routine. */
  readonly routine?: string | undefined;
  /** The wearer has skipped the question about its morning. */
  readonly isMorningSkipped?: boolean;
}

/** How many sessions of a routine are noted: if a wrong clock has dated the newest, the one before it counts. */
const NOTED_A_ROUTINE = 2;

/**
 * As it is stored: start, time zone, the morning's answer, number, whether its question was skipped, routine. Version 0.1.0
 * stored only one session, without the last two fields.
 */
type Stored = [number, number, LastSession['morning'], number, 0 | 1, string];

/**
 * Notes a session: when it is logged, and again when the next morning's question is answered or skipped.
 *
 * @returns false if it could not be stored, which is reported
 */
export function noteSession(store: TextStore, session: NotedSession): boolean {
  const isSame = ({ seq, startedAtMs }: NotedSession): boolean =>
    seq === session.seq && startedAtMs === session.startedAtMs;
  const before = notedSessions(store);
  const all = before.some(isSame) ? before.map((one) => (isSame(one) ? session : one)) : [session, ...before];
  const kept = all.filter(
    (one, at) => all.slice(0, at).filter(({ routine }) => routine === one.routine).length < NOTED_A_ROUTINE,
  );
  return store.save(LAST_SESSION, JSON.stringify(kept.map(toStored)));
}

/**
 * If the watch knows of no session, notes the last one that the phone knows, and queues its stage as the wearer's.
 */
export function noteIfNone(
  store: TextStore,
  {
    lastSessionS,
    lastStageCode,
    lastRoutine,
  }: Pick<Holdings, 'lastSessionS' | 'lastStageCode' | 'lastRoutine'>,
  zoneOffsetMin: number,
): void {
  if (store.load(LAST_SESSION)) return;
  // The stage first, because it is not queued again once the session has been noted.
  store.save(STAGE_FROM_PHONE, String(lastStageCode));
  noteSession(store, {
    startedAtMs: lastSessionS * 1000,
    zoneOffsetMin,
    morning: null,
    seq: 0,
    routine: lastRoutine,
  });
}

/**
 * The newest noted session that counts; null if there is none.
 *
 * @param nowMs UTC. A session after this time does not count, and none counts while the clock itself is impossible
 * @param routine only sessions of this routine count; if left out, all sessions count
 */
export function lastSession(
  store: TextStore,
  nowMs = Number.POSITIVE_INFINITY,
  routine?: string,
): NotedSession | null {
  const counts = (session: NotedSession): boolean =>
    (!routine || !session.routine || session.routine === routine) &&
    isPossibleStart(session.startedAtMs, nowMs);
  return (isPossibleNow(nowMs) && notedSessions(store).find(counts)) || null;
}

/** All noted sessions, the one that was noted last first. */
function notedSessions(store: TextStore): readonly NotedSession[] {
  const stored = loadJson<Stored | Stored[]>(store, LAST_SESSION, fitsNote);
  if (stored === null) return [];
  return (Array.isArray(stored[0]) ? (stored as Stored[]) : [stored as Stored]).map(fromStored);
}

function fitsNote(data: unknown): boolean {
  if (!Array.isArray(data)) return false;
  if (Array.isArray(data[0])) return data.every(fitsNote);
  const [startedAtMs, zoneOffsetMin, morning, seq] = data;
  const isAnswer = morning === null || MORNINGS.indexOf(morning) >= 0;
  return isAnswer && hasShape([startedAtMs, zoneOffsetMin], [0]) && seq >>> 0 === seq;
}

/** The highest number that a noted session has in the log; 0 if none has. */
export function highestNotedSeq(store: TextStore): number {
  return Math.max(0, ...notedSessions(store).map(({ seq }) => seq));
}

function toStored(session: NotedSession): Stored {
  const { startedAtMs, zoneOffsetMin, morning, seq, isMorningSkipped, routine = '' } = session;
  return [startedAtMs, zoneOffsetMin, morning, seq, isMorningSkipped ? 1 : 0, routine];
}

function fromStored([startedAtMs, zoneOffsetMin, morning, seq, skipped, routine = '']: Stored): NotedSession {
  return { startedAtMs, zoneOffsetMin, morning, seq, routine, isMorningSkipped: skipped === 1 };
}

/** Whether the question about the session's morning has neither been answered nor skipped. Without a record it is not asked. */
export function isMorningOpen({ morning, seq, isMorningSkipped }: NotedSession): boolean {
  return seq > 0 && morning === null && !isMorningSkipped;
}
