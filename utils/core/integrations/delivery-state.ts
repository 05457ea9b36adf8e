/**
 * An outlet: a place outside the phone that takes finished sessions. Owns what is remembered of each record on its way
 * there and every decision about when to try; never a request or an answer, which are its carrier's.
 *
 * A record is marked `unknown` before its request leaves, so that a service that dies under way leaves it visible, and
 * is let go of once it is known to be there.
 */

export const OUTLETS = ['webhook', 'intervals'] as const;
export type OutletId = (typeof OUTLETS)[number];

/** What an attempt came to. */
export type Delivery =
  /** It is there now, or was already. */
  | { readonly came: 'delivered' }
  /** It is certainly not there; to be tried again, no sooner than `waitMs` where the place has said so. */
  | { readonly came: 'later'; readonly why: string; readonly waitMs?: number }
  /** The place has said that nobody may send for so long. */
  | { readonly came: 'resting'; readonly why: string; readonly waitMs: number }
  /** It will not be taken as it is. */
  | { readonly came: 'refused'; readonly why: string }
  /** Nothing will be taken until the wearer has changed the address or the key. */
  | { readonly came: 'barred'; readonly why: string }
  /** The request left and no answer came: it may be there. */
  | { readonly came: 'unanswered'; readonly why: string };

/** A record that is on its way and not known to be there. */
export interface Underway {
  readonly install: number;
  readonly seq: number;
  /** Certainly not there · may be there · will not be taken. */
  readonly state: 'pending' | 'unknown' | 'failed';
  readonly tries: number;
  /** Not tried again before this instant, ms since 1970. */
  readonly dueAtMs: number;
  readonly why: string;
}

/** What an outlet remembers: by watch in hex, every record up to `through` has come there or is under way. */
export interface OutletLedger {
  readonly through: Readonly<Record<string, number>>;
  readonly underway: readonly Underway[];
  /** Records that came there, ever. */
  readonly delivered: number;
  /** Nothing is tried before this instant, ms since 1970. */
  readonly restsUntilMs: number;
  /** Why nothing is tried until the wearer acts; empty where it is. */
  readonly barredWhy: string;
}

export const emptyLedger: OutletLedger = {
  through: {},
  underway: [],
  delivered: 0,
  restsUntilMs: 0,
  barredWhy: '',
};

/** First wait after an attempt that did not come through; doubled by each further one. */
const FIRST_WAIT_MS = 60_000;
/** Longest wait between two tries of one record. */
export const LONGEST_WAIT_MS = 6 * 3_600_000;
/** Wait before a record that may be there is looked at again: what is still in flight has landed by then. */
export const UNKNOWN_WAIT_MS = 10 * 60_000;
/** Records under way at most, which bounds the ledger; the others wait behind the watermark. */
export const MOST_UNDERWAY = 50;

/** The wait after `tries` tries that did not come through, ms. */
export function backOffMs(tries: number): number {
  return Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** Math.max(0, tries - 1));
}

/** Whether anything may be tried now. */
export function mayTry(ledger: OutletLedger, nowMs: number): boolean {
  return ledger.barredWhy === '' && nowMs >= ledger.restsUntilMs;
}

/** Of the records under way, the one that has been due longest; null where none is due. */
export function dueRecord(ledger: OutletLedger, nowMs: number): Underway | null {
  let longest: Underway | null = null;
  for (const record of ledger.underway) {
    if (record.state === 'failed' || record.dueAtMs > nowMs) continue;
    if (longest === null || record.dueAtMs < longest.dueAtMs) longest = record;
  }
  return longest;
}

/**
 * How long to wait from now until something can be tried again, ms: at least a minute, so that what is due already but was
 * left because another attempt failed does not come at once. Null where only the wearer or a new record brings more.
 */
export function nextTryInMs(ledger: OutletLedger, nowMs: number): number | null {
  const dues = ledger.underway.filter(({ state }) => state !== 'failed').map(({ dueAtMs }) => dueAtMs);
  if (ledger.barredWhy !== '' || dues.length === 0) return null;
  return Math.max(FIRST_WAIT_MS, Math.max(Math.min(...dues), ledger.restsUntilMs) - nowMs);
}

/** Whether a new record may be taken up. */
export function hasRoom(ledger: OutletLedger): boolean {
  return ledger.underway.length < MOST_UNDERWAY;
}

/** The highest seq of a watch that has been taken up. */
export function takenThrough(ledger: OutletLedger, install: number): number {
  return ledger.through[install.toString(16)] ?? 0;
}

