import { describe, expect, it } from 'vitest';
import { createGestures, LONG_PRESS_MS } from '../../src/browser/gestures.ts';

const SIDE_PX = 480;

describe('fingers on the glass', () => {
  const fingerAt = (x: number, y: number, atMs = 0) => {
    const gestures = createGestures(SIDE_PX);
    gestures.down(x, y, atMs);
    return gestures;
  };

  it('takes a short touch for a tap where it began', () => {
    expect(fingerAt(100.4, 50.6).up(103, 52, 120)).toEqual({ verb: 'tap', x: 100, y: 51 });
  });

  it('takes a touch of 700 ms for a long press while the finger is still down, and adds no tap to it', () => {
    const gestures = fingerAt(10, 20);
    expect(gestures.held(LONG_PRESS_MS)).toEqual({ verb: 'long-press', x: 10, y: 20 });
    expect(gestures.up(10, 20, 900)).toBeNull();
  });

  it('does not take an earlier timer for the hold of a later touch', () => {
    expect(fingerAt(10, 20, 600).held(LONG_PRESS_MS)).toBeNull();
  });

  it.each([
    ['right', 200, 110],
    ['left', 0, 90],
    ['down', 110, 200],
    ['up', 90, 0],
  ] as const)('takes a move to the %s for a swipe', (direction, x, y) => {
    const gestures = fingerAt(100, 100);
    gestures.move(x, y);
    expect(gestures.up(x, y, 200)).toEqual({ verb: 'swipe', direction });
  });

  it('does nothing when the finger went away and came back', () => {
    const gestures = fingerAt(100, 100);
    gestures.move(300, 100);
    expect(gestures.up(100, 100, 300)).toBeNull();
  });

  it('forgets a touch that the system took away', () => {
    const gestures = fingerAt(100, 100);
    gestures.cancel();
    expect(gestures.up(100, 100, 50)).toBeNull();
  });
});
