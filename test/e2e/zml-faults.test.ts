/**
 * The faults of zml 0.0.43, each brought about in zml as it is published, at both ends. Each test first shows the fault itself,
 * then that the session is on the phone exactly once within a retry.
 */
import { describe, expect, it } from 'vitest';
import { concatBytes, numbers, u32Bytes } from '../../utils/core/base/bytes.ts';
import { crc32 } from '../../utils/core/base/crc32.ts';
import { toHex } from '../../utils/core/base/hex.ts';
import { BAD_MESSAGE, PUSH, REFUSAL, seal, unseal } from '../../utils/core/sync/message.ts';
import { encodePush } from '../../utils/core/sync/questions.ts';
import { onPhone } from '../support/phone-and-watch.ts';
import { frameOf } from '../support/records.ts';
import {
  createZmlPair,
  EventBus,
  fine,
  INNER,
  logger,
  run,
  serviceCode,
  type Weather,
  type ZmlPair,
  zmlModule,
} from '../support/zml-pair.ts';

/** The answer limit and the longest wait between two tries. */
const RETRY_MS = 8_000 + 60_000;
/** Sent at once and answered, with nothing in the way. */
const SOON_MS = 1_000;

/** What the phone has is what the watch has, each record once and unchanged, and the watch knows. */
function expectOnce(pair: ZmlPair, count = 1): void {
  expect(onPhone(pair.texts).map(({ bytes }) => toHex(bytes))).toEqual(
    pair.journal.framesFrom(1).map(({ bytes }) => toHex(bytes)),
  );
  expect(pair.journal.tail()).toBe(count);
  expect(pair.sync.status()).toBe('saved');
}

/** What has become of a promise. */
function follow(promise: Promise<unknown>): { is: 'pending' | 'resolved' | 'rejected'; value: unknown } {
  const followed: ReturnType<typeof follow> = { is: 'pending', value: undefined };
  promise.then(
    (value) => Object.assign(followed, { is: 'resolved', value }),
    (value) => Object.assign(followed, { is: 'rejected', value }),
  );
  return followed;
}

const frames = (pair: ZmlPair, direction: 'there' | 'back') =>
  pair.sent.filter((one) => one.direction === direction).map(({ bytes }) => bytes);

/** Our kind of message in a frame; none in a part of a longer one, or in a stranger's. */
function kindIn(bytes: Uint8Array): number {
  const message = unseal(bytes.slice(INNER));
  return message.ok ? message.value.kind : 0;
}

const isPush = (bytes: Uint8Array): boolean => kindIn(bytes) === PUSH;

/** Does `act` to the first frame that is meant, and nothing to any other. */
function first(
  direction: 'there' | 'back',
  isMeant: (bytes: Uint8Array) => boolean,
  act: (bytes: Uint8Array) => ReturnType<Weather>,
): Weather {
  let isDone = false;
  return (way, bytes, count) => {
    if (isDone || way !== direction || !isMeant(bytes)) return fine(way, bytes, count);
    isDone = true;
    return act(bytes);
  };
}

const any = (): boolean => true;
const lost = (): ReturnType<Weather> => [];
const late = (afterMs: number) => (bytes: Uint8Array) => [{ bytes, afterMs }];

/** Longer than one chunk, and right in every byte: a push as zml must never be given. */
function longPush(install: number, from: number): Buffer {
  const records = Array.from({ length: 240 }, (_, at) => frameOf(from + at).bytes);
  const head = seal(PUSH, 1, install, u32Bytes(1)).slice(0, -4);
  const bytes = concatBytes([head, ...records, new Uint8Array(4)]).slice(0, 5_000);
  numbers(bytes).setUint32(4_996, crc32(bytes, 0, 4_996));
  return Buffer.from(bytes);
}

/** The greeting is answered first. */
const losesAnswerToPush: Weather = (way, bytes, count) =>
  way === 'back' && count === 1 ? [] : fine(way, bytes, count);

interface FilePage {
  onInit(): void;
  onDestroy(): void;
}

