/** Rated sessions for tests of the trend, and the sentences that it makes of them. */
import { plainRecord } from '../../tools/shared/plain-record.ts';
import { type locales, phoneTexts } from '../../utils/core/text/catalogues.ts';
import type { PhonePhrase } from '../../utils/core/text/phone-phrase.ts';
import { fill } from '../../utils/core/text/phrase.ts';
import type { StoredSession } from '../../utils/core/trend/stored-log.ts';
import { trendLines } from '../../utils/core/trend/trend-lines.ts';
import type { SideMeasure } from '../../utils/core/trend/trend-verdict.ts';
import { DAY_MS, ratedSession } from './stored-log.ts';

/** Sunday, 2026-11-29, 12:00 UTC. */
export const NOW_MS = Date.UTC(2026, 10, 29, 12);
export const TODAY = Math.floor(NOW_MS / DAY_MS);

export type Ratings = Partial<Pick<StoredSession, SideMeasure>>;

/** Sessions newest first, from ratings oldest first: every third day up to today, unless `daysAgo` says when. */
export function sessionsOf(
  ratings: readonly Ratings[],
  daysAgo = (at: number): number => (ratings.length - 1 - at) * 3,
): readonly StoredSession[] {
  return ratings
    .map((rated, at) =>
      ratedSession({
        seq: at + 1,
        record: { ...plainRecord, startedAtMs: NOW_MS - daysAgo(at) * DAY_MS },
        contact: null,
        painBefore: null,
        painAfter: null,
        ...rated,
      }),
    )
    .reverse();
}

export function inWords(phrase: PhonePhrase, locale: (typeof locales)[number] = 'en-US'): string {
  const values = phrase.values.map((value) => (typeof value === 'object' ? inWords(value, locale) : value));
  return fill(phoneTexts[locale][phrase.key], values);
}

export const said = (sessions: readonly StoredSession[]): readonly string[] =>
  trendLines(sessions, TODAY).map((line) => inWords(line));

export const contacts = (...values: readonly number[]): readonly Ratings[] =>
  values.map((contact) => ({ contact }));
