/** Words get the largest type that fits into their box, and are centred in it. */
import { describe, expect, it } from 'vitest';
import { evenLines, fitBlock, type TextHeight } from '../../../utils/core/layout/screen.ts';

const BOX = { x: 10, y: 100, w: 200, h: 100 };
const LEAST_PX = 24;
/** A text with this many lines at any size. */
const lines =
  (count: number): TextHeight =>
  (_widthPx, sizePx) =>
    count * sizePx;

describe('a block of words', () => {
  it.each([
    ['one line has a quarter more', 1, 30],
    ['three lines have an eighth more and keep half a line free', 3, 27],
    ['four lines that would touch their box in a larger type stay small', 4, 24],
  ])('%s', (_, count, sizePx) => {
    expect(fitBlock([BOX, LEAST_PX], lines(count))[1]).toBe(sizePx);
  });

  it('is centred in its box, down to the end of the box', () => {
    expect(fitBlock([BOX, LEAST_PX], lines(2))).toEqual([{ ...BOX, y: 120, h: 80 }, 30]);
  });

  it('that does not fit at all begins at the top of its box', () => {
    expect(fitBlock([BOX, LEAST_PX], lines(9))).toEqual([BOX, LEAST_PX]);
  });
});

/** Words of these widths in px, without spaces, wrapped as a watch does. */
const wrapped =
  (...wordsPx: readonly number[]): TextHeight =>
  (widthPx, sizePx) => {
    let lineCount = 1;
    let x = 0;
    for (const wordPx of wordsPx) {
      if (x + wordPx > widthPx) {
        lineCount += 1;
        x = 0;
      }
      x += wordPx;
    }
    return lineCount * sizePx;
  };

describe('the lines of a block', () => {
  it('have about the same length, so that no word is alone on the last one', () => {
    const measure = wrapped(60, 60, 60, 60);
    const [rect] = evenLines([BOX, LEAST_PX], measure);
    expect(measure(rect.w, LEAST_PX)).toBe(2 * LEAST_PX);
    expect(rect.w).toBeLessThan(180);
  });

  it('stay centred in their box, and never become more', () => {
    const measure = wrapped(60, 60, 60, 60);
    const [rect, sizePx] = evenLines([BOX, LEAST_PX], measure);
    expect([2 * rect.x + rect.w, rect.y, rect.h, sizePx]).toEqual([
      2 * BOX.x + BOX.w,
      BOX.y,
      BOX.h,
      LEAST_PX,
    ]);
  });

  it('that need their whole box keep it', () => {
    expect(evenLines([BOX, LEAST_PX], wrapped(195, 195))).toEqual([BOX, LEAST_PX]);
  });

  it('leave a quarter of an em free, for a watch whose letters are wider than it reports', () => {
    const [rect] = evenLines([BOX, LEAST_PX], wrapped(118, 100));
    expect(rect.w).toBeGreaterThanOrEqual(118 + LEAST_PX / 4);
  });
});
