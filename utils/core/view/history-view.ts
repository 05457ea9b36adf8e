/** The history: a card for each of the newest sessions. A tap on one opens its summary. */
import { minutesOf } from '../log/guided-time.ts';
import type { SessionRecord } from '../log/record.ts';
import { civilDate, localDay, localMinutes, weekday } from '../schedule/calendar.ts';
import { timePhrase } from '../schedule/next-phrase.ts';
import { isPossibleStart } from '../schedule/possible-start.ts';
import { type Phrase, phrase } from '../text/phrase.ts';
import { spotsOf } from './summary-view.ts';

/** How many records the watch keeps, whatever the phone holds. */
export const HISTORY_LENGTH = 50;
/** How many sessions the history shows; each is four widgets, and the phone shows them all. */
export const HISTORY_ROWS = 20;

export interface HistoryRow {
  /** Such as "Today, 18:05" or "Mon 5 Jan, 18:05". */
  readonly when: Phrase;
  /** The spots that were held, and the guided minutes, such as "Left 2 of 2 spots · 6 min". */
  readonly outcome: Phrase;
}

/** The watch's clock while the history is shown. */
export interface HistoryClock {
  /** UTC ms. */
  readonly nowMs: number;
  /** The local calendar day. */
  readonly today: number;
  /** The watch shows hours from 1 to 12. */
  readonly isTwelveHour: boolean;
}

export function historyRow(record: SessionRecord, clock: HistoryClock): HistoryRow {
  const count = countPhrase(record);
  // The march is counted in lifts and has no guided minutes.
  const [minutes] = minutesOf(record);
  return {
    when: whenPhrase(record, clock),
    outcome: minutes > 0 ? phrase('history.outcome', count, minutes) : count,
  };
}

/** An impossible date is not shown. */
function whenPhrase(
  { startedAtMs, zoneOffsetMin }: SessionRecord,
  { nowMs, today, isTwelveHour }: HistoryClock,
): Phrase {
  if (!isPossibleStart(startedAtMs, nowMs)) return phrase('history.wrong-date');
  const time = timePhrase(localMinutes(startedAtMs, zoneOffsetMin), isTwelveHour);
  return phrase('history.when', dayPhrase(localDay(startedAtMs, zoneOffsetMin), today), time);
}

function dayPhrase(day: number, today: number): Phrase {
  if (day === today) return phrase('day.today');
  if (day === today - 1) return phrase('day.yesterday');
  const [, month, date] = civilDate(day);
  return phrase(
    'day.date',
    phrase(`day.${weekday(day) as 0 | 1 | 2 | 3 | 4 | 5 | 6}`),
    date,
    phrase(`month.${month as 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10 | 11 | 12}`),
  );
}

/** The spots of both sides together; with one side, its name; the march if no spot was planned. */
function countPhrase(record: SessionRecord): Phrase {
  const { sides, beats } = record;
  const worked = sides.filter((_, at) => spotsOf(record, at)[1] > 0);
  const [done, spots] = [0, 1].map((which) =>
    sides.reduce((sum, _, at) => sum + (spotsOf(record, at)[which] as number), 0),
  ) as [number, number];
  const [only] = worked;
  if (only === undefined) return beats > 0 ? phrase('summary.march', beats) : phrase('history.nothing');
  if (worked.length > 1) return phrase('history.count', done, spots);
  const key = spots === 1 ? 'history.side.one' : 'history.side';
  return phrase(key, phrase(`history.side.${only}`), done, spots);
}
