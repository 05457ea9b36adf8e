/** Requests and answers as plain data, and what an answer's status means to every outlet. */
import type { Delivery } from './delivery-state.ts';

export interface WebRequest {
  readonly method: 'GET' | 'POST';
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  /** Absent in a GET. */
  readonly body?: string;
}

export type WebAnswer =
  | {
      readonly answered: true;
      readonly status: number;
      /** Whole seconds or a date, as the header has it; empty where there is none. */
      readonly retryAfter: string;
      readonly body: unknown;
    }
  /** `why` names no address and no key. */
  | { readonly answered: false; readonly why: string };

const REST_MS = 60_000;
const LONGEST_REST_MS = 24 * 3_600_000;

/**
 * What an answer to a write means. RFC 9110 section 15 for the statuses, RFC 6585 for 429.
 * @param dateMs the instant that a date text names, NaN where it is none
 */
export function judgeWrite(answer: WebAnswer, nowMs: number, dateMs: (text: string) => number): Delivery {
  if (!answer.answered) return { came: 'unanswered', why: answer.why };
  const { status } = answer;
  const why = `status ${status}`;
  if (status >= 200 && status < 300) return { came: 'delivered' };
  if (status === 429) return { came: 'resting', why, waitMs: restMs(answer.retryAfter, nowMs, dateMs) };
  // The same key is being worked on; or too early to say.
  if (status === 409 || status === 425) return { came: 'later', why };
  // The place may have taken it before it failed.
  if (status >= 500 || status === 408) return { came: 'unanswered', why };
  // A redirect is not followed: the key would go along to wherever it points.
  if (status < 400 || [401, 403, 404, 405, 410].indexOf(status) >= 0) return { came: 'barred', why };
  return { came: 'refused', why };
}

/** How long the place wants to be left alone: a minute where it does not say, a day at most. */
function restMs(retryAfter: string, nowMs: number, dateMs: (text: string) => number): number {
  if (retryAfter === '') return REST_MS;
  const asked = /^\d+$/.test(retryAfter) ? Number(retryAfter) * 1000 : dateMs(retryAfter) - nowMs;
  return asked >= 0 ? Math.min(asked, LONGEST_REST_MS) : REST_MS;
}
