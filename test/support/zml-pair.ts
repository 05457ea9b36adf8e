/**
 * Watch and phone with zml as it is published at both ends, over a radio whose frames a test can stop, double, change and
 * hold back. On the watch the app's own link, sync and log; on the phone the whole service, bundled from its root.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { compileFunction } from 'node:vm';
import { buildSync, transformSync } from 'esbuild';
import { repositoryRoot } from '../../scripts/build/project.ts';
import { asciiBytes } from '../../utils/core/base/bytes.ts';
import { SESSION } from '../../utils/core/log/frame.ts';
import type { Clock } from '../../utils/ports/clock.ts';
import { createJournal, type Journal } from '../../utils/run/journal.ts';
import { createSlotStore } from '../../utils/run/slot-store.ts';
import { createSyncRunner, type SyncRunner } from '../../utils/run/sync-runner.ts';
import { createLink, type ZmlMessaging } from '../../utils/zos/link.ts';
import { createRandom } from '../sweep/random.ts';
import { createManualClock, type ManualClock } from './manual-clock.ts';
import { createMemoryFiles } from './memory-files.ts';
import { createMemoryTexts, type MemoryTexts } from './memory-texts.ts';
import { createRecordingReport } from './recording-report.ts';

/** Outer header of a frame on the watch's side, then the inner one. */
const OUTER = 16;
export const INNER = 66;
const SHAKE = 1;
const CLOSE = 2;
const DATA = 4;
const APP_ID = 27_001;
const LATENCY_MS = 40;

export type Direction = 'there' | 'back';

/** When a frame arrives, and how it looks by then. */
export interface Delivery {
  readonly bytes: Uint8Array;
  readonly afterMs: number;
}

/** A data frame without its outer header, and which one of its direction it is, from 0. */
export type Weather = (direction: Direction, bytes: Uint8Array, count: number) => readonly Delivery[];

/** zml's messaging with what only a test asks of it. */
export interface RawMessaging extends ZmlMessaging {
  call(data: unknown): Promise<unknown>;
  connect(): void;
  disConnect(): void;
}

export interface ZmlPair {
  readonly clock: ManualClock;
  readonly journal: Journal;
  readonly sync: SyncRunner;
  readonly messaging: RawMessaging;
  readonly texts: MemoryTexts;
  readonly lines: readonly string[];
  /** What was thrown into the radio's callbacks. */
  readonly thrown: readonly string[];
  /** What zml handed to the link, a Buffer's worth each, in order. */
  readonly answers: readonly (Uint8Array | null)[];
  /** Data frames as they were sent. */
  readonly sent: readonly { readonly direction: Direction; readonly bytes: Uint8Array }[];
  weather: Weather;
  /** The radio takes no frame, and says so. */
  refuses: boolean;
  /** Reading the phone's storage throws. */
  isStorageBroken: boolean;
  /** Lets time pass, with whatever the two have promised themselves. */
  pass(forMs: number): Promise<void>;
  /** Link down, or up again. */
  setLink(isUp: boolean): void;
  /** Brings a frame with this type and payload to the watch. */
  inject(type: number, payload: Uint8Array): void;
  appendSession(): void;
  /** Logs a session and opens the sync, as the app does. */
  finishSession(): void;
  /** The app ends without a word, and is launched; it greets unless told not to. */
  restartWatch(greets?: boolean): void;
  reopenTransport(): void;
  /** The phone's data is gone. */
  wipePhone(): void;
  /** The side service dies; the next frame starts it anew, or another one made from `code`. */
  killPhone(code?: string): void;
}

export const fine: Weather = (_, bytes) => [{ bytes, afterMs: LATENCY_MS }];

const zmlAt = createRequire(import.meta.url);
const compiled = new Map<string, string>();

function once(name: string, make: () => string): string {
  const code = compiled.get(name) ?? make();
  compiled.set(name, code);
  return code;
}

/** zml's own module of that name, as a function body that ends in `return zml`. */
export function zmlModule(name: string): string {
  return once(name, () => {
    const source = readFileSync(zmlAt.resolve(`@zeppos/zml/${name}`), 'utf8');
    return `${transformSync(source, { format: 'iife', globalName: 'zml' }).code}\nreturn zml;`;
  });
}

const phoneService = (): string =>
  once('phone', () => {
    const { outputFiles } = buildSync({
      entryPoints: [join(repositoryRoot, 'app-side', 'index.ts')],
      bundle: true,
      format: 'iife',
      write: false,
    });
    return outputFiles[0]?.text ?? '';
  });

/** A service made by hand over zml's own side. */
export function serviceCode(options: string): string {
  return once(`service ${options}`, () => {
    const { outputFiles } = buildSync({
      stdin: {
        contents: `import { BaseSideService } from '@zeppos/zml/base-side'; AppSideService(BaseSideService(${options}));`,
        resolveDir: repositoryRoot,
      },
      bundle: true,
      format: 'iife',
      write: false,
    });
    return outputFiles[0]?.text ?? '';
  });
}