/** Pages made with zml's own page base, over the file transfer of its app base. */
function pagesOf(pair: ZmlPair) {
  const inbox = new EventBus();
  class TransferFile {
    inbox = Object.assign(inbox, { getNextFile: () => 'a file' });
  }
  const modules: Record<string, unknown> = {
    '@zos/ble/TransferFile': TransferFile,
    '@zos/utils': { EventBus, log: logger },
    '@zos/app': { getPackageInfo: () => ({ appId: 1 }) },
    '@zos/ble': { connectStatus: () => true, addListener() {}, createConnect() {} },
  };
  const app: { globalData: Record<string, unknown> } = { globalData: {} };
  const names = {
    __$$R$$__: (name: string) => modules[name] ?? {},
    __$$app$$__: { __globals__: { __scopedGlobals__: { _$mgr$_: {} } } },
    __$$module$$__: { id: 1 },
    getApp: () => ({ _options: app }),
  };
  const { BaseApp } = run(zmlModule('base-app'), names) as { BaseApp(of: object): { onCreate(): void } };
  BaseApp(app).onCreate.call(app);
  app.globalData.messaging = pair.messaging;
  return {
    page(of: object): FilePage {
      // A bundle of its own each, as on the watch.
      const { BasePage } = run(zmlModule('base-page'), names) as { BasePage(of: object): FilePage };
      const page = BasePage(of);
      page.onInit();
      return page;
    },
    files: { emit: () => inbox.emit('newfile') },
  };
}

