/** Touch and keys of the session page: everything is swallowed but a long press, which opens the sheet. */
import { KEY_BACK, offGesture, offKey, onGesture, onKey } from '@zos/interaction';
import { event, widget } from '@zos/ui';
import type { Clock } from '../../utils/ports/clock.ts';
import { BLACK } from '../parts/tones.ts';
import { makeWidget } from '../parts/widget.ts';
import type { SessionLayout } from './layout.ts';

/** The platform's own long press (BUTTON's `longpress_func`). */
const LONG_PRESS_MS = 700;

/**
 * Covers the page with a pane that takes touches.
 * @param mayLeave says whether a swipe or the back key may leave the page now
 * @returns what gives keys and gestures back
 */
export function watchTouch(
  layout: SessionLayout,
  clock: Clock,
  onLongPress: () => void,
  mayLeave: () => boolean,
): () => void {
  const pane = makeWidget(widget.FILL_RECT, { ...layout.glass, color: BLACK, alpha: 0 });
  let cancel = (): void => {};
  const lift = (): void => cancel();
  pane.addEventListener(event.CLICK_DOWN, () => {
    lift();
    cancel = clock.after(LONG_PRESS_MS, onLongPress);
  });
  pane.addEventListener(event.CLICK_UP, lift);
  pane.addEventListener(event.MOVE_OUT, lift);
  onGesture({ callback: () => !mayLeave() });
  onKey({ callback: (key) => key === KEY_BACK && !mayLeave() });
  return () => {
    lift();
    offGesture();
    offKey();
  };
}
