/** Where the question's parts are: as on the safety page, with a second button under the first. */
import type { Rect, Screen } from '../../utils/core/layout/screen.ts';
import { type LongTextLayout, longTextLayout } from '../parts/long-text-layout.ts';

export interface StandbyLayout extends LongTextLayout {
  readonly refuse: Rect;
}

export function standbyLayout(
  screen: Screen,
  measure: (widthPx: number, sizePx: number) => number,
): StandbyLayout {
  const layout = longTextLayout(screen, measure);
  const { x, y, w, h } = layout.accept;
  return { ...layout, refuse: { x, y: y + Math.round(h * 1.2), w, h } };
}
