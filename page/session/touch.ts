/**
 * Touch, keys and crown of the session page. It blocks everything except the Home key; a long press of the screen or of any
 * other key, which opens the menu; and the two shortcuts to the phase's action that skin and sleeves do not trigger: a large
 * turn of the crown and a double press of any other key. A swipe to the right and the back key close what lies over the page.
 * The menu can do everything that a double press can, because some watches report no double press.
 */
import {
  GESTURE_RIGHT,
  KEY_BACK,
  KEY_EVENT_CLICK,
  KEY_EVENT_DOUBLE_CLICK,
  KEY_EVENT_LONG_PRESS,
  KEY_HOME,
  offDigitalCrown,
  offGesture,
  offKey,
  onDigitalCrown,
  onGesture,
  onKey,
} from '@zos/interaction';
import { setScrollLock } from '@zos/page';
import type { SessionLayout } from '../../utils/core/layout/session-layout.ts';
import type { Clock, Report } from '../../utils/ports/ports.ts';
import { guard } from '../../utils/run/guard.ts';
import { type TouchActions, touchPane } from '../widgets/touch-pane.ts';

/** Half a turn one way, which a sleeve that brushes the crown does not make. */
const LARGE_TURN_DEG = 180;
/** A turn is over when the crown has rested for this long. */
const TURN_REST_MS = 1_000;

/**
 * Covers the page with a pane that takes touches.
 * @param pane what touches of the glass do
 * @param onTouch called at any touch, whatever it does
 * @param onBack goes one step back on the page, and says whether there was one
 * @param mayLeave says whether a swipe or a key may leave the page now
 * @returns a function that releases keys, crown and gestures
 */
export function watchTouch(
  layout: SessionLayout,
  clock: Clock,
  report: Report,
  pane: TouchActions,
  onTouch: () => void,
  onLongPress: () => void,
  onShortWay: () => void,
  onBack: () => boolean,
  mayLeave: () => boolean,
): () => void {
  touchPane(layout.glass, pane);
  // Some watches keep a swipe from leaving the page only if its scrolling is locked as well (`docs/evidence.md`, E10).
  guard('setScrollLock', report, () => setScrollLock({ lock: true }));
  let turnedDeg = 0;
  let turnedAtMs = 0;
  onGesture({
    callback: (gesture) => {
      onTouch();
      return (gesture === GESTURE_RIGHT && onBack()) || !mayLeave();
    },
  });
  onKey({
    callback: (key, pressed) => {
      // Home is the system's: once it is a slip, twice it is meant, and the runner tells them apart.
      if (key === KEY_HOME) return false;
      onTouch();
      if (pressed === KEY_EVENT_DOUBLE_CLICK) onShortWay();
      if (pressed === KEY_EVENT_LONG_PRESS) onLongPress();
      return (key === KEY_BACK && pressed === KEY_EVENT_CLICK && onBack()) || !mayLeave();
    },
  });
  onDigitalCrown({
    callback: (_key, degree) => {
      onTouch();
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
    offGesture();
    offKey();
    offDigitalCrown();
  };
}
