/**
 * Touch, keys and crown of the session page: everything is swallowed but the Home key, a long press, which opens the sheet, and
 * the two short ways to the phase's action, which skin and sleeves do not make: a large turn of the crown and a double press of
 * any other key.
 */
import {
  KEY_EVENT_DOUBLE_CLICK,
  KEY_HOME,
  offDigitalCrown,
  offGesture,
  offKey,
  onDigitalCrown,
  onGesture,
  onKey,
} from '@zos/interaction';
import { event, widget } from '@zos/ui';
import type { SessionLayout } from '../../utils/core/layout/session-layout.ts';
import type { Clock } from '../../utils/ports/clock.ts';
import { BLACK } from '../widgets/colours.ts';
import { makeWidget } from '../widgets/widget.ts';

/** The platform's own long press (BUTTON's `longpress_func`). */
const LONG_PRESS_MS = 700;
/** Half a turn one way: a sleeve that brushes the crown does not make it. */
const LARGE_TURN_DEG = 180;
/** A turn is over when the crown rests for so long. */
const TURN_REST_MS = 1_000;

/**
 * Covers the page with a pane that takes touches.
 * @param mayLeave says whether a swipe or a key may leave the page now
 * @returns what gives keys, crown and gestures back
 */
export function watchTouch(
  layout: SessionLayout,
  clock: Clock,
  onLongPress: () => void,
  onShortWay: () => void,
  mayLeave: () => boolean,
): () => void {
  const pane = makeWidget(widget.FILL_RECT, { ...layout.glass, color: BLACK, alpha: 0 });
  let cancel = (): void => {};
  let turnedDeg = 0;
  let turnedAtMs = 0;
  const lift = (): void => cancel();
  pane.addEventListener(event.CLICK_DOWN, () => {
    lift();
    cancel = clock.after(LONG_PRESS_MS, onLongPress);
  });
  pane.addEventListener(event.CLICK_UP, lift);
  pane.addEventListener(event.MOVE_OUT, lift);
  onGesture({ callback: () => !mayLeave() });
  onKey({
    callback: (key, pressed) => {
      // Home is the system's: once it is a slip, twice it is meant, and the runner tells them apart.
      if (key === KEY_HOME) return false;
      if (pressed === KEY_EVENT_DOUBLE_CLICK) onShortWay();
      return !mayLeave();
    },
  });
  onDigitalCrown({
    callback: (_key, degree) => {
      const atMs = clock.nowMs();
      if (atMs - turnedAtMs > TURN_REST_MS || degree * turnedDeg < 0) turnedDeg = 0;
      turnedAtMs = atMs;
      turnedDeg += degree;
      if (Math.abs(turnedDeg) >= LARGE_TURN_DEG) {
        // One turn is one touch: nothing counts until the crown has rested.
        turnedDeg = Number.NaN;
        onShortWay();
      }
    },
  });
  return () => {
    lift();
    offGesture();
    offKey();
    offDigitalCrown();
  };
}
