/** Every page that is read fits on the glass with the buttons under it, on every glass and in every language. */
import { describe, expect, it } from 'vitest';
import { cueCardLayout } from '../../../page/welcome/cue-card-layout.ts';
import { readingLayout } from '../../../page/widgets/reading-layout.ts';
import { evenLines, fitBlock, type Line, type TextHeight } from '../../../utils/core/layout/screen.ts';
import { locales } from '../../../utils/core/text/catalogues.ts';
import { watchTexts } from '../../../utils/core/text/watch-catalogues.ts';
import { type WatchKey, watchEn } from '../../../utils/core/text/watch-en.ts';
import { blockOverflowPx, overflowPx, wrappedLines } from '../../support/advance-widths.ts';
import { allGlasses } from '../../support/glasses.ts';

/** Line height, as a multiple of the type size (Zepp OS design guide, visual/font). */
const LINE_HEIGHT = 1.16;

const keysOf = (start: string, end: string): readonly WatchKey[] =>
  (Object.keys(watchEn) as WatchKey[]).filter((key) => key.startsWith(start) && key.endsWith(end));

const READ = ['card.easing.body'] as const;
/** The rows of the card about the cues, with either kit. */
const CARD = {
  short: ['card.begin', 'card.easing', 'card.press', 'card.minimum'],
  long: ['card.spot', 'card.side', 'card.step'],
} as const;
const HELP_BODIES = keysOf('help.', '.body');
const TITLES = [...keysOf('safety.', '.title'), ...keysOf('card.', '.title'), 'helper.title'] as const;

describe.each(locales)('in %s', (locale) => {
  const textOf = (key: WatchKey): string => watchTexts[locale][key];
  const taller = ([rect, sizePx]: Line, keys: readonly WatchKey[]): readonly WatchKey[] =>
    keys.filter((key) => blockOverflowPx(textOf(key), rect, sizePx) > 0);
  const wider = ([rect, sizePx]: Line, keys: readonly WatchKey[]): readonly WatchKey[] =>
    keys.filter((key) => overflowPx(textOf(key), rect, sizePx) > 0);
  /** The round ends of a capsule hold no letters. */
  const widerInside = ([rect, sizePx]: Line, keys: readonly WatchKey[]): readonly WatchKey[] =>
    wider([{ ...rect, w: rect.w - rect.h / 2 }, sizePx], keys);

  describe.each(allGlasses)('on a $shape glass of $widthPx by $heightPx', (glass) => {
    const plain = readingLayout(glass);
    const drawn = readingLayout(glass, { hasPicture: true });
    const choice = readingLayout(glass, { buttons: 2 });

    it('the words fit above their button', () => {
      const over = [
        ...taller(plain.body, [...keysOf('safety.', '.body'), ...READ]),
        ...taller(drawn.body, HELP_BODIES),
        ...taller(choice.body, ['helper.body']),
      ];
      expect(over).toEqual([]);
    });

    it.each(['short', 'long'] as const)(
      'the words for each of the %s cues on the card fit on one line, right of the pulses and on the glass',
      (family) => {
        const { heading, rows } = cueCardLayout(glass)[family];
        expect(wider(heading, [`card.${family}`])).toEqual([]);
        for (const { pulses, words } of rows) {
          const [rect, sizePx] = words;
          expect(wider(words, CARD[family])).toEqual([]);
          expect(rect.h).toBeGreaterThanOrEqual(Math.floor(sizePx * LINE_HEIGHT));
          for (const { x, w } of pulses) expect([x >= 0, x + w < rect.x]).toEqual([true, true]);
        }
      },
    );

    it('no title and no button is cut', () => {
      const helpTitles = HELP_BODIES.map((key) => key.replace('.body', '') as WatchKey);
      const cut = [
        ...wider(plain.title, [...TITLES, ...helpTitles]),
        ...widerInside(plain.next, ['help.next', 'help.done', 'safety.accept', 'card.go']),
        ...widerInside(choice.next, ['helper.allow']),
        ...widerInside(choice.secondButton, ['helper.refuse']),
      ];
      expect(cut).toEqual([]);
    });

    const linesAsShown = (): readonly string[] => {
      const linesOf = (line: Line, keys: readonly WatchKey[]): readonly string[] =>
        keys.flatMap((key) => {
          const text = textOf(key);
          const measure: TextHeight = (widthPx, typePx) =>
            wrappedLines(text, typePx, widthPx).length * typePx * LINE_HEIGHT;
          const [rect, sizePx] = evenLines(fitBlock(line, measure), measure);
          return wrappedLines(text, sizePx, rect.w);
        });
      return [
        ...linesOf(plain.body, [...keysOf('safety.', '.body'), ...READ]),
        ...linesOf(drawn.body, HELP_BODIES),
        ...linesOf(choice.body, ['helper.body']),
      ];
    };

    it('no line begins with a mark that ends a phrase', () => {
      const wrong = linesAsShown().filter((line) => /^[，。；、？！：”.,;:?!]/.test(line.trim()));
      expect(wrong).toEqual([]);
    });

    it('no line ends between a number and its unit', () => {
      expect(linesAsShown().filter((line) => /\d$/.test(line.trim()))).toEqual([]);
    });

    it('the last button is wholly on the glass', () => {
      const [{ y, h }] = choice.secondButton;
      expect(y + h).toBeLessThan(glass.heightPx);
    });
  });
});

it('a text that is too long is found', () => {
  const [glass] = allGlasses;
  if (glass === undefined) throw new Error('no glass');
  const [rect, sizePx] = readingLayout(glass).body;
  const twice = `${watchEn['safety.ask.body']}\n${watchEn['safety.ask.body']}`;
  expect(blockOverflowPx(twice, rect, sizePx)).toBeGreaterThan(0);
});
