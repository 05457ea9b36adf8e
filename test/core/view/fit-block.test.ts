/** Words take the largest type that their box has room for, and stand in the middle of it. */
import { describe, expect, it } from 'vitest';
import { fitBlock, type TextHeight } from '../../../utils/core/layout/screen.ts';

const BOX = { x: 10, y: 100, w: 200, h: 100 };
const LEAST_PX = 24;
/** So many lines at any size. */
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

  it('stands in the middle of its box, which goes on to its end', () => {
    expect(fitBlock([BOX, LEAST_PX], lines(2))).toEqual([{ ...BOX, y: 120, h: 80 }, 30]);
  });

  it('that has no room at all begins where its box begins', () => {
    expect(fitBlock([BOX, LEAST_PX], lines(9))).toEqual([BOX, LEAST_PX]);
  });
});
