/** The result of an attempt to send a record, and how the status of an HTTP answer decides it for every integration. */
import type { HttpAnswer } from './http.ts';
import { type LaterWhy, statusWhy, WHY } from './why.ts';

export type SendResult =
  /** The record is there, by this attempt or an earlier one. */
  | { readonly kind: 'delivered' }
  /** The record is certainly not there; try again. */
  | { readonly kind: 'retry'; readonly why: string }
  /** The receiver says that it has such a record, or soon will: try a few more times, then believe it. */
  | { readonly kind: 'conflict'; readonly why: string }
  /** The receiver accepts no requests for `waitMs`. */
  | { readonly kind: 'rate-limited'; readonly why: string; readonly waitMs: number }
  /** The receiver does not accept this record as it is. */
  | { readonly kind: 'refused'; readonly why: string }
  /** The record cannot be sent as it is, but may be later without anybody's help: check again after a day. */
  | { readonly kind: 'not-yet'; readonly why: LaterWhy }
  /** The receiver accepts nothing until the wearer has changed the address or the key. */
  | { readonly kind: 'blocked'; readonly why: string }
  /** The request left and no usable answer came: the record may be there. */
  | { readonly kind: 'unanswered'; readonly why: string };

/** The pause after a 429 without a time. */
const DEFAULT_PAUSE_MS = 60_000;
/** The longest pause that a receiver may ask for. */
export const MAX_PAUSE_MS = 24 * 3_600_000;

/** Statuses that say that the address or the key is wrong. */
const BLOCKING_STATUSES: readonly number[] = [401, 403, 404, 405, 410];

/**
 * What an answer to a write means. RFC 9110 section 15 defines the statuses, RFC 6585 defines 429.
 *
 * @param nowMs the present, ms since 1970 UTC
 * @param parseDateMs gives the instant that an HTTP date names, in ms since 1970 UTC, or NaN for any other text
 */
export function resultOfWrite(
  answer: HttpAnswer,
  nowMs: number,
  parseDateMs: (text: string) => number,
): SendResult {
  if (!answer.answered) return { kind: 'unanswered', why: answer.why };
  const { status } = answer;
  const why = statusWhy(status);
  // The phone has followed a redirect: the POST has become a GET of another page, whose 200 says nothing about the record.
  if (answer.isElsewhere) return { kind: 'blocked', why: WHY.redirect };
  if (status >= 200 && status < 300) return { kind: 'delivered' };
  if (status === 429) {
    return { kind: 'rate-limited', why, waitMs: pauseMs(answer.retryAfter, nowMs, parseDateMs) };
  }
  if (status === 409) return { kind: 'conflict', why };
  // 425: too early to say. 407: the phone's own network wants something first.
  if (status === 425 || status === 407) return { kind: 'retry', why };
  // The receiver may have stored the record before it failed. 1xx is no answer yet.
  if (status >= 500 || status === 408 || status < 200) return { kind: 'unanswered', why };
  // Redirects are not followed, because the key would be sent wherever they point.
  if (status < 400 || BLOCKING_STATUSES.indexOf(status) >= 0) return { kind: 'blocked', why };
  return { kind: 'refused', why };
}

/** How long the receiver wants a pause: one minute if it does not say, one day at most. */
function pauseMs(retryAfter: string, nowMs: number, parseDateMs: (text: string) => number): number {
  const askedMs = /^\d+$/.test(retryAfter) ? Number(retryAfter) * 1000 : parseDateMs(retryAfter) - nowMs;
  return askedMs >= 0 ? Math.min(askedMs, MAX_PAUSE_MS) : DEFAULT_PAUSE_MS;
}
