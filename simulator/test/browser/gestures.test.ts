import { describe, expect, it } from 'vitest';
import { createGestures, LONG_PRESS_MS } from '../../src/browser/gestures.ts';

const SIDE_PX = 480;

describe('fingers on the glass', () => {
  it('takes a short touch for a tap where it began', () => {
    const gestures = createGestures(SIDE_PX);
    gestures.down(100.4, 50.6, 0);
    expect(gestures.up(103, 52, 120)).toEqual({ verb: 'tap', x: 100, y: 51 });
  });

  it('takes a touch of 700 ms for a long press while the finger is still down', () => {
    const gestures = createGestures(SIDE_PX);
    gestures.down(10, 20, 0);
    expect(gestures.held(LONG_PRESS_MS)).toEqual({ verb: 'long-press', x: 10, y: 20 });
  });

  it('adds no tap to a long press', () => {
    const gestures = createGestures(SIDE_PX);
    gestures.down(10, 20, 0);
    gestures.held(LONG_PRESS_MS);
    expect(gestures.up(10, 20, 900)).toBeNull();
  });

  it('does not take an earlier timer for the hold of a later touch', () => {
    const gestures = createGestures(SIDE_PX);
    gestures.down(10, 20, 600);
    expect(gestures.held(LONG_PRESS_MS)).toBeNull();
  });

  it.each([
    ['right', 200, 110],
    ['left', 0, 90],
    ['down', 110, 200],
    ['up', 90, 0],
  ] as const)('takes a move to the %s for a swipe', (direction, x, y) => {
    const gestures = createGestures(SIDE_PX);
    gestures.down(100, 100, 0);
    gestures.move(x, y);
    expect(gestures.up(x, y, 200)).toEqual({ verb: 'swipe', direction });
  });

  it('does nothing when the finger went away and came back', () => {
    const gestures = createGestures(SIDE_PX);
    gestures.down(100, 100, 0);
    gestures.move(300, 100);
    expect(gestures.up(100, 100, 300)).toBeNull();
  });

  it('forgets a touch that the system took away', () => {
    const gestures = createGestures(SIDE_PX);
    gestures.down(100, 100, 0);
    gestures.cancel();
    expect(gestures.up(100, 100, 50)).toBeNull();
  });
});
