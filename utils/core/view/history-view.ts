/** The history: the newest sessions, one line each; a session opens to its holds (the summary). */
import type { SessionRecord } from '../log/record.ts';
import { civilDate, localDay, weekday } from '../schedule/calendar.ts';
import { type Phrase, phrase } from '../text/phrase.ts';

/** As many as the watch keeps below the phone's watermark. */
export const HISTORY_LENGTH = 50;

/** "Mon 23.11.: 4 holds, 6 min" */
export function historyLine(record: SessionRecord): Phrase {
  const { startedAtMs, zoneOffsetMin, holds, durationS } = record;
  const day = localDay(startedAtMs, zoneOffsetMin);
  const [, month, date] = civilDate(day);
  const name = phrase(`day.${weekday(day) as 0 | 1 | 2 | 3 | 4 | 5 | 6}`);
  return phrase('history.line', name, date, month, holds.length, Math.round(durationS / 60));
}
