/** Ways in which a radio between two zml ends can fail, and what tests check for. */
import { expect } from 'vitest';
import { concatBytes, u32Bytes } from '../../utils/core/base/bytes.ts';
import { crc32 } from '../../utils/core/base/crc32.ts';
import { toHex } from '../../utils/core/base/hex.ts';
import { PUSH, seal, unseal } from '../../utils/core/sync/message.ts';
import { onPhone } from './phone-and-watch.ts';
import { frameOf } from './records.ts';
import { EventBus, fine, INNER, logger, run, type Weather, type ZmlPair, zmlModule } from './zml-parts.ts';

/** The answer limit and the longest wait between two tries. */
export const RETRY_MS = 8_000 + 60_000;
/** The time in which a message is sent and answered when nothing goes wrong. */
export const SOON_MS = 1_000;

/** Checks that the phone has the records of the watch, each once and unchanged, and that the watch knows it. */
export function expectOnce(pair: ZmlPair, count = 1): void {
  expect(onPhone(pair.texts).map(({ bytes }) => toHex(bytes))).toEqual(
    pair.sessionLog.framesFrom(1).map(({ bytes }) => toHex(bytes)),
  );
  expect(pair.sessionLog.tail()).toBe(count);
  expect(pair.sync.status()).toBe('saved');
}

/** The state of a promise. */
export function follow(promise: Promise<unknown>): {
  is: 'pending' | 'resolved' | 'rejected';
  value: unknown;
} {
  const followed: ReturnType<typeof follow> = { is: 'pending', value: undefined };
  promise.then(
    (value) => Object.assign(followed, { is: 'resolved', value }),
    (value) => Object.assign(followed, { is: 'rejected', value }),
  );
  return followed;
}

export const frames = (pair: ZmlPair, direction: 'there' | 'back') =>
  pair.sent.filter((one) => one.direction === direction).map(({ bytes }) => bytes);

/** The kind of our message in a frame; none in a part of a longer message, or in one that is not ours. */
function kindIn(bytes: Uint8Array): number {
  const message = unseal(bytes.slice(INNER));
  return message.ok ? message.value.kind : 0;
}

export const isPush = (bytes: Uint8Array): boolean => kindIn(bytes) === PUSH;

/** Applies `act` to the first frame that matches, and to no other. */
export function first(
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

export const any = (): boolean => true;
export const lost = (): ReturnType<Weather> => [];
export const late = (afterMs: number) => (bytes: Uint8Array) => [{ bytes, afterMs }];

/** A correct push that is longer than one chunk, which zml must never be given. */
export function longPush(install: number, from: number): Buffer {
  const records = Array.from({ length: 240 }, (_, at) => frameOf(from + at).bytes);
  const head = seal(PUSH, 1, install, u32Bytes(1)).slice(0, -4);
  const bytes = concatBytes([head, ...records, new Uint8Array(4)]).slice(0, 5_000);
  bytes.set(u32Bytes(crc32(bytes, 0, 4_996)), 4_996);
  return Buffer.from(bytes);
}

/** The greeting has to be answered first. */
export const losesAnswerToPush: Weather = (way, bytes, count) =>
  way === 'back' && count === 1 ? [] : fine(way, bytes, count);

export interface FilePage {
  onInit(): void;
  onDestroy(): void;
}

/** Pages that use zml's own page base, over the file transfer of its app base. */
export function pagesOf(pair: ZmlPair) {
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
      // Each page is a bundle of its own, as on the watch.
      const { BasePage } = run(zmlModule('base-page'), names) as { BasePage(of: object): FilePage };
      const page = BasePage(of);
      page.onInit();
      return page;
    },
    files: { emit: () => inbox.emit('newfile') },
  };
}
