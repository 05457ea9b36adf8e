/** Every one-line text of the pages fits its rectangle, on every glass, in every language, with real advance widths. */
import { describe, expect, test } from 'vitest';
import { checkLayout } from '../../../page/check/layout.ts';
import { homeLayout } from '../../../page/home/layout.ts';
import { longTextLayout } from '../../../page/parts/long-text-layout.ts';
import { sessionLayout } from '../../../page/session/layout.ts';
import { summaryLayout } from '../../../page/summary/layout.ts';
import type { Rect, Screen } from '../../../utils/core/layout/screen.ts';
import { nextPhrase } from '../../../utils/core/schedule/next-phrase.ts';
import { type Locale, locales } from '../../../utils/core/text/catalogues.ts';
import { type Phrase, type PhraseValue, phrase } from '../../../utils/core/text/phrase.ts';
import type { WatchKey } from '../../../utils/core/text/watch-en.ts';
import { watchEn } from '../../../utils/core/text/watch-en.ts';
import { blockOverflowPx, overflowPx, textWidthPx } from '../../support/advance-widths.ts';
import { allGlasses } from '../../support/glasses.ts';
import { inLanguage } from '../../support/phrases.ts';

interface Place {
  readonly rect: Rect;
  readonly sizePx: number;
  /** Pieces that stand on one line, joined by commas; several lines compete for the place. */
  readonly lines: readonly (readonly Phrase[])[];
}

const SIDES = ['left', 'right'] as const;
const keysOf = (start: string): readonly WatchKey[] =>
  (Object.keys(watchEn) as WatchKey[]).filter((key) => key.startsWith(start));
/** Texts of one family, each with the widest values that its gaps can take. */
const family = (start: string, ...values: readonly PhraseValue[]): readonly (readonly Phrase[])[] =>
  keysOf(start).map((key) => [phrase(key, ...values)]);
const texts = (...keys: readonly WatchKey[]): readonly (readonly Phrase[])[] =>
  keys.map((key) => [phrase(key)]);

/** What the rest window can be said as, on every weekday. */
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

