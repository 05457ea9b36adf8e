import { createRandom } from '../../tools/shared/random.ts';
import { asciiBytes } from '../../utils/core/base/bytes.ts';
import { SESSION } from '../../utils/core/log/frame.ts';
import type { Clock } from '../../utils/ports/ports.ts';
import { createSessionLog } from '../../utils/run/session-log.ts';
import { createSyncRunner } from '../../utils/run/sync-runner.ts';
import { createTextStore } from '../../utils/run/text-store.ts';
import { createLink } from '../../utils/zos/link.ts';
import { createManualClock } from './manual-clock.ts';
import { createMemoryFiles } from './memory-files.ts';
import { createMemoryTexts } from './memory-texts.ts';
import { createRecordingReport } from './recording-report.ts';
import {
  APP_ID,
  CLOSE,
  DATA,
  DeafPromise,
  type Direction,
  type Ends,
  EventBus,
  fine,
  frameOf,
  LATENCY_MS,
  logger,
  OUTER,
  own,
  phoneService,
  type RawMessaging,
  run,
  SHAKE,
  silent,
  timersOf,
  type ZmlPair,
  zmlModule,
} from './zml-parts.ts';

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

  function protectionAtEnd(act: () => void): void {
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
        if (isUp) protectionAtEnd(() => arrive(late));
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
      // Reads go through to the texts, so that a mode that is set later counts.
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
      ...timersOf(clock, alive, protectionAtEnd),
    };
    run(code, names);
    options.onInit?.();
    options.onRun?.();
  }

  /** Receives a frame from the watch as the companion app does, which answers greetings itself and strips the outer header. */
  function receive(frame: Uint8Array): void {
    const type = (frame[2] ?? 0) + (frame[3] ?? 0) * 256;
    if (type === CLOSE) return;
    if (ends.toPhone === null) startPhone();
    if (type === SHAKE) pair.inject(SHAKE, frame.slice(OUTER));
    else carry('there', frame.slice(OUTER), (bytes) => ends.toPhone?.(own(bytes)));
  }

  function launch() {
    let isAlive = true;
    const timers = timersOf(clock, () => isAlive, protectionAtEnd);
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
          if (isUp) protectionAtEnd(() => receive(frame));
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
    const store = createTextStore(files, report);
    const sessionLog = createSessionLog(files, store, report, random);
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
    const ports = { clock: alive, link: heard, sessionLog, store, report, random, reports: () => '' };
    const sync = createSyncRunner(ports);
    return {
      messaging,
      sessionLog,
      link,
      sync,
      end() {
        isAlive = false;
        ends.toWatch = null;
        ends.linkChanged = null;
      },
    };
  }

  const pair: Omit<ZmlPair, 'sessionLog' | 'sync' | 'messaging'> = {
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
      protectionAtEnd(() => ends.linkChanged?.(next));
    },
    inject(type, payload) {
      const frame = own(frameOf(type, port, payload));
      clock.after(LATENCY_MS, () => {
        if (isUp) protectionAtEnd(() => ends.toWatch?.(frame));
      });
    },
    appendSession: () =>
      void life.sessionLog.append(SESSION, asciiBytes(`{"session":${life.sessionLog.tail() + 1}}`)),
    finishSession() {
      pair.appendSession();
      life.sync.start();
    },
    restartWatch(greets = true) {
      life.end();
      life = launch();
      if (greets) life.sync.start();
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
    sessionLog: { get: () => life.sessionLog },
    sync: { get: () => life.sync },
    messaging: { get: () => life.messaging },
  }) as ZmlPair;
}
