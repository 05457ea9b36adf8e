/** The glass that this page is on. */
import { getDeviceInfo, SCREEN_SHAPE_ROUND } from '@zos/device';
import { setStatusBarVisible } from '@zos/ui';
import type { Screen } from '../../utils/core/layout/screen.ts';

export function readScreen(): Screen {
  const info = getDeviceInfo();
  return {
    shape: info.screenShape === SCREEN_SHAPE_ROUND ? 'round' : 'square',
    widthPx: info.width,
    heightPx: info.height,
  };
}

/** Square models show a bar with the app's name over the top of a page; the page needs the room. */
export function hideStatusBar(screen: Screen): void {
  if (screen.shape === 'square') setStatusBarVisible(false);
}