const pages: Readonly<Record<string, (glass: Screen) => readonly Place[]>> = {
  home(glass) {
    const { title, titlePx, lines, linePx, start, startPx, safety, safetyPx } = homeLayout(glass);
    const sides = keysOf('sides.').flatMap((key) =>
      [phrase('holds', 12), phrase('holds.sides', 6, 6)]
        .filter((_, at) => at === 0 || key === 'sides.both')
        .map((holds) => [phrase(key), holds]),
    );
    return [
      { rect: title, sizePx: titlePx, lines: texts('appName') },
      { rect: lines[0], sizePx: linePx, lines: sides },
      { rect: lines[1], sizePx: linePx, lines: [[phrase('lifts', 10), phrase('minutes', 88)]] },
      {
        rect: lines[2],
        sizePx: linePx,
        lines: [
          [phrase('kit.ball'), phrase('kit.band')],
          [phrase('kit.hook'), phrase('kit.band')],
        ],
      },
      { rect: lines[3], sizePx: linePx, lines: [...texts('kit.quiet'), ...nexts] },
      { rect: inButton(start), sizePx: startPx, lines: texts('home.start') },
      { rect: inButton(safety), sizePx: safetyPx, lines: texts('home.safety') },
    ];
  },
  session(glass) {
    const layout = sessionLayout(glass);
    const places = SIDES.map((side) => phrase(`side.${side}`));
    const hints = [
      ...family('hint.position'),
      ...family('hint.hold'),
      ...texts('hint.linger', 'hint.ended', 'hint.paused', 'hint.unguided.march'),
      [phrase('hint.march', '10/10')],
    ];
    const questions = places.map((side) => [phrase('hint.unguided', side, 3)]);
    return [
      { rect: layout.side, sizePx: layout.sidePx, lines: texts('side.left', 'side.right') },
      { rect: layout.title, sizePx: layout.titlePx, lines: family('step.') },
      { rect: layout.hint, sizePx: layout.hintPx, lines: [...hints, ...questions] },
      { rect: layout.note, sizePx: layout.notePx, lines: family('session.menu') },
      { rect: layout.sheetTitle, sizePx: layout.hintPx, lines: [...hints, ...questions] },
      ...layout.sheetButtons.map((rect) => ({
        rect: inButton(rect),
        sizePx: layout.sheetPx,
        lines: texts('sheet.continue', 'sheet.skip', 'sheet.end'),
      })),
    ];
  },
  check(glass) {
    const layout = checkLayout(glass);
    return [
      {
        rect: layout.title,
        sizePx: layout.titlePx,
        lines: texts('mode.dnd', 'mode.sleep', 'mode.theater', 'mode.power'),
      },
      { rect: inButton(layout.start), sizePx: layout.titlePx, lines: texts('mode.start') },
      { rect: inButton(layout.back), sizePx: layout.bodyPx, lines: texts('mode.back') },
    ];
  },
  'safety and standby'(glass) {
    const { title, titlePx, accept } = longTextLayout(glass, () => 1_000);
    return [
      { rect: title, sizePx: titlePx, lines: texts('safety.title', 'standby.title') },
      {
        rect: inButton(accept),
        sizePx: titlePx,
        lines: texts('safety.accept', 'standby.allow', 'standby.refuse'),
      },
    ];
  },
  summary(glass) {
    const layout = summaryLayout(glass, 6);
    const holds = SIDES.flatMap((side) =>
      (['release-iliacus', 'release-back'] as const).flatMap((step) =>
        family('summary.hold', phrase(`summary.place.${step}`), phrase(`side.${side}.word`), 3, 300),
      ),
    );
    const lines = [
      ...holds,
      [phrase('summary.lifts', 10)],
      ...texts('summary.nothing'),
      [phrase('summary.late', 8, 30)],
    ];
    return [
      { rect: layout.title, sizePx: layout.titlePx, lines: family('summary.title') },
      ...layout.lines.map((rect) => ({ rect, sizePx: layout.linePx, lines })),
      { rect: layout.sync, sizePx: layout.linePx, lines: family('summary.sync.') },
      { rect: inButton(layout.close), sizePx: layout.titlePx, lines: texts('summary.close') },
    ];
  },
};

/** A capsule's round ends are no place for letters. */
function inButton(rect: Rect): Rect {
  const endPx = Math.round(rect.h / 4);
  return { ...rect, x: rect.x + endPx, w: rect.w - 2 * endPx };
}

function tooWide(places: readonly Place[], locale: Locale): readonly string[] {
  return places.flatMap(({ rect, sizePx, lines }) =>
    lines.flatMap((line) => {
      const text = line.map((piece) => inLanguage(locale, piece)).join(', ');
      const overPx = overflowPx(text, rect, sizePx);
      return overPx > 0 ? [`"${text}" by ${overPx} px of ${rect.w}`] : [];
    }),
  );
}

describe.each(locales)('in %s', (locale) => {
  describe.each(allGlasses)('on a $shape glass of $widthPx by $heightPx', (glass) => {
    test.each(Object.keys(pages))('%s has no text that is cut', (page) => {
      expect(new Set(tooWide(pages[page]?.(glass) ?? [], locale))).toEqual(new Set());
    });

    test('the check says in its block what a mode may do', () => {
      const { body, bodyPx } = checkLayout(glass);
      expect(blockOverflowPx(inLanguage(locale, phrase('mode.body')), body, bodyPx)).toBe(0);
    });
  });
});

test('a text that is too wide would be found', () => {
  const [glass] = allGlasses;
  if (glass === undefined) throw new Error('no glass');
  const { lines, linePx } = homeLayout(glass);
  const widest = '0'.repeat(Math.ceil(lines[0].w / textWidthPx('0', linePx)) + 1);
  const place = { rect: lines[0], sizePx: linePx, lines: [[phrase('summary.notStored', widest)]] };
  expect(tooWide([place], 'en-US')).toHaveLength(1);
});
