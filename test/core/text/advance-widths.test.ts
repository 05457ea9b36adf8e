/** The measurement itself: known widths of Noto Sans, and fonts with every character of every catalogue. */
import { expect, it } from 'vitest';
import { textWidthPx as measuredPx } from 'zepp-watch-simulator/text-widths';
import { locales, phoneTexts } from '../../../utils/core/text/catalogues.ts';
import { watchTexts } from '../../../utils/core/text/watch-catalogues.ts';
import { blockOverflowPx, overflowPx, textWidthPx, wrappedLines } from '../../support/advance-widths.ts';

/** Whether a font has the character. The measurement throws if none has. */
function hasWidth(character: string): boolean {
  try {
    return textWidthPx(character, 20) > 0;
  } catch {
    return false;
  }
}

const BOX = { x: 0, y: 0, w: 100, h: 50 };

// Noto Sans Regular has 1,000 units per em. These widths are in its published metrics.
it.each([
  ['0', 572],
  ['i', 258],
  ['W', 930],
  [' ', 260],
  ['ü', 618],
  ['¿', 434],
  ['左', 1000],
  ['：', 1000],
])('"%s" is %i thousandths of its size wide', (text, thousandths) => {
  expect(textWidthPx(text, 1000)).toBe(thousandths);
});

it('a text is as wide as the sum of its characters', () => {
  expect(textWidthPx('0i左', 100)).toBeCloseTo(57.2 + 25.8 + 100);
});

/** The characters of some texts that the watch's fonts do not have. */
function withoutWidth(texts: Readonly<Record<string, string>>): readonly string[] {
  const characters = new Set(Object.values(texts).join('').replace(/\n/g, ''));
  return [...characters].filter((character) => !hasWidth(character));
}

it.each(locales)('the fonts of the watch have every character of its texts in %s', (locale) => {
  expect(withoutWidth(watchTexts[locale])).toEqual([]);
});

// A phone draws with the fonts of its own system, which also have arrows: "Less sore since September: 7 → 3".
it.each(locales)('the texts of the phone in %s need no other characters, except for an arrow', (locale) => {
  expect(withoutWidth(phoneTexts[locale])).toEqual(['→']);
});

it('a character that no font has is reported', () => {
  expect(() => textWidthPx('a☃', 20)).toThrow('no font has "☃" of "a☃"');
});

it('a text that does not fit is reported with its excess in px', () => {
  expect(overflowPx('0000', BOX, 40)).toBe(0);
  expect(overflowPx('0000', BOX, 50)).toBe(15);
});

it('a wrapped text is measured line by line', () => {
  expect(wrappedLines('000 000 000', 40, 100)).toEqual(['000', '000', '000']);
  expect(blockOverflowPx('000 000', BOX, 20)).toBe(0);
  expect(blockOverflowPx('000 000 000', BOX, 40)).toBe(90);
});

it('the simulated watch measures texts as wide as its font draws them', () => {
  const texts = Object.values(watchTexts).flatMap((catalogue) => Object.values(catalogue));
  expect(texts.length).toBeGreaterThan(500);
  for (const text of texts)
    for (const line of text.split('\n'))
      expect(Math.abs(measuredPx(line, 100) - textWidthPx(line, 100))).toBeLessThanOrEqual(
        1 + line.length * 0.06,
      );
});
