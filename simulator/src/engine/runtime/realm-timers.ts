/**
 * The timers of one bundle. Watch timers can be made to stall, drift and double; those of a page stand still while
 * the screen is dark (system timers do not). The phone's are always exact.
 */
import type { Task } from '../clock.ts';
import type { Realm } from './realm.ts';

type Callback = (...args: unknown[]) => unknown;

interface Timer {
  readonly id: number;
  readonly callback: Callback;
  readonly args: readonly unknown[];
  readonly periodMs: number;
  readonly repeats: boolean;
  /** System timers (`createSysTimer`) run whether the screen is lit or not. */
  readonly system: boolean;
  task: Task | undefined;
}

export interface RealmTimers {
  start(
    callback: Callback,
    periodMs: number,
    repeats: boolean,
    args: readonly unknown[],
    system: boolean,
  ): number;
  stop(id: number): void;
  stopAll(): void;
  /** How many are waiting. */
  readonly count: number;
}

/** Lateness of timers that are assumed to be late, ms. */
const LATE_MS = 400;

/** Longest delay that counts, ms: 2^31 - 1, as in every JavaScript timer. */
const LONGEST_MS = 2147483647;

function delayOf(periodMs: number): number {
  const asked = Number(periodMs);
  return asked >= 1 && asked <= LONGEST_MS ? Math.floor(asked) : 1;
}

export function createRealmTimers(realm: Realm): RealmTimers {
  const { world } = realm;
  const timers = new Map<number, Timer>();
  const onWatch = realm.kind !== 'side' && realm.kind !== 'settings';
  const sleeps = realm.kind === 'app' || realm.kind === 'page' || realm.kind === 'widget';
  let lastId = 0;

  function lateMs(timer: Timer): number {
    if (!sleeps) return 0;
    return world.assumed.is(timer.system ? 'system-timers' : 'page-timers', 'late') ? LATE_MS : 0;
  }

  function standsStill(timer: Timer): boolean {
    if (world.screen.on) return false;
    if (realm.kind === 'service') return world.assumed.is('service-in-dark', 'stops');
    return sleeps && !timer.system && world.assumed.is('timers-in-dark', 'stop');
  }

  function arm(timer: Timer): void {
    const rate = onWatch ? world.environment.timers.rate : 1;
    const dueMs = world.clock.uptimeMs + Math.max(1, Math.round(timer.periodMs * rate)) + lateMs(timer);
    timer.task = world.clock.at(dueMs, () => fire(timer));
  }

  function run(timer: Timer): void {
    realm.run('timer', () => timer.callback(...timer.args));
  }

  function fire(timer: Timer): void {
    const { stalledUntilMs, doubled } = world.environment.timers;
    timer.task = undefined;
    if (onWatch && stalledUntilMs > world.clock.uptimeMs) {
      timer.task = world.clock.at(stalledUntilMs, () => fire(timer));
      return;
    }
    if (standsStill(timer)) {
      asleep.add(timer);
      return;
    }
    if (timer.repeats) arm(timer);
    else timers.delete(timer.id);
    run(timer);
    if (onWatch && doubled && realm.alive) run(timer);
  }

  const asleep = new Set<Timer>();
  if (sleeps || realm.kind === 'service') {
    const stopListening = world.screen.listen((on) => {
      if (!on) return;
      const woken = Array.from(asleep);
      asleep.clear();
      for (const timer of woken) timer.task = world.clock.after(0, () => fire(timer));
    });
    realm.onEnd(stopListening);
  }

  return {
    start(callback, periodMs, repeats, args, system) {
      lastId += 1;
      const timer: Timer = {
        id: lastId,
        callback,
        args,
        periodMs: delayOf(periodMs),
        repeats,
        system,
        task: undefined,
      };
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
