/** The trend in sentences, each a fact of the ratings and no promise: "Less sore since September: 7 → 3". */
import { civilDate, localDay } from '../schedule/calendar.ts';
import { type PhonePhrase, phrase } from '../text/phone-phrase.ts';
import type { StoredSession } from './stored-log.ts';
import {
  type KnownVerdict,
  recentVerdictOf,
  sorenessVerdicts,
  verdictsOfNow,
  WINDOW,
} from './trend-verdict.ts';

type Month = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10 | 11 | 12;

/**
 * From the start of the series to now: first soreness, by side if it was asked by side; then pain, if it says something else;
 * after each, the recent ratings, if they say something else. No lines if too few sessions are rated. `sessions` are in order,
 * newest first.
 *
 * @param today the local day, as `localDay` counts
 */
export function trendLines(sessions: readonly StoredSession[], today: number): readonly PhonePhrase[] {
  const [main, ...others] = verdictsOfNow(sessions);
  if (main === undefined) return [];
  const first = main.measure === 'contact' ? sorenessVerdicts(sessions, main) : [main];
  // If measures agree, one sentence is enough; otherwise each has its own.
  const told = [
    ...first,
    ...others.filter(({ change }) => first.some((verdict) => verdict.change !== change)),
  ];
  const lines = told.flatMap((verdict) => [verdictLine(verdict, today), ...recentLines(sessions, verdict)]);
  return told.some(({ change }) => change === 'worse') ? [...lines, phrase('trend.careful')] : lines;
}

function verdictLine({ change, measure, before, now, first }: KnownVerdict, today: number): PhonePhrase {
  return phrase(`trend.${change}.${measure}`, sincePhrase(first, today), before, now);
}

function recentLines(sessions: readonly StoredSession[], verdict: KnownVerdict): readonly PhonePhrase[] {
  const recent = recentVerdictOf(sessions, verdict.measure);
  if (verdict.sessions <= WINDOW || !recent.isKnown || recent.change === verdict.change) return [];
  return [phrase(`trend.recent.${recent.change}`, recent.sessions, recent.before, recent.now)];
}

/** When a series began: the month, with its year if that is a different one; the day if it was this month. */
function sincePhrase({ record }: StoredSession, today: number): PhonePhrase {
  const [year, month, day] = civilDate(localDay(record.startedAtMs, record.zoneOffsetMin));
  const [thisYear, thisMonth] = civilDate(today);
  const since = phrase(`since.${month as Month}`);
  if (year !== thisYear) return phrase('since.year', since, year);
  return month === thisMonth ? phrase('since.day', day, month) : since;
}
