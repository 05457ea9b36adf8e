/**
 * The delivery state of one integration: which records it has, which are on their way, and when to try next. Every decision
 * about when to send is made here; requests and answers belong to the integration's sender.
 *
 * A record is marked `unknown` before its request leaves, so that a service that dies meanwhile leaves the doubt visible. It is
 * removed from the state once it is known to be there.
 */
import { fieldsOf, hasShape, isFields } from '../base/fields.ts';
import { checkedJson, checkedText } from '../sync/phone-keys.ts';
import { type NextOnly, skipRecord } from './due-records.ts';
import { MAX_PAUSE_MS, type SendResult } from './send-result.ts';
import { LATER_WHYS, WHY } from './why.ts';

/** A record that was taken from the log and is not known to have arrived. */
export interface UnderwayRecord {
  readonly install: number;
  readonly seq: number;
  /** `pending`: certainly not there. `unknown`: may be there. `failed`: set aside with its reason; holds nothing up. */
  readonly state: 'pending' | 'unknown' | 'failed';
  readonly tries: number;
  /** How many tries were answered with 409; left out if none. */
  readonly conflicts?: number;
  /** The record is not tried again before this instant, ms since 1970 UTC. */
  readonly dueAtMs: number;
  /** Why it has not arrived, for people; empty before the first try. */
  readonly why: string;
}

/** Record numbers from the first to the last. */
export type SeqRange = readonly [from: number, to: number];
/** By watch (hex). */
export type SeqsByWatch = Readonly<Record<string, readonly SeqRange[]>>;

/** Stored as JSON under these names, which therefore stay. */
export interface DeliveryState {
  /** By watch (hex): every record up to this seq has arrived, is under way, was skipped, or is in `gaps`. */
  readonly through: Readonly<Record<string, number>>;
  /** Numbers below whose records were not there to be sent, and may still come. null: an earlier version did not note them. */
  readonly gaps: SeqsByWatch | null;
  /** Records that were left out because of `nextOnly`. */
  readonly left: SeqsByWatch;
  readonly nextOnly: NextOnly | null;
  readonly underway: readonly UnderwayRecord[];
  /** How many records have arrived so far. */
  readonly delivered: number;
  /** After a rate limit: nothing is tried before this instant, ms since 1970 UTC. 0: no limit. */
  readonly restsUntilMs: number;
  /** Why nothing is tried until the wearer acts; empty if sending is allowed. */
  readonly barredWhy: string;
}

export const emptyDeliveryState: DeliveryState = {
  through: {},
  gaps: {},
  left: {},
  nextOnly: null,
  underway: [],
  delivered: 0,
  restsUntilMs: 0,
  barredWhy: '',
};

/** The wait after the first failed attempt; each further failure doubles it. */
const FIRST_WAIT_MS = 60_000;
/** The longest wait between two tries of one record. */
export const LONGEST_WAIT_MS = 6 * 3_600_000;
/** The shortest wait before a record that may be there is checked again. By then a request in flight has arrived. */
export const UNKNOWN_WAIT_MS = 10 * 60_000;
/** The wait before checking a record again that may succeed some day without the wearer's help. */
const LOOK_AGAIN_MS = 24 * 3_600_000;
/** At most this many records are being sent at a time, apart from those that block nothing. The others wait in the log. */
export const MAX_UNDERWAY = 50;
/** After this many failed tries a record is still tried, but no longer takes the place of another. */
const STUCK_TRIES = 5;
/** After this many answers of 409, the app believes that the receiver has the record. */
const CONFLICTS_BELIEVED = 3;

/** The wait after `tries` failed attempts, ms: 1, 2, 4, … minutes, at most `LONGEST_WAIT_MS`. */
export function backOffMs(tries: number): number {
  return Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** Math.max(0, tries - 1));
}

/** Whether the integration may be contacted now. */
export function canSendNow(state: DeliveryState, nowMs: number): boolean {
  return state.barredWhy === '' && msLeft(state.restsUntilMs, nowMs, MAX_PAUSE_MS) === 0;
}

/** The rest of a wait, ms. A wait that is longer than possible was started by a wrong clock and counts as over. */
function msLeft(untilMs: number, nowMs: number, longestMs: number): number {
  const leftMs = untilMs - nowMs;
  return leftMs > 0 && leftMs <= longestMs ? leftMs : 0;
}

