/** How far the page in front is shifted under the glass. */

import type { Point } from '../draw/surface.ts';
import type { WatchView } from '../engine/types.ts';

/**
 * Shift of the page, px. A page that is swiped sideways shows one glass width a step; any other page tells its
 * scroll position itself.
 */
export function scrollOf(watch: WatchView, glassWidthPx: number): Point {
  const sideways = watch.swiperIndex > 0 && watch.scrollTopPx === 0;
  return { x: sideways ? watch.swiperIndex * glassWidthPx : 0, y: watch.scrollTopPx };
}
