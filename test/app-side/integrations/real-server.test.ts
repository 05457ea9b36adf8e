/** The carriers over real sockets: answers, limits, a server that is slow, and one that goes in the middle of a word. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createWeb } from '../../../app-side/integrations/http-client.ts';
import { type Carrier, createCarriers } from '../../../app-side/integrations/senders.ts';
import type { Delivery, OutletId } from '../../../utils/core/integrations/delivery-state.ts';
import type { WebRequest } from '../../../utils/core/integrations/http.ts';
import { type Manner, type OutletServer, startOutletServer } from '../../support/integration-server.ts';
import { plainRecord } from '../../support/records.ts';
import { WATCH } from '../../support/stored-log.ts';

/** The phone's time is a quarter here. */
const FASTER = 4;

let server: OutletServer;

beforeEach(async () => {
  server = await startOutletServer();
});

afterEach(() => server.close());

/** Node's fetch in the shape that the phone's is documented to have: one object in, a body that is a text out. */
async function phoneFetch({ url, ...rest }: WebRequest): Promise<unknown> {
  const response = await fetch(url, { ...rest, redirect: 'manual' });
  return {
    status: response.status,
    headers: Object.fromEntries(response.headers),
    body: await response.text(),
  };
}

function carrier(outlet: OutletId): Carrier {
  const web = createWeb({
    fetch: phoneFetch,
    after: (ms, code) => void setTimeout(code, ms / FASTER),
  });
  return createCarriers({ web, nowMs: Date.now, intervalsAddress: server.address })[outlet];
}

function deliver(outlet: OutletId): Promise<Delivery> {
  const secrets = { address: `${server.address}/hook`, secret: 'key' };
  return new Promise((resolve) => {
    carrier(outlet)({ install: WATCH, seq: 7, record: plainRecord }, secrets, resolve);
  });
}

const unanswered = { came: 'unanswered' };
const barred = { came: 'barred' };

describe('a webhook', () => {
  it.each<readonly [Manner, object, number]>([
    ['works', { came: 'delivered' }, 1],
    ['slow', { came: 'unanswered', why: 'no answer in 10 s' }, 1],
    ['half-closed', { came: 'unanswered', why: 'the connection failed' }, 1],
    ['cut', { came: 'unanswered', why: 'the connection failed' }, 0],
    [202, { came: 'delivered' }, 0],
    [302, barred, 0],
    [400, { came: 'refused', why: 'status 400' }, 0],
    [401, barred, 0],
    [404, barred, 0],
    [409, { came: 'later' }, 0],
    [413, { came: 'refused' }, 0],
    [429, { came: 'resting', waitMs: 120_000 }, 0],
    [500, unanswered, 0],
    [503, unanswered, 0],
  ])('that is %s gives %j', async (manner, delivery, kept) => {
    server.behave(manner);
    expect(await deliver('webhook')).toMatchObject(delivery);
    expect(server.kept).toHaveLength(kept);
  });

  it('keeps a record once, however often it comes', async () => {
    await deliver('webhook');
    await deliver('webhook');
    expect(server.kept).toEqual(['beef:7']);
  });

  it('that nobody runs is not answered', async () => {
    await server.close();
    expect(await deliver('webhook')).toMatchObject(unanswered);
    server = await startOutletServer();
  });
});

describe('intervals.icu', () => {
  it('gets an activity once, since it is looked at before', async () => {
    expect(await deliver('intervals')).toEqual({ came: 'delivered' });
    expect(await deliver('intervals')).toEqual({ came: 'delivered' });
    expect(server.kept).toEqual(['iliacus-beef:7']);
  });

  it.each<readonly [Manner, object]>([
    ['slow', { came: 'later', why: 'could not look: no answer in 10 s' }],
    ['half-closed', { came: 'later', why: 'could not look: the connection failed' }],
    [500, { came: 'later', why: 'could not look: status 500' }],
    [422, { came: 'later' }],
    [401, barred],
    [403, barred],
    [429, { came: 'resting', waitMs: 120_000 }],
  ])('is not written to where the look is %s', async (manner, delivery) => {
    server.behave(manner);
    expect(await deliver('intervals')).toMatchObject(delivery);
    expect(server.kept).toEqual([]);
  });

  it.each<readonly [Manner, object, number]>([
    ['slow', unanswered, 1],
    ['half-closed', unanswered, 1],
    ['cut', unanswered, 0],
    [422, { came: 'refused' }, 0],
    [503, unanswered, 0],
  ])(
    'whose write is %s gives %j, and finds at the next look what is there',
    async (manner, delivery, kept) => {
      server.behave('works', manner);
      expect(await deliver('intervals')).toMatchObject(delivery);
      expect(server.kept).toHaveLength(kept);
      expect(await deliver('intervals')).toEqual({ came: 'delivered' });
      expect(server.kept).toEqual(['iliacus-beef:7']);
    },
  );
});