/** Whether only the wearer can make the record go on. */
function waitsForWearer({ state, why }: UnderwayRecord): boolean {
  return state === 'failed' && !LATER_WHYS.some((later) => later === why);
}

/** How long a record still waits, ms. A record that was set aside is checked again after a day. */
function recordWaitMs({ state, dueAtMs }: UnderwayRecord, nowMs: number): number {
  return msLeft(dueAtMs, nowMs, state === 'failed' ? LOOK_AGAIN_MS : LONGEST_WAIT_MS);
}

/** Whether a record has been tried so often that others go before it. */
export function isStuck({ tries }: UnderwayRecord): boolean {
  return tries >= STUCK_TRIES;
}

/** The record under way that has been due longest, a stuck one after all others; null if none is due. */
export function nextDueRecord(state: DeliveryState, nowMs: number): UnderwayRecord | null {
  let longest: UnderwayRecord | null = null;
  for (const record of state.underway) {
    if (waitsForWearer(record) || recordWaitMs(record, nowMs) > 0) continue;
    if (longest === null || isBefore(record, longest)) longest = record;
  }
  return longest;
}

function isBefore(one: UnderwayRecord, other: UnderwayRecord): boolean {
  return isStuck(one) === isStuck(other) ? one.dueAtMs < other.dueAtMs : isStuck(other);
}

/**
 * The time from now until something is due again, ms; null if only the wearer or a new record brings more work. It is at
 * least a minute: a record that is due already was left because another attempt has just failed, and must not follow at once.
 */
export function msUntilNextTry(state: DeliveryState, nowMs: number): number | null {
  const waitsMs = state.underway
    .filter((record) => !waitsForWearer(record))
    .map((record) => recordWaitMs(record, nowMs));
  if (state.barredWhy !== '' || waitsMs.length === 0) return null;
  return Math.max(FIRST_WAIT_MS, Math.min(...waitsMs), msLeft(state.restsUntilMs, nowMs, MAX_PAUSE_MS));
}

/** Whether another record may be taken from the log. Records that were set aside or tried for long block nothing. */
export function hasRoom(state: DeliveryState): boolean {
  const held = state.underway.filter((record) => record.state !== 'failed' && !isStuck(record));
  return held.length < MAX_UNDERWAY;
}

/** Adds the next record of the log, due at once. */
export function addRecord(state: DeliveryState, install: number, seq: number, nowMs: number): DeliveryState {
  const record: UnderwayRecord = { install, seq, state: 'pending', tries: 0, dueAtMs: nowMs, why: '' };
  return { ...skipRecord(state, install, seq), underway: state.underway.concat([record]) };
}

/** To be stored just before the request leaves. From then on the record may be there. */
export function markSending(state: DeliveryState, record: UnderwayRecord, nowMs: number): DeliveryState {
  return replace(state, asUnknown(record, nowMs, WHY.yet));
}

/**
 * The state after an attempt.
 *
 * @param record as it was before the attempt. A record that this attempt certainly did not deliver may be there by an earlier
 *   one, so its `state` is kept.
 */
export function applyResult(
  state: DeliveryState,
  record: UnderwayRecord,
  result: SendResult,
  nowMs: number,
): DeliveryState {
  const tries = record.tries + 1;
  switch (result.kind) {
    case 'delivered': {
      const underway = state.underway.filter((one) => !isSame(one, record));
      return { ...state, underway, delivered: state.delivered + 1 };
    }
    case 'blocked': {
      const { why } = result;
      return { ...replace(state, { ...record, why, dueAtMs: nowMs }), barredWhy: why };
    }
    case 'refused':
      return replace(state, { ...record, state: 'failed', tries, why: result.why });
    case 'not-yet':
      return replace(state, {
        ...record,
        state: 'failed',
        tries,
        dueAtMs: nowMs + LOOK_AGAIN_MS,
        why: result.why,
      });
    case 'unanswered':
      return replace(state, asUnknown(record, nowMs, result.why));
    case 'conflict': {
      const conflicts = (record.conflicts ?? 0) + 1;
      const refused = { ...record, tries, conflicts };
      if (conflicts >= CONFLICTS_BELIEVED) {
        return replace(state, { ...refused, state: 'failed', why: WHY.there });
      }
      return replace(state, { ...refused, dueAtMs: nowMs + backOffMs(conflicts), why: result.why });
    }
    case 'retry':
    case 'rate-limited': {
      const waiting = replace(state, {
        ...record,
        tries,
        dueAtMs: nowMs + backOffMs(tries),
        why: result.why,
      });
      return result.kind === 'retry' ? waiting : { ...waiting, restsUntilMs: nowMs + result.waitMs };
    }
  }
}

