/** `@zos/alarm` (API 3.0). Repeats by month and by year are refused by name. */
import { pagesOf, servicesOf } from '../manifest.ts';
import { recordOf } from '../values.ts';
import type { Repeat } from '../watch/alarms.ts';
import { moduleOf, paramText, type ZosContext } from './context.ts';

const PERMISSION = 'device:os.alarm';
/** Kinds of repetition by the number of their constant. */
const REPEATS: readonly (Repeat | undefined)[] = [
  'once',
  'minute',
  'hour',
  'day',
  'week',
  undefined,
  undefined,
];
const REPEAT_NAMES = ['ONCE', 'MINUTE', 'HOUR', 'DAY', 'WEEK', 'MONTH', 'YEAR'];
const WEEK_NAMES = ['MON', 'TUE', 'WED', 'THU', 'FRI', 'SAT', 'SUN'];

/** A time in whole seconds; a fraction is a breach and is dropped. */
function wholeSeconds(context: ZosContext, value: unknown, what: string): number {
  const seconds = Number(value);
  if (Math.floor(seconds) !== seconds) {
    context.world.log.breach('alarm-fractional-seconds', `${what} ${seconds}`);
  }
  return Math.floor(seconds);
}

/** When the alarm is due, UTC ms, from `time` or `delay`. */
function dueEpochMs(context: ZosContext, option: Record<string, unknown>): number | undefined {
  const now = context.world.wallClock.epochMs;
  if (option.time !== undefined) return wholeSeconds(context, option.time, 'time') * 1000;
  if (option.delay !== undefined) return now + wholeSeconds(context, option.delay, 'delay') * 1000;
  return undefined;
}

/** Sets an alarm and returns its id, or 0 when there is none. */
function setAlarm(context: ZosContext, given: unknown): number {
  context.requirePermission(PERMISSION, 'alarm.set');
  const option = recordOf(given);
  const url = String(option.url ?? '');
  const { manifest } = context.world.app;
  if (pagesOf(manifest).indexOf(url) < 0 && servicesOf(manifest).indexOf(url) < 0) {
    context.world.log.breach('page-not-in-manifest', `alarm for ${url}`);
    return 0;
  }
  const atEpochMs = dueEpochMs(context, option);
  if (atEpochMs === undefined || Number.isNaN(atEpochMs) || atEpochMs < context.world.wallClock.epochMs)
    return 0;
  if (context.world.environment.alarms === 'refused') {
    context.world.log.emit('alarm', `refused: ${url}`, { url });
    return 0;
  }
  const repeat = REPEATS[Number(option.repeat_type ?? 0)];
  if (repeat === undefined) throw new Error('@zos/alarm REPEAT_MONTH and REPEAT_YEAR are not simulated');
  return context.world.alarms.set({
    url,
    param: paramText(option.param),
    atEpochMs,
    stored: option.store === true,
    repeat,
    weekDays: Number(option.week_days ?? 0),
    every: Number(option.repeat_period ?? 1),
  });
}

export function alarmModule(context: ZosContext): unknown {
  const constants: Record<string, readonly [string, number]> = {};
  REPEAT_NAMES.forEach((name, index) => {
    constants[`REPEAT_${name}`] = ['3.0', index];
  });
  WEEK_NAMES.forEach((name, index) => {
    constants[`WEEK_${name}`] = ['3.0', 1 << index];
  });
  return moduleOf(context, '@zos/alarm', {
    ...constants,
    set: ['3.0', (option: unknown) => setAlarm(context, option)],
    cancel: [
      '3.0',
      (given: unknown) => {
        context.requirePermission(PERMISSION, 'alarm.cancel');
        const id = typeof given === 'object' ? recordOf(given).id : given;
        if (context.world.alarms.cancel(Number(id))) return 0;
        if (context.world.assumed.is('alarm-cancel', 'throws'))
          throw new Error(`alarm.cancel: no alarm ${id}`);
        return -1;
      },
    ],
    getAllAlarms: [
      '3.0',
      () => {
        context.requirePermission(PERMISSION, 'alarm.getAllAlarms');
        return context.world.alarms.ids.slice();
      },
    ],
  });
}
