/** The senders over real sockets: answers, time limits, a slow server, and one that is cut off in the middle of its answer. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createHttpClient } from '../../../app-side/integrations/http-client.ts';
import { createSenders, type Sender } from '../../../app-side/integrations/senders.ts';
import { plainRecord } from '../../../tools/shared/plain-record.ts';
import type { HttpRequest } from '../../../utils/core/integrations/http.ts';
import type { IntegrationId } from '../../../utils/core/integrations/integration.ts';
import type { SendResult } from '../../../utils/core/integrations/send-result.ts';
import { type FakeServer, type Manner, startFakeServer } from '../../support/fake-integration-server.ts';
import { WATCH } from '../../support/stored-log.ts';

/** The phone's time limits are a quarter of the real ones here. */
const FASTER = 4;

let server: FakeServer;

beforeEach(async () => {
  server = await startFakeServer();
});

afterEach(() => server.close());

/** Node's fetch in the documented form of the phone's: it takes one object, and its answer has a text as body. */
async function phoneFetch({ url, ...rest }: HttpRequest): Promise<unknown> {
  const response = await fetch(url, { ...rest, redirect: 'manual' });
  return {
    status: response.status,
    headers: Object.fromEntries(response.headers),
    body: await response.text(),
  };
}

function sender(integration: IntegrationId): Sender {
  const http = createHttpClient({
    fetch: phoneFetch,
    after: (ms, code) => void setTimeout(code, ms / FASTER),
  });
  return createSenders({ http, nowMs: Date.now, intervalsUrl: server.address })[integration];
}

function deliver(integration: IntegrationId): Promise<SendResult> {
  const secrets = { address: `${server.address}/hook`, secret: 'key' };
  return new Promise((resolve) => {
    sender(integration)({ install: WATCH, seq: 7, record: plainRecord }, secrets, resolve);
  });
}

const unanswered = { kind: 'unanswered' };
const blocked = { kind: 'blocked' };

describe('a webhook', () => {
  it.each<readonly [Manner, object, number]>([
    ['works', { kind: 'delivered' }, 1],
    ['slow', { kind: 'unanswered', why: 'no answer in 10 s' }, 1],
    ['half-closed', { kind: 'unanswered', why: 'the connection failed' }, 1],
    ['cut', { kind: 'unanswered', why: 'the connection failed' }, 0],
    [202, { kind: 'delivered' }, 0],
    [302, blocked, 0],
    [400, { kind: 'refused', why: 'status 400' }, 0],
    [401, blocked, 0],
    [404, blocked, 0],
    [409, { kind: 'conflict' }, 0],
    [413, { kind: 'refused' }, 0],
    [429, { kind: 'rate-limited', waitMs: 120_000 }, 0],
    [500, unanswered, 0],
    [503, unanswered, 0],
  ])('that is %s gives %j', async (manner, delivery, stored) => {
    server.behave(manner);
    expect(await deliver('webhook')).toMatchObject(delivery);
    expect(server.stored).toHaveLength(stored);
  });

  it('that is not running gives no answer', async () => {
    await server.close();
    expect(await deliver('webhook')).toMatchObject(unanswered);
    server = await startFakeServer();
  });
});

describe('intervals.icu', () => {
  it('gets an activity once, because a look-up precedes every write', async () => {
    expect(await deliver('intervals')).toEqual({ kind: 'delivered' });
    expect(await deliver('intervals')).toEqual({ kind: 'delivered' });
    expect(server.stored).toEqual(['iliacus-beef:7']);
  });

  it.each<readonly [Manner, object]>([
    ['slow', { kind: 'retry', why: 'could not look: no answer in 10 s' }],
    ['half-closed', { kind: 'retry', why: 'could not look: the connection failed' }],
    [500, { kind: 'retry', why: 'could not look: status 500' }],
    [422, { kind: 'refused' }],
    [401, blocked],
    [403, blocked],
    [429, { kind: 'rate-limited', waitMs: 120_000 }],
  ])('gets no write if the look-up is %s', async (manner, delivery) => {
    server.behave(manner);
    expect(await deliver('intervals')).toMatchObject(delivery);
    expect(server.stored).toEqual([]);
  });

  it.each<readonly [Manner, object, number]>([
    ['slow', unanswered, 1],
    ['half-closed', unanswered, 1],
    ['cut', unanswered, 0],
    [422, { kind: 'refused' }, 0],
    [503, unanswered, 0],
  ])(
    'whose write is %s gives %j, and at the next look-up finds what has arrived',
    async (manner, delivery, stored) => {
      server.behave('works', manner);
      expect(await deliver('intervals')).toMatchObject(delivery);
      expect(server.stored).toHaveLength(stored);
      expect(await deliver('intervals')).toEqual({ kind: 'delivered' });
      expect(server.stored).toEqual(['iliacus-beef:7']);
    },
  );
});
