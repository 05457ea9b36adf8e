/** `Time`: the watch's wall clock, and callbacks each minute, hour and day and when the phone sets the time. */
import type { Task } from '../clock.ts';
import type { ZosContext } from './context.ts';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

/** Data of moon and sun, which are refused by name. */
const REFUSED = [
  'getFestival getLunarYear getLunarMonth getLunarDay getLunarFestival getSolarTerm getShowFestival',
  'getLunarMonthCalendar onSunrise onSunset',
]
  .join(' ')
  .split(' ');

/** Calls back each time the local wall clock passes a multiple of `periodMs`, until the bundle ends. */
function every(context: ZosContext, what: string, periodMs: number, callback: unknown): void {
  const { world, realm } = context;
  const release = realm.trackPending(what);
  let task: Task | undefined;
  function arm(): void {
    const localMs = world.wallClock.epochMs + world.wallClock.zoneOffsetMin * MINUTE_MS;
    const restMs = periodMs - (localMs % periodMs);
    world.clock.cancel(task);
    task = world.clock.after(restMs, () => {
      arm();
      context.call(what, callback);
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
      onPerMinute: (callback: unknown) => every(context, 'Time.onPerMinute', MINUTE_MS, callback),
      onPerDay: (callback: unknown) => every(context, 'Time.onPerDay', DAY_MS, callback),
    };
    if (context.level >= 300) {
      time.onPerHourEnd = (callback: unknown) => every(context, 'Time.onPerHourEnd', HOUR_MS, callback);
      time.onPhoneTimeSetting = (callback: unknown) => {
        const stop = world.environment.listen(
          'time',
          () => void context.call('Time.onPhoneTimeSetting', callback),
        );
        context.realm.onEnd(stop);
      };
    }
    for (const name of REFUSED) time[name] = () => world.log.refuse(`@zos/sensor.Time.${name}`);
    return time;
  };
}
