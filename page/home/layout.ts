/** Where home's parts are. */
import { band, narrower, type Rect, type Screen, spanPx } from '../../utils/core/layout/screen.ts';

export interface HomeLayout {
  readonly title: Rect;
  readonly titlePx: number;
  readonly lines: readonly [Rect, Rect, Rect, Rect];
  readonly linePx: number;
  readonly start: Rect;
  readonly startPx: number;
  readonly safety: Rect;
  readonly safetyPx: number;
}

export function homeLayout(screen: Screen): HomeLayout {
  const span = spanPx(screen);
  const middle = screen.heightPx / 2;
  const margin = Math.round(span * 0.03);
  const row = (from: number, to: number): Rect =>
    band(screen, middle + span * from, span * (to - from), margin);
  return {
    title: row(-0.43, -0.33),
    titlePx: Math.round(span * 0.075),
    lines: [row(-0.31, -0.23), row(-0.23, -0.15), row(-0.14, -0.07), row(-0.07, 0)],
    linePx: Math.round(span * 0.06),
    start: narrower(row(0.03, 0.27), Math.round(span * 0.62)),
    startPx: Math.round(span * 0.1),
    safety: narrower(row(0.285, 0.44), Math.round(span * 0.4)),
    safetyPx: Math.round(span * 0.055),
  };
}
