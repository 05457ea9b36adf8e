/** Where the drawn parts of a session are, and how large: on a glass of 480 px, for which the drawings are made, and on others. */
import { expect, it } from 'vitest';
import { narrower, type Screen } from '../../../utils/core/layout/screen.ts';
import { pulseBoxes, sessionLayout } from '../../../utils/core/layout/session-layout.ts';

const ROUND: Screen = { shape: 'round', widthPx: 480, heightPx: 480 };
const TALL: Screen = { shape: 'square', widthPx: 390, heightPx: 450 };

it.each([
  ['a short pulse is a dot', [250], [1]],
  ['the longer a pulse, the longer its bar', [250, 499, 500, 1_499, 1_500], [1, 1, 3, 3, 5]],
])('%s', (_, pulsesMs, lengths) => {
  const boxes = pulseBoxes(ROUND, pulsesMs);
  expect(boxes.map(({ w, h }) => w / h)).toEqual(lengths);
});

it.each([[ROUND], [TALL]])(
  'the pulses of a cue stand beside each other in the middle of %j, above it',
  (screen) => {
    const boxes = pulseBoxes(screen, [250, 750, 250]);
    const [first, second, last] = boxes;
    if (first === undefined || second === undefined || last === undefined) throw new Error('there are three');
    expect(Math.abs(first.x + last.x + last.w - screen.widthPx)).toBeLessThanOrEqual(1);
    expect(second.x - first.x - first.w).toBe(first.h);
    expect(last.x - second.x - second.w).toBe(first.h);
    const middle = first.y + first.h / 2 - screen.heightPx / 2;
    expect(Math.abs(middle + 0.285 * Math.min(screen.widthPx, screen.heightPx))).toBeLessThanOrEqual(1);
  },
);

it('the drawing keeps its size on the glass that it was made for, and its shape on others', () => {
  const { w, h, x } = sessionLayout(ROUND).picture;
  expect([w, h]).toEqual([260, 120]);
  expect(x + w / 2).toBe(240);
  const small = sessionLayout({ shape: 'round', widthPx: 240, heightPx: 240 }).picture;
  expect([small.w, small.h]).toEqual([130, 60]);
});

it('the dots of a session stand in a row around the middle, closer the more they are', () => {
  const layout = sessionLayout(ROUND);
  expect(layout.dot(0, 1)).toMatchObject({ center_x: 240, center_y: 402 });
  const xs = (count: number) => Array.from({ length: count }, (_, at) => layout.dot(at, count).center_x);
  expect(xs(3)).toEqual([218, 240, 262]);
  for (const count of [2, 5, 20]) {
    const all = xs(count);
    expect((all[0] ?? 0) + (all[count - 1] ?? 0)).toBe(480);
    expect((all[count - 1] ?? 0) - (all[0] ?? 0)).toBeLessThanOrEqual(0.4 * 480);
  }
});

it('the marks lie in the ring, clockwise from the top', () => {
  const { mark, ring, ringWidthPx } = sessionLayout(ROUND);
  const radius = Math.round((ring.w - ringWidthPx) / 2);
  const places = [0, 90, 180, 270].map((deg) => {
    const { center_x, center_y } = mark(deg);
    return [center_x - 240, center_y - 240].map((px) => Math.round(px));
  });
  const near = places.map(([x = 0, y = 0]) => [
    Math.abs(x) < 2 ? 0 : Math.sign(x),
    Math.abs(y) < 2 ? 0 : Math.sign(y),
  ]);
  expect(near).toEqual([
    [0, -1],
    [1, 0],
    [0, 1],
    [-1, 0],
  ]);
  for (const [x = 0, y = 0] of places) expect(Math.abs(Math.hypot(x, y) - radius)).toBeLessThanOrEqual(1);
});

it('the number of lifts out of all stands right of the number of lifts, further with two digits', () => {
  const { unit, dial } = sessionLayout(ROUND);
  const [[one], [two]] = [unit(1), unit(2)];
  expect(one.x).toBeGreaterThan(240);
  expect(two.x - one.x).toBe(49);
  expect(two.x + two.w).toBeLessThan(480);
  const [number] = dial.number;
  expect([one.y > number.y, one.y + one.h < number.y + number.h]).toEqual([true, true]);
});

it('the rows of the dial follow each other from the top', () => {
  for (const screen of [ROUND, TALL]) {
    const { side, number, line, note } = sessionLayout(screen).dial;
    const tops = [side, number, line, note].map(([rect]) => rect.y);
    expect(tops).toEqual(tops.slice().sort((one, other) => one - other));
  }
});

it('a box is cut to a width around its middle, and one that is as wide stays', () => {
  const box = { x: 10, y: 5, w: 100, h: 20 };
  expect(narrower(box, 60)).toEqual({ x: 30, y: 5, w: 60, h: 20 });
  expect([100, 120].map((px) => narrower(box, px))).toEqual([box, box]);
});
