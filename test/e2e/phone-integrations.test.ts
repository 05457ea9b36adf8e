/**
 * Integrations in the packed app, from the page's fields to the request: what leaves the phone, and that secrets stay in their own places.
 */
import { beforeAll, describe, expect, it } from 'vitest';
import type { AppPackage } from 'zepp-watch-simulator';
import { plainRecord } from '../../tools/shared/plain-record.ts';
import { createPackedWatch, openPacked, type PackedWatch } from '../support/packed-watch.ts';
import { openPhonePage, type PhonePage } from '../support/phone-page.ts';
import { DAY_MS, sessionFrame, textsWith } from '../support/stored-log.ts';

const KEY = 'k3y-of-the-wearer';
const TOKEN = 't0ken-of-the-wearer';
const PATH = 'hook-1d-in-the-path';
const ADDRESS = `https://home.example/api/${PATH}`;
const MINUTE_MS = 60_000;

interface Request {
  readonly url: string;
  readonly method: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
}

let app: AppPackage;

beforeAll(async () => {
  app = await openPacked();
});

interface Wearer {
  readonly watch: PackedWatch;
  readonly page: PhonePage;
  readonly requests: readonly Request[];
}

async function wearer(
  answer: (request: Request) => Promise<unknown>,
  stored = 2,
  assume: Readonly<Record<string, string>> = {},
): Promise<Wearer> {
  const requests: Request[] = [];
  const fetch = (request: { readonly url: string }): Promise<unknown> => {
    requests.push(request as Request);
    return answer(request as Request);
  };
  const frames = Array.from({ length: stored }, (_, at) => sessionFrame(at + 1));
  const watch = createPackedWatch(app, 1, {
    phoneStorage: Object.fromEntries(textsWith(frames).values),
    fetch,
    // The clock is past the last of the sessions, because one that is ahead of the phone's clock goes into no calendar.
    startEpochMs: plainRecord.startedAtMs + (stored + 1) * DAY_MS,
  });
  for (const [name, value] of Object.entries(assume)) watch.perform({ verb: 'assume', name, value });
  const page = await openPhonePage(watch);
  await page.press('Advanced');
  return { watch, page, requests };
}

const works = (request: Request): Promise<unknown> =>
  Promise.resolve({ status: 200, body: request.method === 'GET' ? '[]' : '[{"id":"i1"}]' });

async function setUpBoth(page: PhonePage, how: 'from the next' | 'with earlier'): Promise<void> {
  await page.change('Address of the webhook', ADDRESS);
  await page.change('Token, sent as Bearer', TOKEN);
  await page.change('API key', KEY);
  await page.press(`Switch Webhook on, ${how}`);
  await page.press(`Switch intervals.icu on, ${how}`);
}

describe('an address that redirects to another one', () => {
  for (const [reading, why] of [
    ['handed-over', 'status 302'],
    ['followed', 'the address redirects to another one'],
  ] as const)
    it(`has taken nothing and is named as the reason, on a phone where a redirect is ${reading}`, async () => {
      const redirect = ({ method }: Request): Promise<unknown> =>
        Promise.resolve(
          method === 'GET'
            ? { status: 200, body: '' }
            : { status: 302, headers: { location: 'https://other.example/login' }, url: ADDRESS },
        );
      const { page, requests, watch } = await wearer(redirect, 2, { 'fetch-redirects': reading });
      await page.change('Address of the webhook', ADDRESS);
      await page.press('Switch Webhook on, with earlier');
      await watch.wait(MINUTE_MS);
      expect(requests.some(({ method }) => method === 'GET')).toBe(reading === 'followed');
      expect(page.texts()).toContain('Delivered: 0');
      expect(page.texts()).toContain(`: ${why}`);
    });
});

