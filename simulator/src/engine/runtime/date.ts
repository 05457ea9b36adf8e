/**
 * The `Date` of bundles. It shows the wall clock and the time zone of the simulated device, never those of the host. A time
 * zone is a fixed offset: no run crosses a change of daylight saving time.
 */
import type { WallClock } from '../clock.ts';

const MINUTE_MS = 60_000;
const DAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const GETTERS = ['FullYear', 'Month', 'Date', 'Day', 'Hours', 'Minutes', 'Seconds', 'Milliseconds'];
const SETTERS = ['FullYear', 'Month', 'Date', 'Hours', 'Minutes', 'Seconds', 'Milliseconds'];

type Methods = Record<string, (this: Date, ...args: number[]) => unknown>;

function twoDigits(value: number): string {
  return value < 10 ? `0${value}` : String(value);
}

/** A date whose UTC fields are the local fields of `date`. */
function localOf(date: Date, wallClock: WallClock): Date {
  return new Date(date.getTime() + wallClock.zoneOffsetMin * MINUTE_MS);
}

function dateText(local: Date): string {
  const day = DAYS[local.getUTCDay()] ?? '';
  const month = MONTHS[local.getUTCMonth()] ?? '';
  return `${day} ${month} ${twoDigits(local.getUTCDate())} ${local.getUTCFullYear()}`;
}

function timeText(local: Date, wallClock: WallClock): string {
  const offset = Math.abs(wallClock.zoneOffsetMin);
  const sign = wallClock.zoneOffsetMin < 0 ? '-' : '+';
  const zone = `${sign}${twoDigits(Math.floor(offset / 60))}${twoDigits(offset % 60)}`;
  return `${twoDigits(local.getUTCHours())}:${twoDigits(local.getUTCMinutes())}:${twoDigits(local.getUTCSeconds())} GMT${zone}`;
}

function addFields(methods: Methods, wallClock: WallClock): void {
  for (const field of GETTERS) {
    const utc = `getUTC${field}`;
    methods[`get${field}`] = function () {
      const local = localOf(this, wallClock) as unknown as Record<string, () => number>;
      return local[utc]?.();
    };
  }
  for (const field of SETTERS) {
    const utc = `setUTC${field}`;
    methods[`set${field}`] = function (...args) {
      const local = localOf(this, wallClock);
      (local as unknown as Record<string, (...values: number[]) => number>)[utc]?.(...args);
      return this.setTime(local.getTime() - wallClock.zoneOffsetMin * MINUTE_MS);
    };
  }
}

function addTexts(methods: Methods, wallClock: WallClock): void {
  methods.getTimezoneOffset = () => -wallClock.zoneOffsetMin;
  methods.toString = function (this: Date) {
    const local = localOf(this, wallClock);
    return `${dateText(local)} ${timeText(local, wallClock)}`;
  };
  methods.toDateString = function (this: Date) {
    return dateText(localOf(this, wallClock));
  };
  methods.toTimeString = function (this: Date) {
    return timeText(localOf(this, wallClock), wallClock);
  };
  // The watch's engine (QuickJS 2020-07-05) has no Intl and prints fixed American forms.
  methods.toLocaleDateString = function (this: Date) {
    const local = localOf(this, wallClock);
    return `${twoDigits(local.getUTCMonth() + 1)}/${twoDigits(local.getUTCDate())}/${local.getUTCFullYear()}`;
  };
  methods.toLocaleTimeString = function (this: Date) {
    const local = localOf(this, wallClock);
    const hour = local.getUTCHours();
    const hour12 = hour % 12 === 0 ? 12 : hour % 12;
    return `${twoDigits(hour12)}:${twoDigits(local.getUTCMinutes())}:${twoDigits(local.getUTCSeconds())} ${hour < 12 ? 'AM' : 'PM'}`;
  };
  methods.toLocaleString = function (this: Date) {
    return `${this.toLocaleDateString()}, ${this.toLocaleTimeString()}`;
  };
}

/** Whether a date text means local time: it has a time of day and no zone. */
function isLocalText(text: string): boolean {
  if (/(Z|GMT|UTC|[+-]\d{2}:?\d{2})$/i.test(text.trim())) return false;
  return !/^\d{4}(-\d{2}(-\d{2})?)?$/.test(text.trim());
}

function parse(text: string, wallClock: WallClock): number {
  if (!isLocalText(text)) return Date.parse(text);
  const asUtc = /^\d{4}-\d{2}-\d{2}T/.test(text) ? Date.parse(`${text}Z`) : Date.parse(`${text} GMT`);
  return asUtc - wallClock.zoneOffsetMin * MINUTE_MS;
}

function timeOf(args: readonly unknown[], wallClock: WallClock): number {
  if (args.length === 0) return wallClock.epochMs;
  if (args.length > 1) {
    const utc = Date.UTC(...(args.map(Number) as [number, number]));
    return utc - wallClock.zoneOffsetMin * MINUTE_MS;
  }
  const only = args[0];
  if (only instanceof Date) return only.getTime();
  return typeof only === 'string' ? parse(only, wallClock) : Number(only);
}

/** Makes the `Date` constructor of one realm, bound to a wall clock. */
export function createDate(wallClock: WallClock): DateConstructor {
  function SimDate(this: unknown, ...args: unknown[]): unknown {
    const time = new Date(timeOf(args, wallClock));
    if (new.target === undefined) return time.toString();
    Object.setPrototypeOf(time, new.target.prototype as object);
    return time;
  }
  const methods: Methods = {};
  addFields(methods, wallClock);
  addTexts(methods, wallClock);
  const prototype = Object.create(Date.prototype) as object;
  for (const name of Object.keys(methods)) {
    Object.defineProperty(prototype, name, { value: methods[name], writable: true, configurable: true });
  }
  Object.defineProperty(prototype, 'constructor', { value: SimDate, writable: true, configurable: true });
  SimDate.prototype = prototype;
  SimDate.now = () => wallClock.epochMs;
  SimDate.UTC = Date.UTC;
  SimDate.parse = (text: string) => parse(String(text), wallClock);
  return SimDate as unknown as DateConstructor;
}
