/** Where the question's parts are: as on the safety page, with a second button under the first. */
import type { Line, Screen } from '../../utils/core/layout/screen.ts';
import { type LongTextLayout, longTextLayout } from '../parts/long-text-layout.ts';

export interface StandbyLayout extends LongTextLayout {
  readonly refuse: Line;
}

export function standbyLayout(
  screen: Screen,
  measure: (widthPx: number, sizePx: number) => number,
): StandbyLayout {
  const layout = longTextLayout(screen, measure);
  const [rect, sizePx] = layout.accept;
  return { ...layout, refuse: [{ ...rect, y: rect.y + Math.round(rect.h * 1.2) }, sizePx] };
}
