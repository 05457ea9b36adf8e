import { describe, expect, it } from 'vitest';
import { breakablePieces, layoutLines, truncate } from '../../src/draw/line-breaks.ts';
import { drawText } from '../../src/draw/text.ts';
import { LINE_HEIGHT } from '../../src/engine/zos/get-text-layout.ts';
import { ALIGN, TEXT_STYLE } from '../../src/engine/zos/ui-constants.ts';
import { recordingSurface } from './recording-surface.ts';

const measure = (text: string): number => Array.from(text).length * 10;

describe('breaking text into lines', () => {
  it('breaks at spaces and drops the space at the end of a line', () => {
    expect(layoutLines('lie on the ball', 80, 'wrap', measure)).toEqual(['lie on', 'the ball']);
  });

  it('keeps the breaks that the app wrote', () => {
    expect(layoutLines('one\ntwo', 200, 'wrap', measure)).toEqual(['one', 'two']);
  });

  it('breaks Chinese between any two characters', () => {
    expect(layoutLines('放松呼吸', 20, 'wrap', measure)).toEqual(['放松', '呼吸']);
  });

  it('breaks a word that is wider than the line', () => {
    expect(layoutLines('abcdefgh', 30, 'wrap', measure)).toEqual(['abc', 'def', 'gh']);
  });

  it('joins paragraphs where the text stays on one line', () => {
    expect(layoutLines('one\ntwo', 10, 'single', measure)).toEqual(['one two']);
  });

  it('cuts with an ellipsis so that the cut text fits', () => {
    const line = truncate('a long sentence', 80, measure);
    expect(line).toBe('a long…');
    expect(measure(line)).toBeLessThanOrEqual(80);
  });

  it('leaves a text that fits as it is', () => {
    expect(truncate('short', 80, measure)).toBe('short');
  });

  it('keeps each word together with the space behind it', () => {
    expect(breakablePieces('a 放b c')).toEqual(['a ', '放', 'b ', 'c']);
  });
});

describe('TEXT', () => {
  const contextFor = (recorded: ReturnType<typeof recordingSurface>) => ({
    surface: recorded.surface,
    picture: () => undefined,
    finger: null,
    glass: { widthPx: 480, heightPx: 480 },
  });
  const box = { x: 100, y: 50, w: 200, h: 100, text_size: 20 };

  it('stands in the middle of its box when centred both ways', () => {
    const recorded = recordingSurface();
    drawText(contextFor(recorded), { ...box, text: 'hi', align_h: ALIGN.CENTER_H, align_v: ALIGN.CENTER_V });
    expect(recorded.of('fillText')).toEqual([['hi', 200, 100]]);
  });

  it('starts at the upper left corner by default', () => {
    const recorded = recordingSurface();
    drawText(contextFor(recorded), { ...box, text: 'hi' });
    expect(recorded.of('fillText')).toEqual([['hi', 100, 50 + (20 * LINE_HEIGHT) / 2]]);
  });

  it('ends at the right edge when aligned right', () => {
    const recorded = recordingSurface();
    drawText(contextFor(recorded), { ...box, text: 'hi', align_h: ALIGN.RIGHT });
    expect(recorded.of('fillText')[0]?.[1]).toBe(300);
    expect(recorded.set.get('textAlign')).toContain('right');
  });

  it('adds line_space between the lines', () => {
    const recorded = recordingSurface();
    drawText(contextFor(recorded), { ...box, text: 'a\nb', text_style: TEXT_STYLE.WRAP, line_space: 7 });
    const [first, second] = recorded.of('fillText').map((args) => Number(args[2]));
    expect((second ?? 0) - (first ?? 0)).toBeCloseTo(20 * LINE_HEIGHT + 7);
  });

  it('draws with the alpha of the app', () => {
    const recorded = recordingSurface();
    drawText(contextFor(recorded), { ...box, text: 'hi', alpha: 51 });
    expect(recorded.set.get('globalAlpha')).toEqual([0.2]);
  });

  it('draws nothing for an empty text', () => {
    const recorded = recordingSurface();
    drawText(contextFor(recorded), { ...box, text: '' });
    expect(recorded.calls).toEqual([]);
  });
});
