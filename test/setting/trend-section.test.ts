/** What the phone page shows of the trend: the verdict, and the ratings as charts. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { trendSection } from '../../setting/sections/trend.ts';
import { plainRecord } from '../../tools/shared/plain-record.ts';
import type { Frame } from '../../utils/core/log/frame.ts';
import { phoneTexts } from '../../utils/core/text/catalogues.ts';
import { openSection, stubWidgets } from '../support/drawn-section.ts';
import { DAY_MS, ratedFrames, ratingFrame, textsWith } from '../support/stored-log.ts';

vi.mock('i18n', () => ({ gettext: () => 'en-US' }));
beforeEach(stubWidgets);
afterEach(() => vi.unstubAllGlobals());

const en = phoneTexts['en-US'];
const NOW_MS = plainRecord.startedAtMs + 100 * DAY_MS;

describe('the trend', () => {
  const open = (frames: readonly Frame[]) => openSection(textsWith(frames), trendSection, NOW_MS);
  const many = (count: number) =>
    Array.from({ length: count }, (_, at) => [8 - (at % 3), 5 - (at % 2), Math.max(1, 8 - at)] as const);
  const bars = (page: ReturnType<typeof open>): readonly string[] =>
    page
      .styles()
      .flatMap(({ background, height }) => (background && height ? [`${background} ${height}`] : []));

  it('of no session says so, and has nothing to open', () => {
    const page = open([]);
    expect([page.lines().length, page.labels()]).toEqual([1, []]);
  });

  it('of few sessions says how many it needs, and still draws pain before and after', () => {
    const page = open(
      ratedFrames(NOW_MS, [
        [8, 4, 6],
        [6, 2, 5],
      ]),
    );
    expect(bars(page)).toEqual(['#3d7fc4 58px', '#2f9460 29px', '#3d7fc4 43px', '#2f9460 14px']);
  });

  it('draws a gap for a missing answer, a small bar for 0, and no chart without any answer', () => {
    expect(
      bars(
        open(
          ratedFrames(NOW_MS, [
            [null, 0, null],
            [10, null, null],
          ]),
        ),
      ),
    ).toEqual(['#3d7fc4 0px', '#2f9460 3px', '#3d7fc4 72px', '#2f9460 0px']);
    expect(
      bars(
        open(
          ratedFrames(NOW_MS, [
            [null, null, 4],
            [null, null, 3],
          ]),
        ),
      ),
    ).toEqual([]);
  });

  it('opens to the numbers behind the bars, and closes again', () => {
    const page = open(
      ratedFrames(NOW_MS, [
        [8, 4, 6],
        [6, null, 5],
      ]),
    );
    const closed = [page.lines(), page.labels()];
    page.press(page.labels()[0] ?? '');
    expect(page.lines().some((line) => line.includes('8/4  6/–'))).toBe(true);
    expect(page.lines().some((line) => line.includes('6 5'))).toBe(true);
    expect(page.labels()).not.toEqual(closed[1]);
    page.press(page.labels()[0] ?? '');
    expect([page.lines(), page.labels()]).toEqual(closed);
  });

  it('draws each side if both were rated, and behind them the range in which a change does not count', () => {
    const frames = ratedFrames(NOW_MS, many(12)).flatMap((frame, at) => [frame, at]);
    const sessions = frames.filter((one): one is Frame => typeof one !== 'number');
    const ratings = sessions.map((_, at) =>
      ratingFrame(100 + at, at + 1, { contactLeft: 8 - (at % 6), contactRight: 7 - (at % 6) }),
    );
    const one = open(sessions);
    one.press(one.labels()[0] ?? '');
    const both = open([...sessions, ...ratings]);
    both.press(both.labels()[0] ?? '');
    const contactBars = (page: typeof one): number =>
      bars(page).filter((bar) => bar.startsWith('#c2701c')).length;
    expect([contactBars(one), contactBars(both)]).toEqual([12, 24]);
    expect(bars(one).filter((bar) => bar.startsWith('#8883'))).toHaveLength(1);
  });

  it('of many sessions shows the first and the latest, with a gap between them, and says so', () => {
    const few = open(ratedFrames(NOW_MS, many(12)));
    const lots = open(ratedFrames(NOW_MS, many(40)));
    expect(bars(lots).filter((bar) => bar.endsWith(' 0px')).length).toBe(2);
    const gap = en['trend.gap'];
    expect([few, lots].map((page) => page.lines().includes(gap))).toEqual([false, true]);
  });

  it('draws all of 24 sessions, without a gap', () => {
    const page = open(ratedFrames(NOW_MS, many(24)));
    expect(bars(page)).toHaveLength(48);
    expect(bars(page).filter((bar) => bar.endsWith(' 0px'))).toEqual([]);
    expect(page.lines()).not.toContain(en['trend.gap']);
  });

  it('says in its numbers which answer is missing', () => {
    const page = open(
      ratedFrames(NOW_MS, [
        [null, 0, null],
        [10, null, null],
      ]),
    );
    page.press(page.labels()[0] ?? '');
    expect(page.lines()).toContainEqual(expect.stringContaining('–/0  10/–'));
  });

  it.each([
    ['one chart if only one side was rated', { contactLeft: 5 }, ['contact']],
    [
      'a chart for each side if both were rated once',
      { contactLeft: 5, contactRight: 4 },
      ['contactLeft', 'contactRight'],
    ],
  ] as const)('has %s', (_, rating, measures) => {
    const page = open([...ratedFrames(NOW_MS, many(12)), ratingFrame(100, 12, rating)]);
    page.press(page.labels()[0] ?? '');
    const titles = (['contact', 'contactLeft', 'contactRight'] as const).filter((measure) =>
      page.lines().includes(en['trend.chart'].replace('{0}', en[`trend.measure.${measure}`])),
    );
    expect(titles).toEqual(measures);
  });

  it('draws the first three sessions, a gap, and the latest twenty', () => {
    const ratings = Array.from({ length: 40 }, (_, at) => [at < 3 ? 10 - at : 1, 5, 4] as const);
    const before = bars(open(ratedFrames(NOW_MS, ratings))).filter((bar) => bar.startsWith('#3d7fc4'));
    expect(before).toHaveLength(24);
    expect(before.slice(0, 5)).toEqual([
      '#3d7fc4 72px',
      '#3d7fc4 65px',
      '#3d7fc4 58px',
      '#3d7fc4 0px',
      '#3d7fc4 7px',
    ]);
  });

  it.each<[string, (at: number) => number | null, number, object]>([
    // The first three ratings are 6, 5 and 4, so the start is 5, and less than 2 points do not count.
    [
      'from the first bar that was rated',
      (at) => (at < 3 ? null : Math.max(1, 9 - at)),
      2,
      { left: '25%', bottom: '22px', height: '29px' },
    ],
    ['no lower than the bars', () => 0, 1, { left: '0%', bottom: '0px', height: '7px' }],
    ['no higher than the chart', () => 10, 3, { left: '0%', bottom: '50px', height: '22px' }],
  ])(
    'draws around the start the band in which a change does not count, %s',
    (_, contact, points, expected) => {
      const page = open(
        ratedFrames(
          NOW_MS,
          Array.from({ length: 12 }, (_none, at) => [null, null, contact(at)] as const),
        ),
      );
      page.press(page.labels()[0] ?? '');
      expect(page.styles().find(({ background }) => background === '#8883')).toMatchObject(expected);
      expect(page.lines()).toContain(en['trend.band'].replace('{0}', String(points)));
    },
  );

  it('has no chart of soreness where nobody rated it, and no band where there is no verdict', () => {
    const painOnly = open(
      ratedFrames(
        NOW_MS,
        many(12).map(([before, after]) => [before, after, null] as const),
      ),
    );
    painOnly.press(painOnly.labels()[0] ?? '');
    expect(bars(painOnly).some((bar) => bar.startsWith('#c2701c'))).toBe(false);
    const few = open(ratedFrames(NOW_MS, many(2)));
    few.press(few.labels()[0] ?? '');
    const lines = few.lines();
    const values = lines.indexOf('Oldest first: 8 7');
    expect(values).toBeGreaterThan(0);
    expect(lines[values + 1]).toBe(en['trend.holds']);
  });

  it('counts the mornings that were rated', () => {
    const frames = ratedFrames(NOW_MS, [
      [8, 4, 6],
      [6, 2, 5],
      [6, 2, 5],
    ]);
    const without = open(frames).lines();
    const told = (['better', 'same', 'worse'] as const).map((morning) =>
      open([...frames, ratingFrame(9, 1, { morning })]).lines(),
    );
    for (const lines of told) expect(lines).toHaveLength(without.length + 1);
    expect(new Set(told.map((lines) => lines.join())).size).toBe(3);
  });
});
