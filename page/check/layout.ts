/** Where the check's parts are: the mode, what it means, and two buttons. */
import { band, narrower, type Rect, type Screen, spanPx } from '../../utils/core/layout/screen.ts';

export interface CheckLayout {
  readonly title: Rect;
  readonly titlePx: number;
  readonly body: Rect;
  readonly bodyPx: number;
  readonly start: Rect;
  readonly back: Rect;
}

export function checkLayout(screen: Screen): CheckLayout {
  const span = spanPx(screen);
  const middle = screen.heightPx / 2;
  const row = (from: number, to: number): Rect =>
    band(screen, middle + span * from, span * (to - from), Math.round(span * 0.03));
  return {
    title: row(-0.31, -0.21),
    titlePx: Math.round(span * 0.066),
    body: narrower(row(-0.19, 0.01), Math.round(span * 0.76)),
    bodyPx: Math.round(span * 0.06),
    start: narrower(row(0.02, 0.22), Math.round(span * 0.66)),
    back: narrower(row(0.25, 0.41), Math.round(span * 0.4)),
  };
}
