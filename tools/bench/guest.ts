/**
 * The platform that packed bundles find inside QuickJS. It does as little as possible, so that the measured work is the
 * app's, and counts the app's use of widgets, files and radio. Parts that it does not know answer with a proxy.
 */
import { Buffer } from 'buffer/index.js';
import { createDisk } from './guest-disk.ts';
import { idle, moduleOfPlatform, OWNER, tells } from './guest-platform-work.ts';
import { anything, open } from './guest-proxies.ts';
import { darken, Screen, Vibrator } from './guest-sensors.ts';

type Code = (...args: unknown[]) => unknown;
type Names = Record<string, unknown>;

/** Where the packer's wrapper finds its globals. */
interface PlatformApps {
  readonly currentApp: { readonly __globals__: { readonly __$$G$$__: Names } };
}

interface Timer {
  readonly id: number;
  readonly periodMs: number;
  readonly run: Code;
  /** Created by a page, so that it ends with the page; a timer of the app stays, as on a watch. */
  readonly isPages: boolean;
  dueMs: number;
}

const START_MS = 1_800_000_000_000;
const counts = { widgets: 0, writes: 0, readBytes: 0, writtenBytes: 0, sends: 0 };
const { files, disk } = createDisk(counts);
let nowMs = START_MS;
let timers: Timer[] = [];
let nextId = 1;
let app: Names | undefined;
let page: Names | undefined;
let route = '';
let param = '';
let firstText: Names | undefined;
let linkIsUp = true;

function widget(kind: unknown, props: unknown): Names {
  counts.widgets++;
  const made: Names = {
    props,
    setProperty(key: string, value: unknown) {
      counts.writes++;
      made[key] = value;
    },
    getProperty: (key: string) => made[key] ?? 0,
    addEventListener() {},
    removeEventListener() {},
    setEnable() {},
    createWidget: widget,
  };
  if (kind === 'TEXT') firstText ??= made;
  return made;
}

function start(run: Code, ms: number, periodMs: number, isPages: boolean): number {
  timers.push({ id: nextId, run, periodMs, isPages, dueMs: nowMs + Math.max(1, ms || 0) });
  return nextId++;
}
function stop(id: unknown): void {
  // A plain loop: the work of the platform must not show in the work of the app.
  for (let at = 0; at < timers.length; at++)
    if ((timers[at] as Timer).id === id) {
      timers.splice(at, 1);
      return;
    }
}

/** The timers of one realm. */
const timersOf = (isPages: boolean) =>
  moduleOfPlatform({
    setTimeout: (run: Code, ms: number) => start(run, ms, 0, isPages),
    setInterval: (run: Code, ms: number) => start(run, ms, Math.max(1, ms), isPages),
    clearTimeout: stop,
    clearInterval: stop,
    createSysTimer: (repeats: boolean, ms: number, run: Code) => start(run, ms, repeats ? ms : 0, isPages),
    stopTimer: stop,
  });

class EventBus {
  private readonly listeners = new Map<string, Code[]>();
  on(name: string, code: Code): void {
    this.listeners.set(name, [...(this.listeners.get(name) ?? []), code]);
  }
  off(name: string): void {
    this.listeners.delete(name);
  }
  emit(name: string, ...args: unknown[]): void {
    for (const code of this.listeners.get(name) ?? []) code(...args);
  }
}

/** What the app has printed. The packer's wrapper catches a crash and prints it, too. */
const printed: string[] = [];
const print = (...parts: unknown[]): void => {
  printed.push(
    parts.map((part) => (part instanceof Error ? `${part.message} ${part.stack}` : String(part))).join(' '),
  );
};
const quiet = { log() {}, info() {}, warn() {}, error() {}, debug() {} };
const go = ({ url, params = '' }: { url: string; params?: string }): void => {
  route = url;
  param = params;
};

/** Constants of `@zos/ui` as their own names, so that looking one up costs what it costs on a watch. */
const constants = (names: readonly string[]): Names => Object.fromEntries(names.map((name) => [name, name]));

function modules(upperNames: readonly string[]): Record<string, unknown> {
  const table = constants(upperNames);
  const ui = { widget: table, prop: table, align: { ...table, CENTER_H: 1, CENTER_V: 2 }, event: table };
  return {
    '@zos/ui': open({
      ...ui,
      text_style: table,
      createWidget: widget,
      deleteWidget() {},
      setStatusBarVisible() {},
    }),
    '@zos/device': open({
      SCREEN_SHAPE_ROUND: 1,
      SCREEN_SHAPE_SQUARE: 0,
      getDeviceInfo: () => ({ width: 480, height: 480, screenShape: 1, deviceName: 'bench' }),
    }),
    '@zos/fs': moduleOfPlatform(disk),
    '@zos/router': open({ push: go, replace: go, back() {}, home() {} }),
    '@zos/utils': open({
      EventBus,
      px: (length: number) => length,
      log: { ...quiet, getLogger: () => quiet },
    }),
    '@zos/timer': timersOf(false),
    '@zos/i18n': open({ getText: (key: string) => key }),
    '@zos/settings': open({ getSystemMode: () => ({}), getLanguage: () => 2 }),
    '@zos/ble': open({
      connectStatus: () => linkIsUp,
      createConnect() {},
      disConnect() {},
      addListener() {},
      send: () => linkIsUp && ++counts.sends > 0,
    }),
    '@zos/sensor': open({ Screen, Vibrator }),
    '@zos/app': open({ getPackageInfo: () => ({ appId: 27001 }), queryPermission: () => [0] }),
    '@zos/app-service': open({ getAllAppServices: () => [], start: () => 0, stop: () => 0 }),
    '@zos/alarm': open({ set: () => 1, cancel() {}, getAllAlarms: () => [] }),
  };
}

