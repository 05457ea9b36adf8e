import type { Point } from '../draw/surface.ts';
import type { WatchView } from '../engine/types.ts';

/**
 * How far the page in the foreground is shifted on the screen, px. A horizontal swiper is shifted by a screen width for each of
 * its pages.
 */
export function scrollOf(watch: WatchView, screenWidthPx: number): Point {
  const sideways = watch.swiperIndex > 0 && watch.scrollTopPx === 0;
  return { x: sideways ? watch.swiperIndex * screenWidthPx : 0, y: watch.scrollTopPx };
}
