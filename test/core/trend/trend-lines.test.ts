/** What the trend says about a series of ratings, row by row. Each sentence is a fact about the ratings that it names. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { locales } from '../../../utils/core/text/catalogues.ts';
import type { StoredSession } from '../../../utils/core/trend/stored-log.ts';
import { trendLines } from '../../../utils/core/trend/trend-lines.ts';
import {
  meaningfulPoints,
  sorenessVerdicts,
  verdictsOfNow,
} from '../../../utils/core/trend/trend-verdict.ts';
import { contacts, inWords, type Ratings, said, sessionsOf, TODAY } from '../../support/trend-sessions.ts';

/** Ratings as the watch asks for them: each side separately, and `contact` is the worse of the answers. */
const sides = (...values: readonly (readonly [number | null, number | null])[]): readonly Ratings[] =>
  values.map(([contactLeft, contactRight]) => ({
    contact: Math.max(contactLeft ?? 0, contactRight ?? 0),
    contactLeft,
    contactRight,
  }));
/** Ratings from one value to another, over this many sessions. */
const falling = (from: number, to: number, count: number): readonly number[] =>
  Array.from({ length: count }, (_, at) => Math.round(from + ((to - from) * at) / (count - 1)));

const HALF_A_YEAR = falling(7, 3, 26);

it.each<[string, readonly StoredSession[], readonly string[]]>([
  ['nothing', [], []],
  ['one point', sessionsOf(contacts(7)), []],
  ['three points', sessionsOf(contacts(9, 5, 1)), []],
  ['four points', sessionsOf(contacts(6, 6, 4, 4)), ['Less sore since 11/20: 6 → 4']],
  [
    'half a year, soreness and pain both falling',
    sessionsOf(HALF_A_YEAR.map((contact, at) => ({ contact, painBefore: falling(7, 1, 26)[at] ?? null }))),
    ['Less sore since September: 7 → 3'],
  ],
  [
    'soreness falls while pain rises',
    sessionsOf(
      falling(7, 3, 9).map((contact, at) => ({ contact, painBefore: falling(2, 6, 9)[at] ?? null })),
    ),
    [
      'Less sore since 11/5: 7 → 4',
      'More pain before sessions since 11/5: 3 → 6',
      'Go gently. If it does not improve, ask a professional.',
    ],
  ],
  [
    'soreness stays while pain after sessions falls',
    sessionsOf(falling(5, 5, 9).map((contact, at) => ({ contact, painAfter: falling(8, 2, 9)[at] ?? null }))),
    ['No clear change in soreness since 11/5: 5 → 5', 'Less pain after sessions since 11/5: 7 → 3'],
  ],
  [
    'soreness of half a year ago, and pain now',
    sessionsOf([
      ...contacts(9, 9, 8, 8, 3, 3, 2, 2),
      ...falling(2, 5, 10).map((painBefore) => ({ painBefore })),
    ]),
    ['More pain before sessions since 11/2: 2 → 5', 'Go gently. If it does not improve, ask a professional.'],
  ],
  [
    'one answer of now after a gap of a year',
    sessionsOf(contacts(3, 3, 3, 3, 8), (at) => (at === 4 ? 0 : 400 - at * 3)),
    ['More sore since October 2025: 3 → 8', 'Go gently. If it does not improve, ask a professional.'],
  ],
  [
    'one answer a year before the others',
    sessionsOf(contacts(8, 3, 3, 3, 3), (at) => (at === 0 ? 400 : 12 - at * 3)),
    ['Less sore since October 2025: 8 → 3'],
  ],
  [
    'several sessions a day',
    sessionsOf(contacts(8, 8, 7, 3, 3, 3), (at) => (at < 3 ? 1 : 0)),
    ['Less sore since 11/28: 8 → 3'],
  ],
  [
    'better since the start, worse lately',
    sessionsOf(contacts(9, 9, 9, 8, 7, 3, 2, 2, 2, 4, 5, 5, 5, 5)),
    ['Less sore since October: 9 → 5', 'Over the last 8 ratings it has gone up: 2 → 5'],
  ],
  [
    'better since the start, and no longer',
    sessionsOf(contacts(9, 9, 9, 5, 5, 5, 5, 5, 5, 5, 5)),
    ['Less sore since October: 9 → 5', 'Over the last 8 ratings it has stayed about the same: 5 → 5'],
  ],
  [
    'a year that turned',
    sessionsOf(contacts(6, 6, 6, 2, 2, 2), (at) => (5 - at) * 80),
    ['Less sore since October 2025: 6 → 2'],
  ],
  [
    'both sides from the start on',
    sessionsOf(sides([7, 4], [7, 4], [6, 4], [3, 4], [3, 5], [3, 4])),
    [
      'Less sore on the left since 11/14: 7 → 3',
      'No clear change in soreness on the right since 11/14: 4 → 4',
    ],
  ],
  [
    'one side only',
    sessionsOf(sides([null, 6], [null, 6], [null, 4], [null, 4])),
    ['Less sore on the right since 11/20: 6 → 4'],
  ],
  [
    'one side falls while the other rises, and pain stays',
    sessionsOf(
      sides([7, 3], [7, 3], [3, 7], [3, 7]).map((rated) => ({ ...rated, painBefore: 5, painAfter: 5 })),
    ),
    [
      'Less sore on the left since 11/20: 7 → 3',
      'More sore on the right since 11/20: 3 → 7',
      'No clear change in pain before sessions since 11/20: 5 → 5',
      'No clear change in pain after sessions since 11/20: 5 → 5',
      'Go gently. If it does not improve, ask a professional.',
    ],
  ],
  [
    'one side falls while the other stays, and pain falls',
    sessionsOf(
      sides([7, 5], [7, 5], [3, 5], [3, 5]).map((rated, at) => ({ ...rated, painBefore: 8 - 2 * at })),
    ),
    [
      'Less sore on the left since 11/20: 7 → 3',
      'No clear change in soreness on the right since 11/20: 5 → 5',
      'Less pain before sessions since 11/20: 7 → 3',
    ],
  ],
  [
    'old sessions without sides, then new ones with',
    sessionsOf([...contacts(9, 9, 9, 8), ...sides([6, 2], [6, 2], [3, 2], [3, 2])]),
    [
      'Less sore since 11/8: 9 → 3',
      'Less sore on the left since 11/20: 6 → 3',
      'No clear change in soreness on the right since 11/20: 2 → 2',
    ],
  ],
  [
    'old sessions without sides, and one point with',
    sessionsOf([...contacts(9, 9, 5), ...sides([5, 2])]),
    ['Less sore since 11/20: 9 → 5'],
  ],
  [
    'a side that is asked about since three sessions',
    sessionsOf(sides([7, null], [7, null], [6, null], [3, 8], [3, 8], [3, 8])),
    ['No clear change in soreness since 11/14: 7 → 8', 'Less sore on the left since 11/14: 7 → 3'],
  ],
  [
    'a side that is no longer asked about',
    sessionsOf(
      sides(
        ...Array.from({ length: 4 }, () => [2, 5] as const),
        ...Array.from({ length: 9 }, () => [5, null] as const),
      ),
    ),
    [
      'More sore on the left since October: 2 → 5',
      'Over the last 8 ratings it has stayed about the same: 5 → 5',
      'Go gently. If it does not improve, ask a professional.',
    ],
  ],
  [
    'sides after a gap of a year',
    sessionsOf(sides([8, 8], [8, 8], [8, 8], [8, 8], [3, 8]), (at) => (at === 4 ? 0 : 400 - at * 3)),
    [
      'Less sore on the left since October 2025: 8 → 3',
      'No clear change in soreness on the right since October 2025: 8 → 8',
    ],
  ],
])('%s', (_what, sessions, lines) => {
  expect(said(sessions)).toEqual(lines);
});