/** The wearer has changed something or asked for another try: whatever failed or waits is due now, and every limit is lifted. */
export function retryAll(state: DeliveryState, nowMs: number): DeliveryState {
  const underway = state.underway.map((record): UnderwayRecord => {
    if (record.state === 'failed')
      return { ...record, state: 'pending', tries: 0, conflicts: 0, dueAtMs: nowMs };
    // A record that may be there keeps its wait, because a request in flight has to arrive before the next check.
    return record.state === 'unknown' ? record : { ...record, tries: 0, dueAtMs: nowMs };
  });
  return { ...state, underway, restsUntilMs: 0, barredWhy: '' };
}

/** Whether a record is still among those that were taken. */
export function isUnderway(state: DeliveryState, record: UnderwayRecord): boolean {
  return state.underway.some((one) => isSame(one, record));
}

/** The state as it is stored. */
export function deliveryStateText(state: DeliveryState): string {
  return checkedText(JSON.stringify(state));
}

/** The state in a stored text: the empty state if there is no text, null if the text is damaged. */
export function parseDeliveryState(text: string | null | undefined): DeliveryState | null {
  if (typeof text !== 'string' || text === '') return emptyDeliveryState;
  const data = checkedJson(text);
  if (!isDeliveryState(data)) return null;
  const { gaps, left, nextOnly, barredWhy, restsUntilMs } = data;
  return {
    ...emptyDeliveryState,
    ...data,
    barredWhy: typeof barredWhy === 'string' ? barredWhy : '',
    restsUntilMs: typeof restsUntilMs === 'number' ? restsUntilMs : 0,
    gaps: isSeqsByWatch(gaps) ? gaps : null,
    left: isSeqsByWatch(left) ? left : {},
    nextOnly: hasShape(nextOnly, { sinceMs: 0, newest: {} }) ? nextOnly : null,
  };
}

function isSeqsByWatch(data: unknown): data is SeqsByWatch {
  if (!isFields(data)) return false;
  return Object.keys(data).every((watch) => {
    const ranges = data[watch];
    return Array.isArray(ranges) && ranges.every((range) => hasShape(range, [0]) && range.length === 2);
  });
}

function isDeliveryState(data: unknown): data is DeliveryState {
  const { through, underway, delivered } = fieldsOf(data);
  const areUnderway = Array.isArray(underway) && underway.every(isUnderwayRecord);
  const areSeqs = isFields(through) && Object.keys(through).every((watch) => isSeq(through[watch]));
  return areSeqs && areUnderway && typeof delivered === 'number';
}

/** Whether it can be the number of a record, or 0. */
function isSeq(value: unknown): boolean {
  return typeof value === 'number' && value % 1 === 0 && value >= 0 && value < 2 ** 32;
}

function isUnderwayRecord(data: unknown): data is UnderwayRecord {
  const { install, seq, dueAtMs, state, tries, why } = fieldsOf(data);
  const areNumbers = [install, seq, dueAtMs, tries].every((value) => typeof value === 'number');
  return (
    areNumbers &&
    typeof why === 'string' &&
    (state === 'pending' || state === 'unknown' || state === 'failed')
  );
}

/** The record after one more attempt that may have delivered it. */
function asUnknown(record: UnderwayRecord, nowMs: number, why: string): UnderwayRecord {
  const tries = record.tries + 1;
  const dueAtMs = nowMs + Math.max(UNKNOWN_WAIT_MS, backOffMs(tries));
  return { ...record, state: 'unknown', tries, dueAtMs, why };
}

function replace(state: DeliveryState, record: UnderwayRecord): DeliveryState {
  return { ...state, underway: state.underway.map((one) => (isSame(one, record) ? record : one)) };
}

function isSame(one: UnderwayRecord, other: UnderwayRecord): boolean {
  return one.install === other.install && one.seq === other.seq;
}
