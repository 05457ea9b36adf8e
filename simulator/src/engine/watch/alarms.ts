/**
 * Alarms of `@zos/alarm`: when they are due by the watch's wall clock, and what they open. They fire to the millisecond,
 * since nobody has published how late a real watch is.
 */
import type { Task } from '../clock.ts';
import { servicesOf } from '../manifest.ts';
import type { World } from '../world.ts';

export type Repeat = 'once' | 'minute' | 'hour' | 'day' | 'week';

export interface AlarmRequest {
  readonly url: string;
  readonly param: string | undefined;
  /** Wall clock time, UTC ms. */
  readonly atEpochMs: number;
  /** Whether the alarm outlives a reboot. */
  readonly stored: boolean;
  readonly repeat: Repeat;
  /** Bits of `WEEK_MON` (1) to `WEEK_SUN` (64), for weekly alarms. */
  readonly weekDays: number;
  /** The alarm repeats after this many periods, at least 1. */
  readonly every: number;
}

export interface Alarms {
  /** Ids of the alarms that are set. */
  readonly ids: readonly number[];
  /** Sets an alarm and returns its id. */
  set(request: AlarmRequest): number;
  /** False when there is no such alarm. */
  cancel(id: number): boolean;
  /** Removes the alarms that are not stored. */
  reboot(): void;
}

interface Alarm {
  readonly id: number;
  readonly request: AlarmRequest;
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

/** Whether an alarm may ring on the day of an instant (UTC ms): weekly alarms name their days. */
function isChosenDay(epochMs: number, request: AlarmRequest, zoneOffsetMin: number): boolean {
  if (request.repeat !== 'week' || request.weekDays === 0) return true;
  const day = new Date(epochMs + zoneOffsetMin * MINUTE_MS).getUTCDay();
  return (request.weekDays & (1 << ((day + 6) % 7))) !== 0;
}

/** Creates the alarms of a watch. None is set yet. */
export function createAlarms(world: World): Alarms {
  const alarms: Alarm[] = [];
  let lastId = 0;

  function nextAfter(alarm: Alarm): number {
    const { request } = alarm;
    let atMs = alarm.atEpochMs;
    do {
      atMs += PERIOD_MS[request.repeat] * (request.repeat === 'week' ? 1 : Math.max(1, request.every));
    } while (!isChosenDay(atMs, request, world.wallClock.zoneOffsetMin));
    return atMs;
  }

  function wakesService(url: string): boolean {
    if (world.assumed.is('service-alarm', 'rings')) return true;
    const event = world.app.manifest.module['app-event']?.path.replace(/\.js$/, '');
    return world.assumed.is('service-alarm', 'needs-app-event') && event === url;
  }

  function fire(alarm: Alarm): void {
    const { url, param, repeat } = alarm.request;
    world.log.emit('alarm', `${alarm.id} is due: ${url}`, { id: alarm.id, url });
    if (repeat === 'once') alarms.splice(alarms.indexOf(alarm), 1);
    else {
      alarm.atEpochMs = nextAfter(alarm);
      arm(alarm);
    }
    if (servicesOf(world.app.manifest).indexOf(url) >= 0) {
      if (!wakesService(url)) return;
      world.services.runOnce(url, param, `alarm ${alarm.id}`);
      return;
    }
    if (world.assumed.is('alarm-launch', 'never')) return;
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
    set(request) {
      lastId += 1;
      const alarm: Alarm = { id: lastId, request, atEpochMs: request.atEpochMs, task: undefined };
      if (!isChosenDay(alarm.atEpochMs, request, world.wallClock.zoneOffsetMin))
        alarm.atEpochMs = nextAfter(alarm);
      alarms.push(alarm);
      arm(alarm);
      world.log.emit('alarm', `${alarm.id} set: ${request.url}`, {
        id: alarm.id,
        atEpochMs: alarm.atEpochMs,
      });
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
        if (alarm.request.stored) continue;
        world.clock.cancel(alarm.task);
        alarms.splice(alarms.indexOf(alarm), 1);
      }
    },
  };
}
