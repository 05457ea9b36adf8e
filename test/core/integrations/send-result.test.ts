/** What the answer to a write means, status by status. */
import { expect, it } from 'vitest';
import type { HttpAnswer } from '../../../utils/core/integrations/http.ts';
import { MAX_PAUSE_MS, resultOfWrite } from '../../../utils/core/integrations/send-result.ts';
import { WHY } from '../../../utils/core/integrations/why.ts';

const NOW_MS = Date.UTC(2026, 10, 25, 9);

function answer(status: number, over: Partial<Extract<HttpAnswer, { answered: true }>> = {}): HttpAnswer {
  return { answered: true, status, retryAfter: '', body: '', ...over };
}

const resultOf = (given: HttpAnswer) => resultOfWrite(given, NOW_MS, Date.parse);

it.each([
  ['is no answer yet', 'unanswered', [100, 199]],
  ['has stored the record', 'delivered', [200, 201, 204, 299]],
  ['points elsewhere or wants another address or key', 'blocked', [300, 302, 399, 401, 403, 404, 405, 410]],
  ['wants the record later', 'retry', [407, 425]],
  ['may have it already', 'conflict', [409]],
  ['may have stored it before it failed', 'unanswered', [408, 500, 503, 599]],
  ['does not accept it', 'refused', [400, 402, 411, 418, 499]],
])('a receiver that %s counts as "%s"', (_, kind, statuses) => {
  expect(statuses.map((status) => resultOf(answer(status)).kind)).toEqual(statuses.map(() => kind));
});

it('an answer from another address blocks, whatever its status, because it says nothing about the record', () => {
  const results = [200, 429, 500].map((status) => resultOf(answer(status, { isElsewhere: true })));
  expect(results).toEqual(results.map(() => ({ kind: 'blocked', why: WHY.redirect })));
});

it('without an answer the record may be there, and the reason is told', () => {
  expect(resultOf({ answered: false, why: WHY.silent })).toEqual({ kind: 'unanswered', why: WHY.silent });
});

it.each([
  ['', 60_000],
  ['0', 0],
  ['90', 90_000],
  ['999999', MAX_PAUSE_MS],
  [new Date(NOW_MS + 5_000).toUTCString(), 5_000],
  [new Date(NOW_MS - 5_000).toUTCString(), 60_000],
  ['soon', 60_000],
  ['-5', 60_000],
])('a limit with the time %j lasts %i ms', (retryAfter, waitMs) => {
  expect(resultOf(answer(429, { retryAfter }))).toEqual({ kind: 'rate-limited', why: 'status 429', waitMs });
});
