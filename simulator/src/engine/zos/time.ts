/** `Time`: the watch's wall clock, and callbacks each minute, hour and day and when the phone sets the time. */
import type { Task } from '../clock.ts';
import type { ZosContext } from './context.ts';
import { type Deliver, deliverTo, sensorObject } from './sensor-listeners.ts';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

/** Functions for moon and sun, which are refused by name. */
const REFUSED = [
  'getFestival getLunarYear getLunarMonth getLunarDay getLunarFestival getSolarTerm getShowFestival',
  'getLunarMonthCalendar onSunrise onSunset',
]
  .join(' ')
  .split(' ');

/** Calls back each time the local wall clock passes a multiple of `periodMs`, until the bundle ends. */
function every(context: ZosContext, what: string, periodMs: number, deliver: Deliver): void {
  const { world, realm } = context;
  const release = realm.trackPending(what);
  let task: Task | undefined;
  function arm(): void {
    const localMs = world.wallClock.epochMs + world.wallClock.zoneOffsetMin * MINUTE_MS;
    const restMs = periodMs - (localMs % periodMs);
    world.clock.cancel(task);
    task = world.clock.after(restMs, () => {
      arm();
      deliver();
    });
  }
  arm();
  world.wallClock.onChange(() => {
    if (realm.alive) arm();
  });
  realm.onEnd(() => {
    world.clock.cancel(task);
    release();
  });
}

/** A method that adds a listener for each multiple of a period. */
function eachMethod(context: ZosContext, name: string, periodMs: number) {
  const what = `Time.${name}`;
  return function listen(this: object, callback: unknown): void {
    every(context, what, periodMs, deliverTo(context, this, what, callback));
  };
}

function followPhoneTime({ world, realm }: ZosContext, deliver: Deliver): void {
  realm.onEnd(world.environment.listen('time', deliver));
}

export function timeClass(context: ZosContext): unknown {
  const { world } = context;
  const local = (): Date => new Date(world.wallClock.epochMs + world.wallClock.zoneOffsetMin * MINUTE_MS);
  return function Time(): unknown {
    const time: Record<string, unknown> = {
      getTime: () => world.wallClock.epochMs,
      getFullYear: () => local().getUTCFullYear(),
      getMonth: () => local().getUTCMonth() + 1,
      getDate: () => local().getUTCDate(),
      getHours: () => local().getUTCHours(),
      getMinutes: () => local().getUTCMinutes(),
      getSeconds: () => local().getUTCSeconds(),
      getDay: () => local().getUTCDay() || 7,
      getHourFormat: () => (world.environment.hourFormat === 24 ? 1 : 0),
      getFormatHour() {
        const hour = local().getUTCHours();
        return world.environment.hourFormat === 24 ? hour : hour % 12 || 12;
      },
      onPerMinute: eachMethod(context, 'onPerMinute', MINUTE_MS),
      onPerDay: eachMethod(context, 'onPerDay', DAY_MS),
    };
    if (context.level >= 300) {
      time.onPerHourEnd = eachMethod(context, 'onPerHourEnd', HOUR_MS);
      time.onPhoneTimeSetting = function listen(this: object, callback: unknown): void {
        followPhoneTime(context, deliverTo(context, this, 'Time.onPhoneTimeSetting', callback));
      };
    }
    for (const name of REFUSED) time[name] = () => world.log.refuse(`@zos/sensor.Time.${name}`);
    return sensorObject(context, time);
  };
}
