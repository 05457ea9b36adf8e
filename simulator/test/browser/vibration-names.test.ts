import { expect, it } from 'vitest';
import { burstsOf, nameOf, shapeOf } from '../../src/browser/vibration-names.ts';

const pulse = (onMs: number, lengthMs: number) => ({ onMs, offMs: onMs + lengthMs, type: 'STRONG_SHORT' });

it('pulses with short gaps between them are one burst', () => {
  const bursts = burstsOf([pulse(0, 250), pulse(650, 250), pulse(5_000, 800)]);
  expect(bursts.map(shapeOf)).toEqual(['short, short', 'long']);
  expect(bursts.map(({ fromMs, untilMs }) => [fromMs, untilMs])).toEqual([
    [0, 900],
    [5_000, 5_800],
  ]);
});

it('a pulse of two seconds is a very long one', () => {
  expect(shapeOf({ pulses: [pulse(0, 2_000)] })).toBe('very long');
});

it('a burst has the name that the app gives to its shape, or else its shape in words', () => {
  const burst = { pulses: [pulse(0, 250), pulse(650, 250)] };
  expect(nameOf(burst, { 'short, short': 'Easing?' })).toBe('Easing? (short, short)');
  expect(nameOf(burst, {})).toBe('short, short');
});
