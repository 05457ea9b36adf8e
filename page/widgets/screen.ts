/** The whole glass for this page. */
import { setStatusBarVisible } from '@zos/ui';
import type { Screen } from '../../utils/core/layout/screen.ts';
import { readScreen } from '../../utils/zos/screen-size.ts';

/** Square models show a bar with the app's name over the top of a page; the page needs the room. */
export function openScreen(): Screen {
  const screen = readScreen();
  if (screen.shape === 'square') setStatusBarVisible(false);
  return screen;
}
