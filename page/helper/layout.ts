/** Where the question's parts are: as on the safety page, with a second button under the first. */
import type { Line, Screen } from '../../utils/core/layout/screen.ts';
import { type LongTextLayout, longTextLayout } from '../widgets/long-text-layout.ts';

export interface HelperLayout extends LongTextLayout {
  readonly refuse: Line;
}

export function helperLayout(
  screen: Screen,
  measure: (widthPx: number, sizePx: number) => number,
): HelperLayout {
  const layout = longTextLayout(screen, measure);
  const [rect, sizePx] = layout.accept;
  return { ...layout, refuse: [{ ...rect, y: rect.y + Math.round(rect.h * 1.2) }, sizePx] };
}
