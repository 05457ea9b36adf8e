import { describe, expect, it } from 'vitest';
import { createGestures, LONG_PRESS_MS } from '../../src/browser/gestures.ts';

const SIDE_PX = 480;

describe('gestures on the glass', () => {
  const fingerAt = (x: number, y: number, atMs = 0) => {
    const gestures = createGestures(SIDE_PX);
    gestures.down(x, y, atMs);
    return gestures;
  };

  it('take a short touch for a tap where it began', () => {
    expect(fingerAt(100.4, 50.6).up(103, 52, 120)).toEqual({ verb: 'tap', x: 100, y: 51 });
  });

  it('take a touch of 700 ms for a long press while the finger is still down, and add no tap to it', () => {
    const gestures = fingerAt(10, 20);
    expect(gestures.held(LONG_PRESS_MS)).toEqual({ verb: 'long-press', x: 10, y: 20 });
    expect(gestures.up(10, 20, 900)).toBeNull();
  });

  it('does not take the timer of an earlier touch for the hold of a later one', () => {
    expect(fingerAt(10, 20, 600).held(LONG_PRESS_MS)).toBeNull();
  });

  it.each([
    ['right', 200, 110],
    ['left', 0, 90],
    ['down', 110, 200],
    ['up', 90, 0],
  ] as const)('take a move to the %s for a swipe', (direction, x, y) => {
    const gestures = fingerAt(100, 100);
    gestures.move(x, y);
    expect(gestures.up(x, y, 200)).toEqual({ verb: 'swipe', direction });
  });

  it('take a finger that moved away and came back for nothing', () => {
    const gestures = fingerAt(100, 100);
    gestures.move(300, 100);
    expect(gestures.up(100, 100, 300)).toBeNull();
  });

  it('forget a touch that the system cancelled', () => {
    const gestures = fingerAt(100, 100);
    gestures.cancel();
    expect(gestures.up(100, 100, 50)).toBeNull();
  });
});
