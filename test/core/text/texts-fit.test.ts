/** Every one-line text of the pages fits its rectangle, on every glass, in every language, with real advance widths. */
import { describe, expect, it } from 'vitest';
import { feelTestLayout } from '../../../page/feel-test/layout.ts';
import { homeLayout } from '../../../page/home/layout.ts';
import { mutingModeLayout } from '../../../page/question/muting-mode-layout.ts';
import { askLayout } from '../../../page/widgets/ask-layout.ts';
import { ratingLayout } from '../../../page/widgets/rating-layout.ts';
import { listLayout } from '../../../page/widgets/rows-layout.ts';
import { summaryLayout } from '../../../page/widgets/summary-layout.ts';
import { glanceLayout } from '../../../secondary-widget/layout.ts';
import type { Line, Screen } from '../../../utils/core/layout/screen.ts';
import { preferenceControls } from '../../../utils/core/preferences/preference-rows.ts';
import { firstPreferences, type Preferences } from '../../../utils/core/preferences/preference-table.ts';
import { findRoutine } from '../../../utils/core/routine/find-routine.ts';
import { nextPhrase, timePhrase } from '../../../utils/core/schedule/next-phrase.ts';
import { type Locale, locales } from '../../../utils/core/text/catalogues.ts';
import { type Phrase, phrase } from '../../../utils/core/text/phrase.ts';
import type { WatchKey } from '../../../utils/core/text/watch-en.ts';
import { helperRow, nextStep, optionRow } from '../../../utils/core/view/options-view.ts';
import { blockOverflowPx, overflowPx, textWidthPx } from '../../support/advance-widths.ts';
import { allGlasses } from '../../support/glasses.ts';
import { inLanguage } from '../../support/phrases.ts';
import { at, button, family, keysOf, type Place, SIDES, texts } from '../../support/text-places.ts';
import { sessionPlaces } from './session-places.ts';

/** Every sentence about the rest window, on every weekday. */
const nexts: readonly (readonly Phrase[])[] = Array.from({ length: 7 }, (_, today) => today).flatMap(
  (today) =>
    [
      [2, 3],
      [3, 3],
      [1, 2],
      [1, 3],
      [0, 0],
      [0, 1],
      [0, 4],
      [0, 9],
      [7, 14],
      [6, 13],
      [-9, -2],
    ].map(([from = 0, to = 0]) => [nextPhrase({ earliestDay: today + from, latestDay: today + to }, today)]),
);
/** Everything that a row of the options can show. */
const OPTION_ROWS = preferenceControls.flatMap((control) =>
  (['sore', 'active', 'maintenance'] as const).flatMap((stage) => {
    let values: Preferences = { ...firstPreferences, stage, reminder: { on: true, hour: 20 } };
    return Array.from({ length: 9 }, () => {
      const context = { isTwelveHour: true, routine: findRoutine(values.routine) };
      const row = optionRow(values, control, context);
      values = { ...values, ...nextStep(values, control, context) };
      return row;
    });
  }),
);
const ALL_OPTIONS = [...OPTION_ROWS, helperRow(true, true), helperRow(true, false), helperRow(false, false)];
/** Every day that the history can name, at its longest. */
const DAYS = [
  phrase('day.today'),
  phrase('day.yesterday'),
  ...([0, 1, 2, 3, 4, 5, 6] as const).flatMap((day) =>
    ([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12] as const).map((month) =>
      phrase('day.date', phrase(`day.${day}`), 28, phrase(`month.${month}`)),
    ),
  ),
];
const WHEN = DAYS.flatMap((day) =>
  [false, true].map((isTwelve) => phrase('history.when', day, timePhrase(22 * 60 + 58, isTwelve))),
).concat(phrase('history.wrong-date'));
const OUTCOMES = [
  ...SIDES.map((side) => phrase('history.side', phrase(`history.side.${side}`), 6, 6)),
  phrase('history.count', 12, 12),
  phrase('summary.march', 10),
  phrase('history.nothing'),
].map((count) => phrase('history.outcome', count, 88));