export function run(code: string, names: Readonly<Record<string, unknown>>): unknown {
  return compileFunction(code, Object.keys(names))(...Object.values(names));
}

/** zml leaves rejections that nobody hears (Z9); a watch goes on, a test run would end. */
class DeafPromise<T> extends Promise<T> {
  constructor(executor: ConstructorParameters<typeof Promise<T>>[0]) {
    super(executor);
    this.then(undefined, () => undefined);
  }
  static override get [Symbol.species](): PromiseConstructor {
    return Promise;
  }
}

/** As on the watch: `off` takes all listeners of a name. */
export class EventBus {
  private readonly listeners = new Map<string, ((...given: unknown[]) => void)[]>();
  on(name: string, listener: (...given: unknown[]) => void): void {
    this.listeners.set(name, [...(this.listeners.get(name) ?? []), listener]);
  }
  off(name: string): void {
    this.listeners.delete(name);
  }
  emit(name: string, ...given: unknown[]): void {
    for (const listener of this.listeners.get(name) ?? []) listener(...given);
  }
}

const silent = { info() {}, warn() {}, error() {}, log() {}, debug() {} };
export const logger = { getLogger: () => silent };

/** Timers of one life: none runs after its end. */
function timersOf(clock: Clock, isAlive: () => boolean, guarded: (act: () => void) => void) {
  const cancels = new Map<number, () => void>();
  let next = 1;
  return {
    setTimeout(code: () => void, ms = 0): number {
      cancels.set(
        next,
        clock.after(ms, () => {
          if (isAlive()) guarded(code);
        }),
      );
      return next++;
    },
    clearTimeout: (id: number): void => cancels.get(id)?.(),
  };
}

interface Ends {
  toWatch: ((frame: ArrayBuffer) => void) | null;
  linkChanged: ((isUp: boolean) => void) | null;
  toPhone: ((payload: ArrayBuffer) => void) | null;
}

function frameOf(type: number, port: number, payload: Uint8Array): Buffer {
  const frame = Buffer.alloc(OUTER + payload.length);
  frame.writeUInt8(1, 0);
  frame.writeUInt8(1, 1);
  frame.writeUInt16LE(type, 2);
  frame.writeUInt16LE(20, 4);
  frame.writeUInt16LE(port, 6);
  frame.writeUInt32LE(APP_ID, 8);
  frame.set(payload, OUTER);
  return frame;
}

const own = (bytes: Uint8Array): ArrayBuffer => Uint8Array.from(bytes).buffer;

