/** The present app beside a phone on which version 0.1.0 stored sessions, integrations and a change that was not carried out. */
import { beforeAll, describe, expect, it } from 'vitest';
import type { AppPackage } from 'zepp-watch-simulator';
import { openPacked } from '../support/packed-watch.ts';
import { openPhonePage } from '../support/phone-page.ts';
import { continued, openedAgain, playSession } from '../support/version-0.1.0.ts';

const SECOND_MS = 1_000;
const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

let app: AppPackage;

beforeAll(async () => {
  app = await openPacked();
});

describe('a phone with data of 0.1.0', () => {
  /** Watch and phone, both with the present app, and the requests that the phone has sent. */
  function phoneAndWatch() {
    const requests: { readonly url: string; readonly method: string; readonly headers?: unknown }[] = [];
    const fetch = (request: { readonly url: string }): Promise<unknown> => {
      requests.push(request as (typeof requests)[number]);
      return Promise.resolve({ status: 200, body: '[]' });
    };
    return { watch: continued(app, 'phone-and-watch-synced', HOUR_MS, { fetch }), requests };
  }

  it('carries out the change that the page had posted, and the watch takes it in', async () => {
    const { watch } = phoneAndWatch();
    await watch.launch();
    await watch.wait(5 * SECOND_MS);
    await openedAgain(watch, MINUTE_MS);
    await watch.wait(5 * SECOND_MS);
    expect([...watch.sim.phone.storage.keys()].filter((key) => key.startsWith('cmd:'))).toEqual([]);
    expect(watch.texts().join('\n')).not.toContain('band');
    expect((await openPhonePage(watch)).value('Strength of the cues')).toBe('"strong"');
  });

  it('gets the next session once, in addition to those that it has', async () => {
    const { watch } = phoneAndWatch();
    const before = watch.onPhone();
    await watch.launch();
    await watch.wait(500);
    await playSession(watch);
    expect(watch.onPhone()).toEqual(watch.onWatch());
    expect(watch.onPhone().slice(0, -1)).toEqual(before);
  });

  it('delivers what was waiting, with the stored token, and nothing that was already delivered', async () => {
    const { watch, requests } = phoneAndWatch();
    await watch.launch();
    await watch.wait(10 * MINUTE_MS);
    const posts = requests.filter(({ method }) => method === 'POST');
    expect(posts.map(({ url, headers }) => [url, headers])).toMatchObject([
      [
        'https://home.example/api/hook',
        { Authorization: 'Bearer token-of-the-wearer', 'Idempotency-Key': '3dac0936:3' },
      ],
      [
        'https://home.example/api/hook',
        { Authorization: 'Bearer token-of-the-wearer', 'Idempotency-Key': '3dac0936:4' },
      ],
    ]);
  });

  it('shows its sessions and its integrations', async () => {
    const { watch } = phoneAndWatch();
    const page = await openPhonePage(watch);
    expect(page.buttons().filter((label) => /\d Mar, /.test(label))).toEqual([
      'Wed 11 Mar, 19:30, 5 min · done +',
      'Mon 9 Mar, 19:30, 5 min · done +',
    ]);
    expect(page.texts().match(/Switched on/g)).toHaveLength(2);
    expect(page.texts()).toContain('Delivered: 2; waiting: 0; unknown: 2; refused: 0');
  });
});
