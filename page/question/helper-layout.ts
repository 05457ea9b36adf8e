/** Where the second button of the question about the helper is: under the first. */
import type { Line } from '../../utils/core/layout/screen.ts';
import type { LongTextLayout } from '../widgets/long-text-layout.ts';

/** From the top of the first button to the top of the second, in heights of a button. */
const BUTTON_STEP = 1.2;

export function refuseLine({ accept: [rect, sizePx] }: LongTextLayout): Line {
  return [{ ...rect, y: rect.y + Math.round(rect.h * BUTTON_STEP) }, sizePx];
}