export function createZmlPair(random: () => number = createRandom(1)): ZmlPair {
  const clock = createManualClock();
  const texts = createMemoryTexts();
  const contents = new Map<string, Uint8Array>();
  const { report, lines } = createRecordingReport();
  const thrown: string[] = [];
  const answers: (Uint8Array | null)[] = [];
  const sent: { direction: Direction; bytes: Uint8Array }[] = [];
  const ends: Ends = { toWatch: null, linkChanged: null, toPhone: null };
  const counts = { there: 0, back: 0 };
  let isUp = true;
  let port = 1_000;
  let code = phoneService();

  function guarded(act: () => void): void {
    try {
      act();
    } catch (error) {
      thrown.push(String(error));
    }
  }

  function carry(direction: Direction, bytes: Uint8Array, arrive: (bytes: Uint8Array) => void): void {
    const copy = Uint8Array.from(bytes);
    sent.push({ direction, bytes: copy });
    for (const { bytes: late, afterMs } of pair.weather(direction, copy, counts[direction]++)) {
      clock.after(afterMs, () => {
        if (isUp) guarded(() => arrive(late));
      });
    }
  }

  function startPhone(): void {
    port++;
    let isOpen = true;
    const alive = (): boolean => isOpen && ends.toPhone === listen;
    const heard: ((payload: ArrayBuffer) => void)[] = [];
    function listen(payload: ArrayBuffer): void {
      for (const one of heard.slice()) one(payload);
    }
    ends.toPhone = listen;
    const peerSocket = {
      addListener: (_: string, one: (payload: ArrayBuffer) => void) => void heard.push(one),
      removeListener() {
        isOpen = false;
      },
      send(payload: ArrayBuffer) {
        if (!alive() || !isUp) return;
        carry('back', new Uint8Array(payload), (bytes) => ends.toWatch?.(own(frameOf(DATA, port, bytes))));
      },
    };
    const settingsStorage = {
      ...texts,
      // Read through, so that a mode set later counts.
      getItem(key: string) {
        if (pair.isStorageBroken) throw new Error('the storage is broken');
        return texts.getItem(key);
      },
      addListener() {},
      removeListener() {},
    };
    const options: { onInit?(): void; onRun?(): void } = {};
    const names = {
      AppSideService: (given: object) => void Object.assign(options, given),
      messaging: { peerSocket },
      globalThis: { getApp: () => ({ port2: port }) },
      getApp: () => ({ port2: port }),
      settings: { settingsStorage },
      Logger: logger,
      fetch: () => Promise.reject(new Error('no web here')),
      sideService: { launchReasons: {}, appInfo: { app: { appName: 'Iliacus' } } },
      transferFile: { getInbox: () => ({ on() {} }), getOutbox: () => ({}), inbox: { on() {} }, outbox: {} },
      network: { downloader: {} },
      image: {},
      console: silent,
      Buffer,
      ...timersOf(clock, alive, guarded),
    };
    run(code, names);
    options.onInit?.();
    options.onRun?.();
  }

  /** A frame from the watch at the companion app, which answers greetings itself and strips the outer header. */
  function receive(frame: Uint8Array): void {
    const type = (frame[2] ?? 0) + (frame[3] ?? 0) * 256;
    if (type === CLOSE) return;
    if (ends.toPhone === null) startPhone();
    if (type === SHAKE) pair.inject(SHAKE, frame.slice(OUTER));
    else carry('there', frame.slice(OUTER), (bytes) => ends.toPhone?.(own(bytes)));
  }

  function launch() {
    let isAlive = true;
    const timers = timersOf(clock, () => isAlive, guarded);
    const ble = {
      connectStatus: () => isUp,
      addListener(listener: (isUp: boolean) => void) {
        ends.linkChanged = listener;
      },
      disConnect() {
        ends.toWatch = null;
      },
      createConnect(listener: (index: number, data: ArrayBuffer, size: number) => void) {
        ends.toWatch = (data) => listener(0, data, data.byteLength);
      },
      send(data: ArrayBuffer, size: number) {
        if (pair.refuses || !isUp) return false;
        const frame = new Uint8Array(data.slice(0, size));
        clock.after(1, () => {
          if (isUp) guarded(() => receive(frame));
        });
        return true;
      },
    };
    const modules: Record<string, object> = {
      '@zos/ble': ble,
      '@zos/utils': { EventBus, log: logger },
      '@zos/timer': timers,
      '@zos/app': { getPackageInfo: () => ({ appId: APP_ID }) },
    };
    const zml = run(zmlModule('3.0/module/messaging/plugin/app'), {
      Buffer,
      globalThis: { Promise: DeafPromise },
      __$$R$$__: (name: string) => modules[name] ?? {},
    }) as { appPlugin(): { onCreate(): void } };
    const app = { globalData: {} as { messaging: RawMessaging } };
    zml.appPlugin().onCreate.call(app);
    const { messaging } = app.globalData;
    const files = createMemoryFiles(contents);
    const store = createSlotStore(files, report);
    const journal = createJournal(files, store, report, random);
    const link = createLink(() => messaging, report);
    const heard = {
      ...link,
      request: (bytes: Uint8Array, done: (answer: Uint8Array | null) => void) =>
        link.request(bytes, (answer) => {
          if (!isAlive) return;
          answers.push(answer);
          done(answer);
        }),
    };
    const alive: Clock = {
      ...clock,
      after: (ms, act) =>
        clock.after(ms, () => {
          if (isAlive) act();
        }),
    };
    const ports = { clock: alive, link: heard, journal, store, report, random, reports: () => '' };
    const sync = createSyncRunner(ports, () => {});
    return {
      messaging,
      journal,
      link,
      sync,
      end() {
        isAlive = false;
        ends.toWatch = null;
        ends.linkChanged = null;
      },
    };
  }

  const pair: Omit<ZmlPair, 'journal' | 'sync' | 'messaging'> = {
    clock,
    texts,
    lines,
    thrown,
    answers,
    sent,
    weather: fine,
    refuses: false,
    isStorageBroken: false,
    async pass(forMs) {
      let leftMs = forMs;
      for (;;) {
        await new Promise((resolve) => setImmediate(resolve));
        const nextMs = clock.untilNextMs();
        if (nextMs === null || nextMs > leftMs) break;
        clock.advance(nextMs);
        leftMs -= nextMs;
      }
      clock.advance(leftMs);
    },
    setLink(next) {
      isUp = next;
      guarded(() => ends.linkChanged?.(next));
    },
    inject(type, payload) {
      const frame = own(frameOf(type, port, payload));
      clock.after(LATENCY_MS, () => {
        if (isUp) guarded(() => ends.toWatch?.(frame));
      });
    },
    appendSession: () =>
      void life.journal.append(SESSION, asciiBytes(`{"session":${life.journal.tail() + 1}}`)),
    finishSession() {
      pair.appendSession();
      life.sync.open();
    },
    restartWatch(greets = true) {
      life.end();
      life = launch();
      if (greets) life.sync.open();
    },
    wipePhone: () => texts.values.clear(),
    reopenTransport: () => life.link.reopen(),
    killPhone(next = phoneService()) {
      code = next;
      ends.toPhone = null;
    },
  };
  let life = launch();
  return Object.defineProperties(pair, {
    journal: { get: () => life.journal },
    sync: { get: () => life.sync },
    messaging: { get: () => life.messaging },
  }) as ZmlPair;
}