/** The longest description of the next session. */
const AMOUNTS = [[phrase('home.spots', 12), phrase('home.march'), phrase('home.minutes', 88)]];

const pages: Readonly<Record<string, (glass: Screen) => readonly Place[]>> = {
  home(glass) {
    return [true, false].flatMap((hasNote) => {
      const { routine, sides, amounts, day, note, start, more } = homeLayout(glass, hasNote);
      return [
        // A text that can be tapped has no visible round ends.
        at(routine, family('routine.')),
        at(sides, family('home.hip.')),
        at(amounts, AMOUNTS),
        at(day, nexts),
        at(note, texts('home.leftOut')),
        button(start, texts('home.start')),
        button(more, texts('home.more')),
      ];
    });
  },
  ...sessionPlaces,
  'the question about a muting mode'(glass) {
    const { title, start, back } = mutingModeLayout(glass);
    return [
      at(title, texts('mode.dnd', 'mode.sleep', 'mode.theater', 'mode.power')),
      button(start, texts('mode.start')),
      button(back, texts('mode.back')),
    ];
  },
  'the questions'(glass) {
    const { answers, skip } = askLayout(glass, 3);
    const [first, second, third] = answers;
    if (first === undefined || second === undefined || third === undefined) throw new Error('no answers');
    return [
      button(first, texts('setup.left', 'rate.worse')),
      button(second, texts('setup.right', 'rate.same', 'setup.ball', 'setup.yes', 'advice.accept')),
      button(third, texts('setup.both', 'rate.better', 'setup.hook', 'setup.no', 'advice.keep')),
      button(skip, texts('rate.skip')),
    ];
  },
  'the ratings'(glass) {
    const { scale, save, skip } = ratingLayout(glass);
    return [
      at(scale, texts('rate.scale')),
      button(save, texts('rate.save')),
      button(skip, texts('rate.skip')),
    ];
  },
  'options, menu and history'(glass) {
    const alone = (phrases: readonly Phrase[]): readonly (readonly Phrase[])[] =>
      phrases.map((words) => [words]);
    const [menu, options, history] = [listLayout(glass), listLayout(glass), listLayout(glass)];
    const heading = options.heading();
    const cards = Array.from({ length: 4 }, () => history.card('upper'));
    const option = options.card('lower');
    const rows = Array.from({ length: 7 }, () => menu.button());
    return [
      at(menu.title, texts('options.title', 'home.more', 'more.history')),
      at(heading, family('options.group.')),
      at(option.upper, alone(ALL_OPTIONS.map(({ label }) => label))),
      at(option.lower, alone(ALL_OPTIONS.map(({ value }) => value))),
      at(options.remark(), alone(ALL_OPTIONS.map(({ means }) => means))),
      ...cards.flatMap(({ upper, lower }) => [at(upper, alone(WHEN)), at(lower, alone(OUTCOMES))]),
      ...rows.map((row) =>
        button(row, [...family('more.'), ...texts('options.done'), [phrase('home.pain', 10)]]),
      ),
    ];
  },
  'the feel test'(glass) {
    const { title, note, alone, answers, ways } = feelTestLayout(glass);
    return [
      at(title, texts('feel.title')),
      at(note, [
        [phrase('feel.all', 7)],
        [phrase('feel.some', 6, 7)],
        ...texts('feel.family', 'feel.mixed', 'feel.helper', 'feel.helper.none'),
        ...keysOf('cue.').map((key) => [phrase('feel.meant', phrase(key))]),
      ]),
      at(alone, [...texts('feel.wait', 'feel.helper'), ...family('cue.')]),
      button(answers[0], texts('feel.start', 'feel.felt', 'help.next')),
      button(answers[1], texts('feel.later', 'feel.missed')),
      button(
        ways[0],
        texts('feel.stay', 'feel.stronger', 'feel.other-wrist', 'feel.other-form', 'feel.learn'),
      ),
      button(ways[1], texts('feel.move', 'feel.again')),
      button(ways[2], texts('feel.nothing', 'feel.done')),
    ];
  },
  summary(glass) {
    const { title, next, ratings, sync, close, heading } = summaryLayout(glass, [() => 100, () => 100], 3);
    return [
      at(title, family('summary.title')),
      at(next, [...nexts, ...texts('summary.stillNotStored')]),
      at(sync, family('summary.sync.')),
      button(close, texts('summary.close', 'summary.retry')),
      at(heading, texts('summary.details')),
      ...ratings.map((row) => button(row, family('summary.rate.', 10))),
    ];
  },
  'the glance'(glass) {
    const { title, next, lines } = glanceLayout(glass);
    return [
      at(title, texts('appName')),
      at(next, [...nexts, ...texts('action.resumed')]),
      at(lines[0], family('home.hip.')),
      at(lines[1], AMOUNTS),
    ];
  },
};

