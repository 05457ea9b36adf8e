/** The history: the newest sessions, one line each; a session opens to its holds (the summary). */
import type { SessionRecord } from '../log/record.ts';
import { localDay, weekday } from '../schedule/calendar.ts';
import { type Phrase, phrase } from '../text/phrase.ts';

/** As many as the watch keeps below the phone's watermark. */
export const HISTORY_LENGTH = 50;

/** "Mon 23.11.: 4 holds, 6 min" */
export function historyLine(record: SessionRecord): Phrase {
  const { startedAtMs, zoneOffsetMin, holds, durationS } = record;
  const day = localDay(startedAtMs, zoneOffsetMin);
  const [month, date] = monthAndDate(day);
  const name = phrase(`day.${weekday(day) as 0 | 1 | 2 | 3 | 4 | 5 | 6}`);
  return phrase('history.line', name, date, month, holds.length, Math.round(durationS / 60));
}

/** Month (1 to 12) and day of the month, of a day counted from 1970-01-01. */
function monthAndDate(day: number): readonly [number, number] {
  // Years that begin in March put the leap day at their end.
  const sinceMarch = day + 719_468;
  const era = Math.floor(sinceMarch / 146_097);
  const dayOfEra = sinceMarch - era * 146_097;
  const year = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1_460) +
      Math.floor(dayOfEra / 36_524) -
      Math.floor(dayOfEra / 146_096)) /
      365,
  );
  const dayOfYear = dayOfEra - (365 * year + Math.floor(year / 4) - Math.floor(year / 100));
  const month = Math.floor((5 * dayOfYear + 2) / 153);
  return [month < 10 ? month + 3 : month - 9, dayOfYear - Math.floor((153 * month + 2) / 5) + 1];
}