it.each([
  [0, 1],
  [1, 1],
  [4, 1],
  [4.5, 1],
  [5, 2],
  [7, 2],
  [7.5, 3],
  [8, 3],
  [10, 3],
])('a series that began at %f counts as changed from %i points on', (before, points) => {
  expect(meaningfulPoints(before)).toBe(points);
});

it('no sentence contradicts the ratings that it names, and each has its words in every language', () => {
  const rating = fc.option(fc.integer({ min: 0, max: 10 }));
  const any = fc.array(
    fc.record({
      contact: rating,
      contactLeft: rating,
      contactRight: rating,
      painBefore: rating,
      painAfter: rating,
      gapDays: fc.integer({ min: 0, max: 120 }),
    }),
    { maxLength: 40 },
  );
  fc.assert(
    fc.property(any, fc.constantFrom(...locales), (all, locale) => {
      let ago = 0;
      const daysAgo = all.map(({ gapDays }) => (ago += gapDays)).reverse();
      const sessions = sessionsOf(all, (at) => (daysAgo[at] ?? 0) - (daysAgo[all.length - 1] ?? 0));
      const verdicts = verdictsOfNow(sessions);
      const soreness = verdicts.slice(0, 1).flatMap((contact) => sorenessVerdicts(sessions, contact));
      for (const { change, before, now, measure } of [...verdicts, ...soreness]) {
        const points = meaningfulPoints(before);
        expect(change).toBe(now - before <= -points ? 'better' : now - before >= points ? 'worse' : 'same');
        const rated = sessions.map((session) => session[measure]).filter((value) => value !== null);
        for (const value of [before, now]) {
          expect(value).toBeGreaterThanOrEqual(Math.min(...rated));
          expect(value).toBeLessThanOrEqual(Math.max(...rated));
        }
      }
      for (const line of trendLines(sessions, TODAY))
        expect(inWords(line, locale)).not.toMatch(/\{\d\}|undefined|NaN/);
    }),
  );
});
