/**
 * Alarms of `@zos/alarm` and the launch timers of `@zos/router`: when they are due by the watch's wall clock, and
 * what they wake. Fires to the millisecond; how late a real watch is, nobody has published.
 */
import type { Task } from '../clock.ts';
import type { World } from '../world.ts';

export type Repeat = 'once' | 'minute' | 'hour' | 'day' | 'week';

export interface AlarmRequest {
  readonly url: string;
  readonly param: string | undefined;
  /** WallClock clock time, UTC ms. */
  readonly atEpochMs: number;
  readonly stored: boolean;
  readonly repeat: Repeat;
  /** Bits of `WEEK_MON` (1) to `WEEK_SUN` (64), for weekly alarms. */
  readonly weekDays: number;
  /** Every how many periods it repeats. */
  readonly every: number;
}

export interface Alarms {
  readonly ids: readonly number[];
  set(order: AlarmRequest): number;
  cancel(id: number): boolean;
  /** Forgets what is not stored and re-arms the rest. */
  reboot(): void;
}

interface Alarm {
  readonly id: number;
  readonly order: AlarmRequest;
  atEpochMs: number;
  task: Task | undefined;
}

/** Lateness of alarms that are assumed to be late, ms. */
const LATE_MS = 10_000;
const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;
const PERIOD_MS: Readonly<Record<Repeat, number>> = {
  once: 0,
  minute: MINUTE_MS,
  hour: 60 * MINUTE_MS,
  day: DAY_MS,
  week: DAY_MS,
};

function isChosenDay(epochMs: number, order: AlarmRequest, zoneOffsetMin: number): boolean {
  if (order.repeat !== 'week' || order.weekDays === 0) return true;
  const day = new Date(epochMs + zoneOffsetMin * MINUTE_MS).getUTCDay();
  return (order.weekDays & (1 << ((day + 6) % 7))) !== 0;
}

export function createAlarms(world: World): Alarms {
  const alarms: Alarm[] = [];
  let lastId = 0;

  function nextAfter(alarm: Alarm): number {
    const { order } = alarm;
    let atMs = alarm.atEpochMs;
    do {
      atMs += PERIOD_MS[order.repeat] * (order.repeat === 'week' ? 1 : Math.max(1, order.every));
    } while (!isChosenDay(atMs, order, world.wallClock.zoneOffsetMin));
    return atMs;
  }

  function fire(alarm: Alarm): void {
    const { url, param, repeat } = alarm.order;
    world.log.emit('alarm', `${alarm.id} is due: ${url}`, { id: alarm.id, url });
    if (repeat === 'once') alarms.splice(alarms.indexOf(alarm), 1);
    else {
      alarm.atEpochMs = nextAfter(alarm);
      arm(alarm);
    }
    if ((world.app.manifest.module['app-service']?.services ?? []).indexOf(url) >= 0) {
      world.services.runOnce(url, param, `alarm ${alarm.id}`);
      return;
    }
    if (world.assumed.is('alarm-launch', 'silent') && !world.screen.on) return;
    const launch = (): void => {
      world.screen.turnOn(`alarm ${alarm.id}`);
      world.watch.launch(url, param);
    };
    if (world.assumed.is('alarm-launch', 'late')) world.clock.after(LATE_MS, launch);
    else launch();
  }

  function arm(alarm: Alarm): void {
    world.clock.cancel(alarm.task);
    alarm.task = world.clock.at(world.wallClock.uptimeAt(alarm.atEpochMs), () => fire(alarm));
  }

  world.wallClock.onChange(() => {
    for (const alarm of alarms) arm(alarm);
  });

  return {
    get ids() {
      return alarms.map((alarm) => alarm.id);
    },
    set(order) {
      lastId += 1;
      const alarm: Alarm = { id: lastId, order, atEpochMs: order.atEpochMs, task: undefined };
      if (!isChosenDay(alarm.atEpochMs, order, world.wallClock.zoneOffsetMin))
        alarm.atEpochMs = nextAfter(alarm);
      alarms.push(alarm);
      arm(alarm);
      world.log.emit('alarm', `${alarm.id} set: ${order.url}`, { id: alarm.id, atEpochMs: alarm.atEpochMs });
      return alarm.id;
    },
    cancel(id) {
      const index = alarms.findIndex((alarm) => alarm.id === id);
      const alarm = alarms[index];
      if (alarm === undefined) return false;
      world.clock.cancel(alarm.task);
      alarms.splice(index, 1);
      world.log.emit('alarm', `${id} cancelled`, { id });
      return true;
    },
    reboot() {
      for (const alarm of alarms.slice()) {
        if (alarm.order.stored) continue;
        world.clock.cancel(alarm.task);
        alarms.splice(alarms.indexOf(alarm), 1);
      }
    },
  };
}