/** A new record, about to be sent. */
export function takenUp(ledger: OutletLedger, install: number, seq: number, nowMs: number): OutletLedger {
  const record: Underway = { install, seq, state: 'pending', tries: 0, dueAtMs: nowMs, why: '' };
  return { ...passed(ledger, install, seq), underway: ledger.underway.concat([record]) };
}

/** A record that is none to send (a damaged one): the watermark moves past it. */
export function passed(ledger: OutletLedger, install: number, seq: number): OutletLedger {
  return { ...ledger, through: { ...ledger.through, [install.toString(16)]: seq } };
}

/** Just before the request leaves: from here on the record may be there. */
export function sending(ledger: OutletLedger, record: Underway, nowMs: number): OutletLedger {
  const tries = record.tries + 1;
  const dueAtMs = nowMs + Math.max(UNKNOWN_WAIT_MS, backOffMs(tries));
  return replaced(ledger, { ...record, state: 'unknown', tries, dueAtMs, why: 'no answer yet' });
}

/**
 * The ledger after an attempt.
 * @param record as it was before the attempt: what is certainly not there by this attempt may be there by an earlier one
 */
export function settled(
  ledger: OutletLedger,
  record: Underway,
  delivery: Delivery,
  nowMs: number,
): OutletLedger {
  const tries = record.tries + 1;
  const { came } = delivery;
  if (came === 'delivered') {
    const underway = ledger.underway.filter((one) => !isSame(one, record));
    return { ...ledger, underway, delivered: ledger.delivered + 1 };
  }
  const { why } = delivery;
  if (came === 'barred') return { ...replaced(ledger, { ...record, why, dueAtMs: nowMs }), barredWhy: why };
  if (came === 'refused') return replaced(ledger, { ...record, state: 'failed', tries, why });
  if (came === 'unanswered') {
    const dueAtMs = nowMs + Math.max(UNKNOWN_WAIT_MS, backOffMs(tries));
    return replaced(ledger, { ...record, state: 'unknown', tries, dueAtMs, why });
  }
  const dueAtMs = nowMs + Math.max(delivery.waitMs ?? 0, backOffMs(tries));
  const waiting = replaced(ledger, { ...record, tries, dueAtMs, why });
  return came === 'resting' ? { ...waiting, restsUntilMs: nowMs + delivery.waitMs } : waiting;
}

/** The wearer has changed something or asks for another try: what failed is due again, and so is all that waits. */
export function retried(ledger: OutletLedger, nowMs: number): OutletLedger {
  const underway = ledger.underway.map((record): Underway => {
    if (record.state === 'failed') return { ...record, state: 'pending', tries: 0, dueAtMs: nowMs };
    // A record that may be there keeps its wait, so that it is looked at when what was in flight has landed.
    return record.state === 'unknown' ? record : { ...record, tries: 0, dueAtMs: nowMs };
  });
  return { ...ledger, underway, restsUntilMs: 0, barredWhy: '' };
}

/** The ledger in a stored text; an empty one where there is none, null where the text is damaged. */
export function parseLedger(text: string | null | undefined): OutletLedger | null {
  if (typeof text !== 'string' || text === '') return emptyLedger;
  try {
    const data: unknown = JSON.parse(text);
    return isLedger(data) ? Object.assign({}, emptyLedger, data) : null;
  } catch {
    return null;
  }
}

function isLedger(data: unknown): data is OutletLedger {
  if (typeof data !== 'object' || data === null) return false;
  const { through, underway, delivered } = data as Readonly<Record<string, unknown>>;
  const isThrough = typeof through === 'object' && through !== null;
  return isThrough && Array.isArray(underway) && underway.every(isUnderway) && typeof delivered === 'number';
}

function isUnderway(data: unknown): data is Underway {
  if (typeof data !== 'object' || data === null) return false;
  const { install, seq, dueAtMs, state, tries } = data as Readonly<Record<string, unknown>>;
  const areNumbers = [install, seq, dueAtMs, tries].every((value) => typeof value === 'number');
  return areNumbers && (state === 'pending' || state === 'unknown' || state === 'failed');
}

function replaced(ledger: OutletLedger, record: Underway): OutletLedger {
  return { ...ledger, underway: ledger.underway.map((one) => (isSame(one, record) ? record : one)) };
}

function isSame(one: Underway, other: Underway): boolean {
  return one.install === other.install && one.seq === other.seq;
}

/** Names a record towards people and places: the same for ever, on every phone. */
export function recordKey(install: number, seq: number): string {
  return `${install.toString(16)}:${seq}`;
}
