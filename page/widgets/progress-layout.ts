/** Where the dots of the first run are: in a row at the top of the glass, above the title and the question of every page. */
import { type Circle, millePx, type Screen, spanPx } from '../../utils/core/layout/screen.ts';

/** Their middle below the top of the glass, their distance and their radius, in thousandths of the smaller side. */
const TOP_MILLE = { round: 62, square: 26 };
const STEP_MILLE = 30;
const RADIUS_MILLE = 10;

/** The dot of step `at` of `count`. */
export function progressDot(screen: Screen, at: number, count: number): Circle {
  const fromMiddle = ((at - (count - 1) / 2) * STEP_MILLE * spanPx(screen)) / 1000;
  return {
    center_x: Math.round(screen.widthPx / 2 + fromMiddle),
    center_y: millePx(screen, TOP_MILLE[screen.shape]),
    radius: millePx(screen, RADIUS_MILLE),
  };
}
