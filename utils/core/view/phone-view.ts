/** What the phone page lists: sessions of all watches, newest first, with their holds. Made from the stored text alone. */
import { decodeRecord } from '../log/decode.ts';
import type { SessionRecord } from '../log/record.ts';
import { decodeBlock, isBlockKey } from '../sync/block.ts';
import type { PhoneKey } from '../text/phone-en.ts';

export interface PhonePhrase {
  readonly key: PhoneKey;
  readonly values: readonly (string | number | PhonePhrase)[];
}

export interface SessionItem {
  readonly startedAtMs: number;
  readonly title: PhonePhrase;
  readonly lines: readonly PhonePhrase[];
}

export interface PhoneView {
  readonly sessions: readonly SessionItem[];
  readonly faults: readonly PhonePhrase[];
}

export function phoneView(storage: Readonly<Record<string, string>>): PhoneView {
  const sessions: SessionItem[] = [];
  const faults: PhonePhrase[] = [];
  for (const key of Object.keys(storage)) {
    if (!isBlockKey(key)) continue;
    const block = decodeBlock(storage[key]);
    if (block.damagedLines.length > 0) {
      faults.push(say('phone.damaged', `${key}, ${block.damagedLines.join(', ')}`));
    }
    for (const frame of block.frames) {
      const record = decodeRecord(frame);
      if (!record.ok) faults.push(say('phone.update', frame.seq));
      else if (record.value.kind === 'session') sessions.push(sessionItem(record.value));
    }
  }
  sessions.sort((a, b) => b.startedAtMs - a.startedAtMs);
  return { sessions, faults };
}

function sessionItem(record: SessionRecord): SessionItem {
  const lines = record.holds.map((hold) =>
    say(
      'phone.hold',
      say(`phone.step.${hold.step}`),
      say(`phone.side.${hold.side}`),
      hold.spot,
      hold.seconds,
      say(`phone.outcome.${hold.outcome}`),
    ),
  );
  if (record.beats > 0) lines.push(say('phone.lifts', record.beats));
  lines.push(say(`phone.how.${record.how}`));
  return {
    startedAtMs: record.startedAtMs,
    title: say(
      'phone.session',
      localTime(record.startedAtMs, record.zoneOffsetMin),
      Math.round(record.durationS / 60),
    ),
    lines,
  };
}

function say(key: PhoneKey, ...values: readonly (string | number | PhonePhrase)[]): PhonePhrase {
  return { key, values };
}

/** `2026-11-23 18:05` as the wearer's clock showed it, from UTC and the stored offset: no time zone table is asked. */
function localTime(utcMs: number, offsetMin: number): string {
  const minutes = Math.floor(utcMs / 60_000) + offsetMin;
  const days = Math.floor(minutes / 1_440);
  const [year, month, day] = civilDate(days);
  const inDay = minutes - days * 1_440;
  return `${year}-${two(month)}-${two(day)} ${two(Math.floor(inDay / 60))}:${two(inDay % 60)}`;
}

/** Year, month, day of a day number counted from 1970-01-01 (proleptic Gregorian, years from March on). */
function civilDate(days: number): readonly [number, number, number] {
  const shifted = days + 719_468;
  const era = Math.floor(shifted / 146_097);
  const dayOfEra = shifted - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1_460) +
      Math.floor(dayOfEra / 36_524) -
      Math.floor(dayOfEra / 146_096)) /
      365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const marchMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const day = dayOfYear - Math.floor((153 * marchMonth + 2) / 5) + 1;
  const month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9;
  return [yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day];
}

function two(value: number): string {
  return value < 10 ? `0${value}` : String(value);
}
