/** The glass of this watch. */
import { getDeviceInfo, SCREEN_SHAPE_ROUND } from '@zos/device';
import type { Screen } from '../core/layout/screen.ts';

export function readScreen(): Screen {
  const info = getDeviceInfo();
  return {
    shape: info.screenShape === SCREEN_SHAPE_ROUND ? 'round' : 'square',
    widthPx: info.width,
    heightPx: info.height,
  };
}
