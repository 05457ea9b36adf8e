/**
 * What a swipe to the right and the back key do on a page that has replaced the one it came from. Without a listener they leave
 * the app, because the page below is gone.
 */
import {
  GESTURE_RIGHT,
  KEY_BACK,
  KEY_EVENT_CLICK,
  offGesture,
  offKey,
  onGesture,
  onKey,
} from '@zos/interaction';
import { setScrollLock } from '@zos/page';
import { guard } from '../../utils/run/guard.ts';
import { appContext } from '../../utils/zos/app-context.ts';
import { open } from '../../utils/zos/routes.ts';

/**
 * Only for a page that is no longer than the glass, because it does not scroll any more. The page has to call
 * {@link releaseSwipeBack} in its `onDestroy`.
 * @param onBack as the button that goes back
 */
export function onSwipeBack(onBack: () => void): void {
  const { report } = appContext();
  const goBack = (): boolean => {
    guard('swipe back', report, onBack);
    return true;
  };
  guard('swipe back', report, () => {
    onGesture({ callback: (gesture) => gesture === GESTURE_RIGHT && goBack() });
    onKey({ callback: (key, pressed) => key === KEY_BACK && pressed === KEY_EVENT_CLICK && goBack() });
    // Some watches keep a swipe from leaving the page only if its scrolling is locked as well (`docs/evidence.md`, E10).
    setScrollLock({ lock: true });
  });
}

/** The same for a page that home has given way to. */
export function onSwipeBackOpenHome(): void {
  onSwipeBack(() => open({ page: 'home', from: 'app' }));
}

export function releaseSwipeBack(): void {
  offGesture();
  offKey();
}
