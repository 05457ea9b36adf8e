import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { AppPackage } from 'zepp-watch-simulator';
import { repositoryRoot } from '../../tools/shared/project.ts';
import { createPackedWatch, openPacked, type PackedWatch } from '../support/packed-watch.ts';

/** Longer than the longest wait between two tries and the time limit of an answer. */
const RETRY_MS = 90_000;
/** A push of one session is longer, a hello and every answer shorter. */
const PUSH_FROM_BYTES = 115;

let app: AppPackage;
beforeAll(async () => {
  app = await openPacked();
});

/** Checks that both sides have the same records, each once, and that no rule of the platform was broken. */
function expectSynced(watch: PackedWatch, count = 1): void {
  expect(watch.onWatch()).toHaveLength(count);
  expect(watch.onPhone()).toEqual(watch.onWatch());
  expect(watch.sim.breaches).toEqual([]);
}

function hasSent(watch: PackedWatch): boolean {
  return watch.sim.events.some(
    ({ type, text, data }) =>
      type === 'frame' && text.startsWith('watch to phone') && Number(data?.bytes) > PUSH_FROM_BYTES,
  );
}

describe('the packed app and its phone', () => {
  it('have the session within a second of its end, and say so', async () => {
    const watch = createPackedWatch(app);
    await watch.launch();
    await watch.playSession();
    await watch.wait(1_000);
    expectSynced(watch);
    expect(watch.texts()).toContain('Saved on the phone');
  });

  it('sync again when the app is launched with the phone back', async () => {
    const watch = createPackedWatch(app);
    await watch.launch();
    watch.perform({ verb: 'phone', present: false });
    await watch.playSession();
    await watch.wait(9_000);
    expect(watch.onWatch()).toHaveLength(1);
    expect(watch.onPhone()).toEqual([]);
    expect(watch.texts()).toContain('Waiting for the phone');
    watch.perform({ verb: 'kill', what: 'page' });
    watch.perform({ verb: 'phone', present: true });
    await watch.launch();
    await watch.wait(RETRY_MS);
    expectSynced(watch);
  });

  it('sync without another launch if the phone comes back while the app is open', async () => {
    const watch = createPackedWatch(app);
    await watch.launch();
    await watch.playSession();
    await watch.wait(1_000);
    await watch.launch();
    watch.perform({ verb: 'phone', present: false });
    watch.perform({ verb: 'tap-text', text: 'Start' });
    await watch.wait(60_000);
    watch.perform({ verb: 'phone', present: true });
    await watch.until('the summary', () => watch.sim.watch.page === 'page/summary/index.page', 900_000);
    await watch.wait(5_000);
    expectSynced(watch, 2);
  });

  const faults = (['lossy', 'doubled', 'reordered', 'damaged'] as const).flatMap((state) =>
    [1, 2, 3].map((seed) => [state, seed] as const),
  );
  it.each(faults)('have each session once after a radio that was %s (seed %i)', async (state, seed) => {
    const watch = createPackedWatch(app, seed);
    watch.perform({ verb: 'link', state, rate: 0.4 });
    await watch.launch();
    await watch.playSession();
    await watch.wait(30_000);
    await watch.launch();
    await watch.wait(30_000);
    watch.perform({ verb: 'link', state: 'up' });
    await watch.launch();
    await watch.wait(RETRY_MS);
    expectSynced(watch);
  });

  it.each([
    ['the phone goes away', { verb: 'phone', present: false }, { verb: 'phone', present: true }],
    ['the link breaks', { verb: 'link', state: 'down' }, { verb: 'link', state: 'up' }],
    ['each answer is late', { verb: 'link', state: 'slow' }, { verb: 'link', state: 'up' }],
  ] as const)(
    'have the session within one retry without any action, if %s in a push',
    async (_, before, after) => {
      const watch = createPackedWatch(app);
      await watch.launch();
      await watch.playSession();
      await watch.until('the push', () => hasSent(watch));
      watch.perform(before);
      await watch.wait(9_000);
      watch.perform(after);
      await watch.wait(RETRY_MS);
      expectSynced(watch);
    },
  );
});

/** zml as it ships, as a script that leaves `appPlugin`. */
const zml = readFileSync(
  join(repositoryRoot, 'node_modules/@zeppos/zml/dist/3.0/module/messaging/plugin/app.js'),
  'utf8',
).replace(/export\{.*?(\w+) as appPlugin.*/s, 'const appPlugin = $1;');

/**
 * The app with a home page that asks the side service something of its own and prints the answer. zml gives an answer in
 * the manner of the question: bytes for bytes, a JSON of the Buffer for an object, a text for a text.
 */
function stranger(question: string): AppPackage {
  const page = `${zml}
    Page({ build() {
      const textOf = (given) => typeof given === 'string' ? given
        : Array.from(new Uint8Array(given.data || given)).map((byte) => String.fromCharCode(byte)).join('');
      const host = { globalData: {} };
      appPlugin().onCreate.call(host);
      host.globalData.messaging.request(${question})
        .then((given) => console.log('answer ' + JSON.stringify(textOf(given))));
    } });`;
  const deviceFiles = new Map(app.deviceFiles);
  deviceFiles.set('page/home/index.page.js', new TextEncoder().encode(page));
  return { ...app, deviceFiles };
}

describe('the side service', () => {
  it.each([
    ['an object', '{ method: "GET_ALL" }', 'byte 0: not a message of this app'],
    ['a text', '"hello"', 'byte 0: not a message of this app'],
    [
      'bytes of another kind',
      'Buffer.from("a message of some other app")',
      'byte 0: not a message of this app',
    ],
  ])(
    'answers a stranger who sends %s with a refusal, once, and stores nothing',
    async (_, question, told) => {
      const watch = createPackedWatch(stranger(question));
      watch.perform({ verb: 'launch' });
      await watch.wait(5_000);
      const answers = watch.sim.events.filter(
        ({ type, text }) => type === 'console' && text.includes('answer ') && text.includes(told),
      );
      expect(answers).toHaveLength(1);
      expect([...watch.sim.phone.storage]).toEqual([]);
    },
  );
});
