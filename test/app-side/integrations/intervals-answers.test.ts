/** Answers of intervals.icu that look like success but are not: a write counts only if the answer names the new activity. */
import { describe, expect, it } from 'vitest';
import { createSenders } from '../../../app-side/integrations/senders.ts';
import { plainRecord } from '../../../tools/shared/plain-record.ts';
import type { HttpAnswer } from '../../../utils/core/integrations/http.ts';
import type { OutgoingRecord } from '../../../utils/core/integrations/integration.ts';
import type { SendResult } from '../../../utils/core/integrations/send-result.ts';
import { lookWhy, statusWhy } from '../../../utils/core/integrations/why.ts';
import { WATCH } from '../../support/stored-log.ts';

const answer = (status: number, body: unknown): HttpAnswer => ({
  answered: true,
  status,
  body,
  retryAfter: '',
  isElsewhere: false,
});

/** The result for a session whose look-up and write get these answers. `writes` counts the writes. */
function deliver(look: HttpAnswer, write: HttpAnswer): { readonly result: string; readonly writes: number } {
  let writes = 0;
  let result: SendResult['kind'] | 'none' = 'none';
  const nowMs = () => plainRecord.startedAtMs + 86_400_000;
  const { intervals } = createSenders({
    nowMs,
    http(request, done) {
      if (request.method === 'POST') writes++;
      done(request.method === 'GET' ? look : write);
    },
  });
  intervals({ install: WATCH, seq: 7, record: plainRecord }, { address: '', secret: 'key' }, (one) => {
    result = one.kind;
  });
  return { result, writes };
}

describe('a write to intervals.icu', () => {
  it.each([
    [200, [{ id: 'i1' }]],
    [201, [{ id: 17 }]],
    [200, [{ id: 'i1', external_id: null }]],
    [200, [{ id: 'i1', external_id: `iliacus-${WATCH.toString(16)}:7` }]],
  ])('that is answered by %i and %j is a delivery', (status, body) => {
    expect(deliver(answer(200, []), answer(status, body))).toEqual({ result: 'delivered', writes: 1 });
  });

  it.each([
    [200, { error: 'quota' }],
    [200, []],
    [200, [{ error: 'no' }]],
    [200, [null]],
    [200, [{ id: '' }]],
    [200, [{ id: null }]],
    [200, [{ id: 0 }]],
    [200, [{ id: -1 }]],
    [200, [{ id: 'i1', error: 'not stored' }]],
    [200, [{ id: 'i1', external_id: 'iliacus-beef:8' }]],
    [200, { 0: { id: 'i1' } }],
    [200, [[{ id: 'i1' }]]],
    [200, '<html>'],
    [200, ''],
    [200, null],
    [200, undefined],
    [202, [{ id: 'i1' }]],
    [203, [{ id: 'i1' }]],
    [204, undefined],
    [205, undefined],
    [206, [{ id: 'i1' }]],
    [207, [{ id: 'i1' }]],
  ])('that is answered by %i and %j may have arrived or not, and is looked up', (status, body) => {
    expect(deliver(answer(200, []), answer(status, body))).toEqual({ result: 'unanswered', writes: 1 });
  });
});

describe('a look-up at intervals.icu', () => {
  it.each([202, 203, 204, 206, 226])(
    'that is answered by %i allows no write, because the list may be incomplete',
    (status) => {
      expect(deliver(answer(status, []), answer(200, [{ id: 'i1' }]))).toEqual({
        result: 'retry',
        writes: 0,
      });
    },
  );

  it.each([
    [[null]],
    [['not allowed']],
    [[{ error: 'quota' }]],
    [[{ status: 500 }]],
    [[[]]],
    [[{ id: 'i1' }, { error: 'the rest is missing' }]],
    [{ activities: [] }],
    ['[]'],
    ['<html>'],
    [''],
    [null],
    [undefined],
  ])('that is answered by %j allows no write, because that is no list of activities', (body) => {
    expect(deliver(answer(200, body), answer(200, [{ id: 'i1' }]))).toEqual({ result: 'retry', writes: 0 });
  });

  it('that lists other activities is followed by a write', () => {
    const others = answer(200, [{ id: 'i1' }, { id: 2, external_id: null }]);
    expect(deliver(others, answer(200, [{ id: 'i3' }]))).toEqual({ result: 'delivered', writes: 1 });
  });

  it('that finds the session is a delivery without a write', () => {
    const there = answer(200, [{ external_id: `iliacus-${WATCH.toString(16)}:7` }]);
    expect(deliver(there, answer(500, null))).toEqual({ result: 'delivered', writes: 0 });
  });
});

describe('a refusal of intervals.icu', () => {
  const whyOf = (record: OutgoingRecord['record']): string => {
    let why = '';
    const { intervals } = createSenders({
      nowMs: () => plainRecord.startedAtMs + 86_400_000,
      http: (_request, done) => done(answer(400, null)),
    });
    intervals({ install: WATCH, seq: 7, record }, { address: '', secret: 'key' }, (one) => {
      if ('why' in one) why = one.why;
    });
    return why;
  };

  it('of a look-up says that it was the look-up, since nothing was sent', () => {
    expect(whyOf(plainRecord)).toBe(lookWhy(statusWhy(400)));
  });

  it('of anything but a session says that only sessions go there', () => {
    expect(whyOf({ kind: 'rating', of: 1, atMs: plainRecord.startedAtMs, morning: 'same' })).toBe(
      'only sessions go there',
    );
  });
});