describe('zml', () => {
  it('Z1: leaves a request hanging when the link drops; the sync does not wait for it', async () => {
    const pair = createZmlPair();
    const raw = follow(pair.messaging.request(Buffer.from([1]), { timeout: 60_000 }));
    pair.weather = first('there', isPush, lost);
    pair.finishSession();
    await pair.pass(200);
    pair.weather = () => [];
    const hung = follow(pair.messaging.request(Buffer.from([2]), { timeout: 60_000 }));
    await pair.pass(100);
    pair.setLink(false);
    await pair.pass(9_000);
    expect([raw.is, hung.is, pair.sync.status()]).toEqual(['resolved', 'pending', 'waiting']);
    pair.weather = fine;
    pair.setLink(true);
    await pair.pass(RETRY_MS);
    expectOnce(pair);
  });

  it.each([
    ['its time limit', 10_000, false],
    ['a blip of the link', 2_000, true],
  ])('Z2: throws at a reply that comes after %s', async (_, afterMs, blip) => {
    const pair = createZmlPair();
    pair.finishSession();
    pair.weather = first('back', () => onPhone(pair.texts).length > 0, late(afterMs));
    await pair.pass(1_000);
    expect(onPhone(pair.texts)).toHaveLength(1);
    if (blip) {
      pair.setLink(false);
      await pair.pass(100);
      pair.setLink(true);
    }
    await pair.pass(RETRY_MS);
    expect(pair.thrown.join()).toContain("reading 'handler'");
    expectOnce(pair);
  });

  it('Z3: gives a new launch the reply to an old one, which speaks of a store that is gone', async () => {
    const pair = createZmlPair();
    for (let count = 0; count < 3; count++) pair.finishSession();
    await pair.pass(SOON_MS);
    pair.restartWatch();
    pair.weather = first('back', any, late(700));
    await pair.pass(200);
    // The old statement says that the phone holds all three.
    pair.texts.values.clear();
    const before = pair.answers.length;
    pair.restartWatch();
    pair.weather = (way, bytes, count) => (way === 'back' ? late(2_000)(bytes) : fine(way, bytes, count));
    await pair.pass(1_500);
    const stale = pair.answers[before];
    const asked = unseal(frames(pair, 'there').slice(-1)[0]?.slice(INNER) ?? new Uint8Array(0));
    const told = unseal(stale ?? new Uint8Array(0));
    expect(asked.ok && told.ok && asked.value.id !== told.value.id).toBe(true);
    expect(pair.sync.status()).toBe('sending');
    pair.weather = fine;
    await pair.pass(RETRY_MS);
    expectOnce(pair, 3);
  });

  it('Z4: never delivers a message whose number half a longer one has used', async () => {
    const pair = createZmlPair();
    pair.weather = (way, bytes, count) => (bytes.length < 3_000 ? [] : fine(way, bytes, count));
    follow(pair.messaging.request(longPush(pair.journal.installId(), 1), { timeout: 9_000 }));
    await pair.pass(500);
    pair.weather = fine;
    pair.appendSession();
    pair.restartWatch();
    await pair.pass(7_000);
    // The greeting has arrived, and the service has never heard of it.
    expect([frames(pair, 'there').length, frames(pair, 'back').length]).toEqual([3, 0]);
    await pair.pass(RETRY_MS);
    expectOnce(pair);
  });

  it('Z5: splices two messages; what comes of it is refused, and nothing of it stored', async () => {
    const pair = createZmlPair();
    const install = pair.journal.installId();
    pair.weather = (way, bytes, count) => (bytes.length < 3_000 ? [] : fine(way, bytes, count));
    follow(pair.messaging.request(longPush(install, 1), { timeout: 9_000 }));
    await pair.pass(500);
    pair.restartWatch(false);
    pair.weather = (way, bytes, count) =>
      way === 'there' && bytes.length > 3_000 ? [] : fine(way, bytes, count);
    const spliced = follow(pair.messaging.request(longPush(install, 501), { timeout: 9_000 }));
    await pair.pass(SOON_MS);
    const refusal = unseal(new Uint8Array((spliced.value ?? []) as ArrayBuffer));
    expect(refusal.ok && [refusal.value.kind, refusal.value.body[0]]).toEqual([REFUSAL, BAD_MESSAGE]);
    expect(onPhone(pair.texts)).toEqual([]);
    pair.weather = fine;
    pair.finishSession();
    await pair.pass(RETRY_MS);
    expectOnce(pair);
  });

  it('Z6: runs the service twice for a frame that came twice', async () => {
    const pair = createZmlPair();
    pair.weather = (way, bytes, count) =>
      way === 'there' ? [...late(40)(bytes), ...late(47)(bytes)] : fine(way, bytes, count);
    pair.finishSession();
    await pair.pass(RETRY_MS);
    expect([frames(pair, 'there').length, frames(pair, 'back').length]).toEqual([2, 4]);
    expectOnce(pair);
  });

  it.each([
    ['request', first('there', isPush, lost), 0],
    ['reply', losesAnswerToPush, 1],
  ])('Z7: tells a lost %s from nothing else: no answer', async (_, weather, stored) => {
    const pair = createZmlPair();
    pair.weather = weather;
    pair.finishSession();
    await pair.pass(8_500);
    expect([onPhone(pair.texts).length, pair.sync.status()]).toEqual([stored, 'waiting']);
    await pair.pass(RETRY_MS);
    expectOnce(pair);
  });

  it.each([
    ['push', 'there' as const, isPush],
    ['statement', 'back' as const, any],
  ])('Z8: delivers a %s with a flipped bit', async (_, direction, isMeant) => {
    const pair = createZmlPair();
    pair.weather = first(direction, isMeant, (bytes) => {
      bytes[INNER + 20] = (bytes[INNER + 20] ?? 0) ^ 4;
      return late(40)(bytes);
    });
    pair.finishSession();
    await pair.pass(1_500);
    expect(pair.lines.join()).toContain('damaged on the way');
    await pair.pass(RETRY_MS);
    expectOnce(pair);
  });

  it('Z9: keeps the handler of a request that the radio refused', async () => {
    const pair = createZmlPair();
    await pair.pass(100);
    pair.finishSession();
    await pair.pass(60);
    pair.refuses = true;
    await pair.pass(500);
    expect([onPhone(pair.texts).length, pair.sync.status()]).toEqual([0, 'waiting']);
    pair.refuses = false;
    await pair.pass(RETRY_MS);
    expectOnce(pair);
  });

  it('Z10: sends nothing for an empty Buffer; no message is empty', async () => {
    const pair = createZmlPair();
    const raw = follow(pair.messaging.request(Buffer.alloc(0), { timeout: 60_000 }));
    await pair.pass(20_000);
    expect([raw.is, pair.sent.length]).toEqual(['pending', 0]);
    pair.finishSession();
    await pair.pass(SOON_MS);
    expect(Math.min(...frames(pair, 'there').map(({ length }) => length))).toBeGreaterThan(INNER);
    expectOnce(pair);
  });

  it('Z11: says nothing where a handler throws; the service says so, and nothing of ours throws', async () => {
    const throwing = createZmlPair();
    throwing.killPhone(serviceCode('{ onInit() {}, onRequest() { throw new Error("broken"); } }'));
    const raw = follow(throwing.messaging.request(Buffer.from([1]), { timeout: 60_000 }));
    await throwing.pass(20_000);
    expect([raw.is, throwing.thrown]).toEqual(['pending', ['Error: broken']]);

    const pair = createZmlPair();
    pair.finishSession();
    await pair.pass(60);
    pair.isStorageBroken = true;
    await pair.pass(SOON_MS);
    expect(pair.lines.join()).toContain('phone: the storage is broken');
    pair.isStorageBroken = false;
    await pair.pass(RETRY_MS);
    expectOnce(pair);
  });

  it.each([
    ['Z12: sends a Uint8Array as JSON', (bytes: Uint8Array) => bytes, '{"0":73,"1":1,'],
    [
      'Z13: sends an ArrayBuffer as nothing',
      (bytes: Uint8Array) => Uint8Array.from(bytes).buffer,
      '{"jsonrpc":"hmrpcv1"}',
    ],
  ])('%s; the link gives it Buffers alone', async (_, given, sentAs) => {
    const pair = createZmlPair();
    const push = encodePush(1, pair.journal.installId(), 1, [frameOf(9)]);
    const raw = follow(pair.messaging.request(given(push), { timeout: 9_000 }));
    await pair.pass(SOON_MS);
    const onAir = Buffer.from(frames(pair, 'there')[0]?.slice(INNER) ?? []).toString();
    expect([onAir.startsWith(sentAs), raw.is, onPhone(pair.texts)]).toEqual([true, 'resolved', []]);
    pair.finishSession();
    await pair.pass(SOON_MS);
    expectOnce(pair);
  });

  it.each(['new Uint8Array([1])', 'new Uint8Array([1]).buffer', 'undefined, "an error"'])(
    'Z14: loses the reply of a service that answers %s; ours answers with Buffers',
    async (answer) => {
      const pair = createZmlPair();
      const [given, error = 'null'] = answer.split(', ');
      pair.killPhone(serviceCode(`{ onInit() {}, onRequest(_, answer) { answer(${error}, ${given}); } }`));
      pair.finishSession();
      await pair.pass(9_500);
      expect([pair.answers, frames(pair, 'back')]).toEqual([[null], []]);
      // The phone gets the service that knows this.
      pair.killPhone();
      await pair.pass(RETRY_MS);
      expectOnce(pair);
    },
  );

  it('Z15: resolves a call that was lost; the sync asks, and asks again', async () => {
    const pair = createZmlPair();
    pair.weather = first('there', any, lost);
    const push = encodePush(1, pair.journal.installId(), 1, [frameOf(9)]);
    const call = follow(pair.messaging.call(Buffer.from(push)));
    await pair.pass(SOON_MS);
    expect([call.is, onPhone(pair.texts)]).toEqual(['resolved', []]);
    pair.weather = first('there', isPush, lost);
    pair.finishSession();
    await pair.pass(RETRY_MS);
    expectOnce(pair);
  });

  it('Z16: is deaf once its messaging was closed and opened; opening the transport alone is not', async () => {
    const deaf = createZmlPair();
    deaf.messaging.disConnect();
    deaf.messaging.connect();
    deaf.finishSession();
    await deaf.pass(5_000);
    expect([frames(deaf, 'back').length, deaf.answers]).toEqual([1, []]);
    deaf.restartWatch();
    await deaf.pass(RETRY_MS);
    expectOnce(deaf);

    const pair = createZmlPair();
    for (let times = 0; times < 5; times++) {
      pair.reopenTransport();
      pair.finishSession();
      await pair.pass(SOON_MS);
      expectOnce(pair, times + 1);
    }
  });

  it('Z17: throws at a greeting that nobody asked for', async () => {
    const pair = createZmlPair();
    pair.inject(1, new Uint8Array([1]));
    await pair.pass(100);
    expect(pair.thrown.join()).toContain("reading 'resolve'");
    pair.finishSession();
    await pair.pass(SOON_MS);
    expectOnce(pair);
  });

  it('Z18: takes every file listener away with one page; the session goes another way', async () => {
    const pair = createZmlPair();
    const { page, files } = pagesOf(pair);
    const heard: string[] = [];
    const summary = page({ onReceivedFile: () => heard.push('summary') });
    const home = page({ onReceivedFile: () => heard.push('home') });
    files.emit();
    expect(heard.sort()).toEqual(['home', 'summary']);
    pair.finishSession();
    await pair.pass(60);
    home.onDestroy();
    files.emit();
    expect(heard).toHaveLength(2);
    await pair.pass(SOON_MS);
    expectOnce(pair);
    summary.onDestroy();
    pair.finishSession();
    await pair.pass(SOON_MS);
    expectOnce(pair, 2);
  });
});