describe('an integration', () => {
  it('that is set up and off sends nothing', async () => {
    const { page, requests, watch } = await wearer(works);
    await page.change('Address of the webhook', ADDRESS);
    await page.change('API key', KEY);
    await watch.wait(MINUTE_MS);
    expect(requests).toEqual([]);
    expect(page.texts()).toContain('Sent: each session and each later rating as JSON');
  });

  it('begins with the next session, or with the earlier ones if the wearer wants that', async () => {
    const next = await wearer(works);
    await setUpBoth(next.page, 'from the next');
    await next.watch.wait(MINUTE_MS);
    expect(next.requests).toEqual([]);
    expect(next.page.texts()).toContain('Earlier records left out: 2.');
    const all = await wearer(works);
    await setUpBoth(all.page, 'with earlier');
    await all.watch.wait(MINUTE_MS);
    expect(all.requests.map(({ method, url }) => `${method} ${url.replace(/\?.*/, '')}`).sort()).toEqual([
      'GET https://intervals.icu/api/v1/athlete/0/activities',
      'GET https://intervals.icu/api/v1/athlete/0/activities',
      'POST https://home.example/api/hook-1d-in-the-path',
      'POST https://home.example/api/hook-1d-in-the-path',
      'POST https://intervals.icu/api/v1/athlete/0/activities/manual/bulk',
      'POST https://intervals.icu/api/v1/athlete/0/activities/manual/bulk',
    ]);
    expect(all.page.texts().match(/Delivered: 2; waiting: 0; unknown: 0; refused: 0/g)).toHaveLength(2);
  });

  it('authenticates as its server asks, and names each record', async () => {
    const { page, requests, watch } = await wearer(works, 1);
    await setUpBoth(page, 'with earlier');
    await watch.wait(MINUTE_MS);
    const hook = requests.find(({ url }) => url === ADDRESS);
    expect(hook?.headers).toMatchObject({ Authorization: `Bearer ${TOKEN}`, 'Idempotency-Key': 'beef:1' });
    expect(JSON.parse(hook?.body ?? '')).toMatchObject({
      id: 'beef:1',
      record: { kind: 'session', contact: 6 },
    });
    const write = requests.find(({ url, method }) => method === 'POST' && url !== ADDRESS);
    const basic = Buffer.from(`API_KEY:${KEY}`).toString('base64');
    expect(write?.headers.Authorization).toBe(`Basic ${basic}`);
    expect(JSON.parse(write?.body ?? '')).toMatchObject([
      { external_id: 'iliacus-beef:1', elapsed_time: 540, type: 'Workout' },
    ]);
  });

  it('that fails delays neither the other nor the sync', async () => {
    const { page, watch } = await wearer((request) =>
      request.url === ADDRESS ? new Promise(() => undefined) : works(request),
    );
    await setUpBoth(page, 'from the next');
    await watch.launch();
    await watch.wait(1_000);
    await watch.playSession();
    await watch.until('the session on the phone', () => watch.onPhone().length === 3);
    await watch.wait(MINUTE_MS);
    expect(page.texts()).toContain('Delivered: 1; waiting: 0; unknown: 0; refused: 0');
    expect(page.texts()).toContain('Record 1 may have arrived or not: no answer in 10 s');
  });

  it('whose key is wrong stops, says so, and goes on with a new key', async () => {
    let right = false;
    const { page, watch, requests } = await wearer((request) =>
      right ? works(request) : Promise.resolve({ status: 401, body: '' }),
    );
    await page.change('API key', KEY);
    await page.press('Switch intervals.icu on, with earlier');
    await watch.wait(MINUTE_MS);
    expect(page.texts()).toContain('Stopped until you change something: status 401');
    expect(requests).toHaveLength(1);
    right = true;
    await page.change('API key', `${KEY}2`);
    await watch.wait(MINUTE_MS);
    expect(page.texts()).toContain('Delivered: 2; waiting: 0');
  });
});

describe('a secret', () => {
  it('is in its own place on the phone and in its own requests, and nowhere else during a whole day', async () => {
    const { page, watch, requests } = await wearer(works);
    await setUpBoth(page, 'with earlier');
    await watch.launch();
    await watch.wait(1_000);
    await watch.playSession();
    await watch.wait(5 * MINUTE_MS);
    const shown: string[] = [page.texts()];
    for (const kind of ['CSV', 'JSON', 'For a physio', 'Error reports']) {
      await page.press(kind);
      shown.push(
        JSON.stringify(watch.sim.phone.settings, (_, value) => (typeof value === 'function' ? 'f' : value)),
      );
    }
    expect(requests.length).toBeGreaterThan(6);
    const { sim } = watch;
    // Also what the tester has typed and what the platform hands from page to service: the simulator hides it.
    const logged = sim.events;
    for (const kind of ['frame', 'setting', 'verb', 'side'])
      expect(logged.some(({ type }) => type === kind)).toBe(true);
    const places: Record<string, string> = {
      'logs and messages': logged.map(({ text, data }) => text + bytesText(data)).join('\n'),
      'files of the watch': [...sim.files.values()].map(latin).join('\n'),
      'page and exports': shown.join('\n'),
      'other stored keys': [...sim.phone.storage].filter(([key]) => !key.startsWith('secret.')).join('\n'),
      'bodies sent': requests.map(({ body }) => body ?? '').join('\n'),
      'requests to the other place': requests
        .map(({ url, headers }) => (url === ADDRESS ? '' : JSON.stringify([url, headers['Idempotency-Key']])))
        .join('\n'),
    };
    const basic = Buffer.from(`API_KEY:${KEY}`).toString('base64');
    const found = Object.entries(places).flatMap(([place, text]) =>
      [KEY, TOKEN, PATH, basic]
        .filter((secret) => text.includes(secret))
        .map((secret) => `${secret}: ${place}`),
    );
    expect(found).toEqual([]);
    expect(sim.phone.storage.get('secret.webhook')).toContain(TOKEN);
  });
});

function latin(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('latin1');
}

function bytesText(data: Readonly<Record<string, unknown>> | undefined): string {
  if (data === undefined) return '';
  return data.bytes instanceof Uint8Array ? latin(data.bytes) : JSON.stringify(data);
}
