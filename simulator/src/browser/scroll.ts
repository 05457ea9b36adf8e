import type { Point } from '../draw/surface.ts';
import type { WatchView } from '../engine/types.ts';

/** How far the page in the foreground is shifted on the screen, px. */
export function scrollOf({ swiperIndex, swiperStep, scrollTopPx }: WatchView): Point {
  return { x: swiperIndex * swiperStep.x, y: scrollTopPx };
}
