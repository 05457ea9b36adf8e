import { describe, expect, it } from 'vitest';
import { layoutLines, truncate, unbreakablePieces } from '../../src/draw/line-breaks.ts';
import { drawText } from '../../src/draw/text.ts';
import { LINE_HEIGHT } from '../../src/engine/zos/get-text-layout.ts';
import { ALIGN, TEXT_STYLE } from '../../src/engine/zos/ui-constants.ts';
import { contextFor, type Recorded, recordingSurface } from './recording-surface.ts';

const measure = (text: string): number => Array.from(text).length * 10;

it.each([
  [
    'breaks at spaces, and loses the space at the end of a line',
    'lie on the ball',
    80,
    'wrap',
    ['lie on', 'the ball'],
  ],
  ['keeps the line breaks of the app', 'one\ntwo', 200, 'wrap', ['one', 'two']],
  ['breaks between any two Chinese characters', '放松呼吸', 20, 'wrap', ['放松', '呼吸']],
  ['breaks within a word that is wider than the line', 'abcdefgh', 30, 'wrap', ['abc', 'def', 'gh']],
  ['has its paragraphs joined if it must stay on one line', 'one\ntwo', 10, 'single', ['one two']],
] as const)('a text that flows over lines %s', (_what, text, widthPx, mode, lines) => {
  expect(layoutLines(text, widthPx, mode, measure)).toEqual(lines);
});

it('a text that is too long is cut with an ellipsis, and one that fits stays as it is', () => {
  expect([truncate('a long sentence', 80, measure), truncate('short', 80, measure)]).toEqual([
    'a long…',
    'short',
  ]);
});

it('each word stays together with the space behind it', () => {
  expect(unbreakablePieces('a 放b c')).toEqual(['a ', '放', 'b ', 'c']);
});

describe('TEXT', () => {
  function drawn(props: object): Recorded {
    const recorded = recordingSurface();
    drawText(contextFor(recorded), { x: 100, y: 50, w: 200, h: 100, text_size: 20, ...props });
    return recorded;
  }

  it.each([
    [
      'stands in the middle of its box when centred both ways',
      { align_h: ALIGN.CENTER_H, align_v: ALIGN.CENTER_V },
      [200, 100],
      'center',
    ],
    ['starts at the upper left corner by default', {}, [100, 50 + (20 * LINE_HEIGHT) / 2], 'left'],
    [
      'ends at the right edge when aligned right',
      { align_h: ALIGN.RIGHT },
      [300, 50 + (20 * LINE_HEIGHT) / 2],
      'right',
    ],
  ])('%s', (_what, props, at, side) => {
    const recorded = drawn({ text: 'hi', ...props });
    expect(recorded.of('fillText')).toEqual([['hi', ...at]]);
    expect(recorded.set.get('textAlign')).toContain(side);
  });

  it('adds line_space between the lines', () => {
    const lines = drawn({ text: 'a\nb', text_style: TEXT_STYLE.WRAP, line_space: 7 }).of('fillText');
    const [first, second] = lines.map((args) => Number(args[2]));
    expect((second ?? 0) - (first ?? 0)).toBeCloseTo(20 * LINE_HEIGHT + 7);
  });

  it('draws with the alpha of the app', () => {
    expect(drawn({ text: 'hi', alpha: 51 }).set.get('globalAlpha')).toEqual([0.2]);
  });

  it('draws nothing for an empty text', () => {
    expect(drawn({ text: '' }).calls).toEqual([]);
  });
});
