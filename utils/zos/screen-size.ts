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

/** Whether this watch says that it has a crown. One that does not say is told of the long press, which all have. */
export function hasCrown(): boolean {
  return String(getDeviceInfo().keyType).includes('crown');
}