function tooWide(places: readonly Place[], locale: Locale): readonly string[] {
  return places.flatMap(({ line: [rect, sizePx], says }) =>
    says.flatMap((pieces) => {
      const text = pieces.map((piece) => inLanguage(locale, piece)).join(' · ');
      const overPx = overflowPx(text, rect, sizePx);
      return overPx > 0 ? [`"${text}" by ${overPx} px of ${rect.w}`] : [];
    }),
  );
}

describe.each(locales)('in %s', (locale) => {
  describe.each(allGlasses)('on a $shape glass of $widthPx by $heightPx', (glass) => {
    it.each(Object.keys(pages))('%s has no text that is cut', (page) => {
      expect(new Set(tooWide(pages[page]?.(glass) ?? [], locale))).toEqual(new Set());
    });

    it('the questions fit their blocks', () => {
      const over = (line: Line, keys: readonly WatchKey[]): readonly string[] =>
        keys.filter((key) => blockOverflowPx(inLanguage(locale, phrase(key)), line[0], line[1]) > 0);
      const asked = [
        ...over(askLayout(glass, 3).question, ['setup.sides', 'rate.morning']),
        ...over(askLayout(glass, 2).question, ['setup.kit', 'setup.band', 'offer.reminder']),
        ...over(askLayout(glass, 2).question, ['advice.active', 'advice.maintenance', 'advice.back']),
        ...over(askLayout(glass, 1).question, ['advice.pause']),
      ];
      const rated = over(ratingLayout(glass).question, [
        'rate.before',
        'rate.after',
        'rate.contact.left',
        'rate.contact.right',
      ]);
      expect([...asked, ...rated]).toEqual([]);
    });

    it('the instructions of the feel test fit their block', () => {
      const [body, bodyPx] = feelTestLayout(glass).words;
      const intros = ['feel.intro', 'feel.helper.intro'] as const;
      expect(
        intros.filter((key) => blockOverflowPx(inLanguage(locale, phrase(key)), body, bodyPx) > 0),
      ).toEqual([]);
    });

    it('the question about a muting mode fits its block', () => {
      const [body, bodyPx] = mutingModeLayout(glass).body;
      expect(blockOverflowPx(inLanguage(locale, phrase('mode.body')), body, bodyPx)).toBe(0);
    });
  });
});

it.each(allGlasses)(
  'no text of the session is smaller than 24 px on 480 ($widthPx by $heightPx)',
  (glass) => {
    const sidePx = Math.min(glass.widthPx, glass.heightPx);
    const places = [...(pages.session?.(glass) ?? []), ...(pages['a cue']?.(glass) ?? [])];
    const small = places.map(({ line: [, sizePx] }) => sizePx).filter((sizePx) => sizePx < sidePx * 0.0545);
    expect(small).toEqual([]);
  },
);

it('a text that is too wide is found', () => {
  const [glass] = allGlasses;
  if (glass === undefined) throw new Error('no glass');
  const line = homeLayout(glass, true).amounts;
  const widest = '0'.repeat(Math.ceil(line[0].w / textWidthPx('0', line[1])) + 1);
  const place = at(line, [[phrase('summary.march', widest)]]);
  expect(tooWide([place], 'en-US')).toHaveLength(1);
});
