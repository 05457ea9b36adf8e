/**
 * The timers of one bundle. A tester can make the watch's timers stall, drift and fire twice; those of a page stand still
 * while the screen is dark, except system timers. The phone's timers are always exact.
 */
import type { Task } from '../clock.ts';
import type { Realm } from './realm.ts';

type Callback = (...args: unknown[]) => unknown;

interface TimerRequest {
  readonly callback: Callback;
  readonly args: readonly unknown[];
  /** The delay that the app gave, ms; `delayOf` gives the one that counts. */
  readonly periodMs: number;
  readonly repeats: boolean;
  /** A system timer (`createSysTimer`), which runs with the screen dark too. */
  readonly isSystem: boolean;
}

interface Timer extends TimerRequest {
  readonly id: number;
  task: Task | undefined;
}

export interface RealmTimers {
  /** Starts a timer and returns its number. */
  start(request: TimerRequest): number;
  stop(id: number): void;
  stopAll(): void;
  /** The number of timers that are waiting. */
  readonly count: number;
}

/** Lateness of timers that are assumed to be late, ms. */
const LATE_MS = 400;

/** Rate of timers that are assumed to be half a second late after 30 s. */
const DRIFT_RATE = 1 + 0.5 / 30;

/** Longest delay that counts, ms: 2^31 - 1, as in every JavaScript timer. */
const LONGEST_MS = 2147483647;

/** The delay that counts, ms: a whole number of at least 1. Anything else counts as 1. */
function delayOf(periodMs: number): number {
  const asked = Number(periodMs);
  return asked >= 1 && asked <= LONGEST_MS ? Math.floor(asked) : 1;
}

/** Creates the timers of a realm. */
export function createRealmTimers(realm: Realm): RealmTimers {
  const { world } = realm;
  const timers = new Map<number, Timer>();
  /** Timers that came due in the dark and fire on waking. */
  const asleep = new Set<Timer>();
  const isOnWatch = realm.kind !== 'side' && realm.kind !== 'settings';
  const isForeground = realm.kind === 'app' || realm.kind === 'page' || realm.kind === 'widget';
  let lastId = 0;

  function lateMs(timer: Timer): number {
    if (!isForeground) return 0;
    return world.assumed.is(timer.isSystem ? 'system-timers' : 'page-timers', 'late') ? LATE_MS : 0;
  }

  function driftRate(): number {
    return world.assumed.is('timer-drift', 'slow') ? DRIFT_RATE : 1;
  }

  function standsStill(timer: Timer): boolean {
    if (world.screen.on) return false;
    if (realm.kind === 'service') return world.assumed.is('service-in-dark', 'stops');
    return isForeground && !timer.isSystem && world.assumed.is('timers-in-dark', 'stop');
  }

  function arm(timer: Timer): void {
    const rate = isOnWatch ? world.environment.timers.rate * driftRate() : 1;
    const delayMs = Math.max(1, Math.round(delayOf(timer.periodMs) * rate));
    const dueMs = world.clock.uptimeMs + delayMs + lateMs(timer);
    timer.task = world.clock.at(dueMs, () => fire(timer));
  }

  function call(timer: Timer): void {
    realm.run('timer', () => timer.callback(...timer.args));
  }

  function fire(timer: Timer): void {
    const { stalledUntilMs, doubled } = world.environment.timers;
    timer.task = undefined;
    if (isOnWatch && stalledUntilMs > world.clock.uptimeMs) {
      timer.task = world.clock.at(stalledUntilMs, () => fire(timer));
      return;
    }
    if (standsStill(timer)) {
      asleep.add(timer);
      return;
    }
    if (timer.repeats) arm(timer);
    else timers.delete(timer.id);
    call(timer);
    if (isOnWatch && doubled && realm.alive) call(timer);
  }

  if (isForeground || realm.kind === 'service') {
    const stopListening = world.screen.listen((on) => {
      if (!on) return;
      const woken = Array.from(asleep);
      asleep.clear();
      for (const timer of woken) timer.task = world.clock.after(0, () => fire(timer));
    });
    realm.onEnd(stopListening);
  }

  return {
    start(request) {
      lastId += 1;
      const timer: Timer = { ...request, id: lastId, task: undefined };
      timers.set(timer.id, timer);
      if (realm.alive) arm(timer);
      return timer.id;
    },
    stop(id) {
      const timer = timers.get(id);
      if (timer === undefined) return;
      timers.delete(id);
      asleep.delete(timer);
      world.clock.cancel(timer.task);
    },
    stopAll() {
      timers.forEach((timer) => {
        world.clock.cancel(timer.task);
      });
      timers.clear();
      asleep.clear();
    },
    get count() {
      return timers.size;
    },
  };
}

type Start = (callback: Callback, ms: number, ...args: unknown[]) => number;

export interface TimerFunctions {
  readonly setTimeout: Start;
  readonly setInterval: Start;
  readonly setImmediate: (callback: Callback, ...args: unknown[]) => number;
  readonly clearTimeout: (id: number) => void;
  readonly clearInterval: (id: number) => void;
  readonly clearImmediate: (id: number) => void;
}

/**
 * `setTimeout` and its siblings for one bundle.
 * @param check called with the name of the function before a timer starts; it may throw
 */
export function timerFunctions(
  realm: Realm,
  check: (name: string) => void = () => undefined,
): TimerFunctions {
  const start =
    (name: string, repeats: boolean): Start =>
    (callback, periodMs, ...args) => {
      check(name);
      return realm.timers.start({ callback, periodMs, repeats, args, isSystem: false });
    };
  const stop = (id: number): void => realm.timers.stop(id);
  const immediately = start('setImmediate', false);
  return {
    setTimeout: start('setTimeout', false),
    setInterval: start('setInterval', true),
    setImmediate: (callback, ...args) => immediately(callback, 0, ...args),
    clearTimeout: stop,
    clearInterval: stop,
    clearImmediate: stop,
  };
}
