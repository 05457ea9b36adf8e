/** The phone's fetch in its two forms: what each answer means, and that each request ends exactly once. */
import { describe, expect, it } from 'vitest';
import { createHttpClient } from '../../../app-side/integrations/http-client.ts';
import type { HttpAnswer, HttpRequest } from '../../../utils/core/integrations/http.ts';
import { WHY } from '../../../utils/core/integrations/why.ts';
import { createManualClock } from '../../support/manual-clock.ts';

const REQUEST: HttpRequest = {
  method: 'POST',
  url: 'https://example.org/hook',
  headers: {},
  redirect: 'manual',
  body: '{}',
};

function ask(fetch: () => Promise<unknown>) {
  const clock = createManualClock();
  const answers: HttpAnswer[] = [];
  const client = createHttpClient({ fetch, after: (ms, code) => void clock.after(ms, code) });
  client(REQUEST, (answer) => answers.push(answer));
  return { clock, answers };
}

async function answerTo(response: unknown): Promise<HttpAnswer | undefined> {
  const { answers } = ask(() => Promise.resolve(response));
  await Promise.resolve();
  await Promise.resolve();
  return answers[0];
}

describe('an answer', () => {
  it.each([200, 100, 599, '204'])('with status %j counts', async (status) => {
    expect(await answerTo({ status })).toEqual({
      answered: true,
      status: Number(status),
      isElsewhere: false,
      retryAfter: '',
      body: undefined,
    });
  });

  it.each([99, 600, 0, -1, 'x', null, undefined])('with status %j does not count', async (status) => {
    expect(await answerTo({ status })).toEqual({ answered: false, why: WHY.unclear });
  });

  it.each([undefined, null, 'ok', 7])('that is %j does not count', async (response) => {
    expect(await answerTo(response)).toEqual({ answered: false, why: WHY.unclear });
  });

  it.each([
    [
      'its status',
      {
        get status() {
          throw new Error(REQUEST.url);
        },
      },
    ],
    [
      'its headers',
      {
        status: 429,
        headers: {
          get: () => {
            throw new Error(REQUEST.url);
          },
        },
      },
    ],
    [
      'its body',
      {
        status: 200,
        get body() {
          throw new Error(REQUEST.url);
        },
      },
    ],
  ])('that throws when %s is read does not count', async (_, response) => {
    expect(await answerTo(response)).toEqual({ answered: false, why: WHY.unclear });
  });

  it.each([
    ['a text with JSON', '{"id":7}', { id: 7 }],
    ['a plain text', 'not found', 'not found'],
    ['parsed JSON', { id: 7 }, { id: 7 }],
    ['the text "null"', 'null', 'null'],
  ])('can have %s as its body', async (_, body, expected) => {
    expect(await answerTo({ status: 200, body })).toMatchObject({ body: expected });
  });
});

describe('an answer from elsewhere', () => {
  it.each([
    { redirected: true },
    { type: 'opaqueredirect', status: 0 },
    { url: 'https://example.com/hook' },
    { responseURL: 'https://example.com/hook' },
    { responseUrl: 'https://example.com/hook' },
  ])('is recognised by %j', async (about) => {
    expect(await answerTo({ status: 200, ...about })).toMatchObject({ answered: true, isElsewhere: true });
  });

  it.each([
    { redirected: false },
    { redirected: 'true' },
    { type: 'basic' },
    { url: REQUEST.url, responseURL: REQUEST.url },
    { url: undefined, responseUrl: null },
    { url: 7 },
  ])('is not assumed for %j', async (about) => {
    expect(await answerTo({ status: 200, ...about })).toMatchObject({ answered: true, isElsewhere: false });
  });
});

describe('the time to wait', () => {
  it.each([
    ['plain fields', { 'retry-after': ' 120 ' }, '120'],
    ['fields in capitals', { 'Content-Type': 'x', 'Retry-After': '120' }, '120'],
    ['a number', { 'retry-after': 120 }, '120'],
    ['a list', { 'retry-after': ['120'] }, ''],
    ['fields without it', { date: 'x' }, ''],
    ['no headers', undefined, ''],
    ['a browser’s headers', new Headers({ 'Retry-After': '120' }), '120'],
    ['a browser’s headers without it', new Headers(), ''],
    ['an object like them', { get: (name: string) => ` ${name} ` }, 'retry-after'],
    ['an object like them without a text', { get: () => 120 }, ''],
  ])('is read from %s', async (_, headers, retryAfter) => {
    expect(await answerTo({ status: 429, headers })).toMatchObject({ retryAfter });
  });
});

describe('a request', () => {
  it('that cannot be sent fails at once', () => {
    const { answers } = ask(() => {
      throw new Error(REQUEST.url);
    });
    expect(answers).toEqual([{ answered: false, why: WHY.unsent }]);
  });

  it('whose connection fails reports just that', async () => {
    const { answers } = ask(() => Promise.reject(new Error(REQUEST.url)));
    await Promise.resolve();
    await Promise.resolve();
    expect(answers).toEqual([{ answered: false, why: WHY.connection }]);
  });

  it('without an answer ends before the phone would end it, and a later answer changes nothing', async () => {
    let settle = (_: unknown): void => {};
    const { clock, answers } = ask(
      () =>
        new Promise((resolve) => {
          settle = resolve;
        }),
    );
    clock.advance(9_000);
    expect(answers).toEqual([]);
    clock.advance(999);
    settle({ status: 200 });
    await Promise.resolve();
    await Promise.resolve();
    expect(answers).toEqual([{ answered: false, why: WHY.silent }]);
  });

  it('that was answered does not time out afterwards', async () => {
    const { clock, answers } = ask(() => Promise.resolve({ status: 200 }));
    await Promise.resolve();
    await Promise.resolve();
    clock.advance(60_000);
    expect(answers).toHaveLength(1);
  });
});