function putNames(upperNames: readonly string[]): void {
  const known = modules(upperNames);
  const names: Names = {
    __$$R$$__: (name: string) => known[name] ?? anything,
    __$$module$$__: {},
    module: { exports: {} },
    exports: {},
    __$$app$$__: { __globals__: { __scopedGlobals__: {} } },
    App(options: Names) {
      app = options;
      return { _options: options };
    },
    Page(options: Names) {
      page = options;
      return { _options: options };
    },
    AppService(options: Names) {
      page = options;
    },
    getApp: () => ({ _options: app }),
    getCurrentPage: () => ({ _options: page }),
    px: (length: number) => length,
    ...timersOf(false),
    Buffer,
    console: { ...quiet, log: print, error: print },
  };
  const globals = { __globals__: { __$$G$$__: names } };
  Object.assign(globalThis, names, {
    DeviceRuntimeCore: { LifeCycle: {} },
    __$$hmAppManager$$__: { currentApp: { ...globals, current: globals } },
  });
}

/** Bundles that are loaded from now on are pages, with modules and timers of their own. */
function enterPages(): void {
  const app_ = globalThis as unknown as Names;
  const modulesOfApp = app_.__$$R$$__ as (name: string) => unknown;
  const timer = timersOf(true);
  const ofPage: Names = {
    ...timersOf(true),
    __$$R$$__: (name: string) => (name === '@zos/timer' ? timer : modulesOfApp(name)),
  };
  Object.assign((app_.__$$hmAppManager$$__ as PlatformApps).currentApp.__globals__.__$$G$$__, ofPage);
  Object.assign(globalThis, ofPage);
}

/** A `Date` whose current time is that of the machine. */
class ClockDate extends Date {
  constructor(...args: number[]) {
    super(...((args.length === 0 ? [nowMs] : args) as [number]));
  }
  static override now(): number {
    return nowMs;
  }
}
Object.assign(globalThis, { Date: ClockDate });

/** The timer that is due first. A plain loop, as in `stop`. */
function earliest(untilMs: number): Timer | null {
  let found: Timer | null = null;
  for (let at = 0; at < timers.length; at++) {
    const timer = timers[at] as Timer;
    if (timer.dueMs <= untilMs && (found === null || timer.dueMs < found.dueMs)) found = timer;
  }
  return found;
}

function runDue(untilMs: number): void {
  if (tells) tells(OWNER.platform);
  for (let due = earliest(untilMs); due !== null; due = earliest(untilMs)) {
    nowMs = due.dueMs;
    if (due.periodMs > 0) due.dueMs += due.periodMs;
    else stop(due.id);
    if (tells) tells(OWNER.app);
    due.run();
    if (tells) tells(OWNER.platform);
  }
  nowMs = untilMs;
  if (tells) tells(OWNER.app);
}

const call = (of: Names | undefined, name: string, ...args: unknown[]): void =>
  void (of?.[name] as Code | undefined)?.apply(of, args);

const guest = {
  /** @param namesJson upper-case names that the app's bundles mention */
  boot: (namesJson: string): void => putNames(JSON.parse(namesJson) as string[]),
  putFile: (path: string, hex: string): void => void files.set(path, new Uint8Array(Buffer.from(hex, 'hex'))),
  createApp(): void {
    call(app, 'onCreate');
    enterPages();
  },
  /** Calls the callbacks of a page that opens. */
  buildPage(param: string): void {
    firstText = undefined;
    call(page, 'onInit', param === '' ? undefined : param);
    call(page, 'build');
  },
  /** Closes the page and drops its timers. */
  leavePage(): void {
    call(page, 'onDestroy');
    page = undefined;
    firstText = undefined;
    timers = timers.filter(({ isPages }) => !isPages);
  },
  coverPage: (): void => call(page, 'onPause'),
  uncoverPage: (): void => call(page, 'onResume'),
  darken,
  /** The phone goes out of reach. */
  dropLink(): void {
    linkIsUp = false;
  },
  advance: (ms: number): void => runDue(nowMs + ms),
  idle,
  /** Updates the first text every `periodMs` as the platform's samples do, with its whole style; false if there is no text. */
  updateText(periodMs: number): boolean {
    const shown = firstText;
    if (shown === undefined) return false;
    const style = shown.props as Names;
    const update = (): void =>
      (shown.setProperty as Code)('MORE', { ...style, text: String(nowMs) }) as undefined;
    start(update, periodMs, periodMs, true);
    return true;
  },
  /** Creates and drops cycles, so that the engine collects garbage. */
  churn(cycles: number): void {
    for (let round = 0; round < cycles; round++) {
      const cycle: Names = { pad: [round, round] };
      cycle.self = cycle;
    }
  },
  /** What was printed since the last call. */
  printed: (): string => printed.splice(0).join('\n'),
  /** The page that the app asked for last, with its parameter, as JSON; forgotten once it was read. */
  takeRoute(): string {
    const taken = { page: route, param };
    route = '';
    param = '';
    return JSON.stringify(taken);
  },
  /** Every file on the disk as [path, bytes in hex] pairs. */
  files: (): string =>
    JSON.stringify([...files].map(([path, bytes]) => [path, Buffer.from(bytes).toString('hex')])),
  counts: (): string => JSON.stringify(counts),
};

export type Guest = typeof guest;

Object.assign(globalThis, { benchGuest: guest });
