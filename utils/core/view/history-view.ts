/** The history: one line for each of the newest sessions. A tap on one opens its summary. */
import { minutesOf } from '../log/guided-time.ts';
import type { SessionRecord } from '../log/record.ts';
import { civilDate, localDay, weekday } from '../schedule/calendar.ts';
import { type Phrase, phrase } from '../text/phrase.ts';

/** How many sessions the history lists. The watch keeps as many records whatever the phone holds. */
export const HISTORY_LENGTH = 50;

/** A session in a line, with its guided minutes, such as "Mon 11/23: 4×, 6 min". */
export function historyLine(record: SessionRecord): Phrase {
  const { startedAtMs, zoneOffsetMin, holds } = record;
  const day = localDay(startedAtMs, zoneOffsetMin);
  const [, month, date] = civilDate(day);
  const name = phrase(`day.${weekday(day) as 0 | 1 | 2 | 3 | 4 | 5 | 6}`);
  return phrase('history.line', name, date, month, holds.length, minutesOf(record)[0]);
}
