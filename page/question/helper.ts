/**
 * Asks in words whether the helper may run: once by itself, later from the menu. Then it tries the helper, because a watch may
 * mute cues in the dark.
 */
import { phrase } from '../../utils/core/text/phrase.ts';
import { loadPreferences, savePreferences } from '../../utils/run/preferences.ts';
import type { HelperConsent } from '../../utils/run/stored-preferences.ts';
import { appContext } from '../../utils/zos/app-context.ts';
import { isHelperGranted, requestHelper } from '../../utils/zos/helper.ts';
import { goBack, open } from '../../utils/zos/routes.ts';
import { openHelperTest } from '../widgets/first-run.ts';
import { drawReadingPage } from '../widgets/reading-page.ts';

/** @param isOnTop whether the answer leads back to the page below; otherwise home follows */
export function askAboutHelper(isOnTop = false): void {
  const leave = (): void => (isOnTop ? goBack() : open({ page: 'home', from: 'question' }));
  drawReadingPage({
    title: phrase('helper.title'),
    body: phrase('helper.body'),
    next: [phrase('helper.allow'), () => allow(leave, isOnTop)],
    second: [
      phrase('helper.refuse'),
      () => {
        keepAnswer('refused');
        leave();
      },
    ],
  });
}

function allow(leave: () => void, isOnTop: boolean): void {
  // The wearer's own answer, whatever the system reports now or at a later launch.
  keepAnswer('allowed');
  requestHelper(appContext().report, () => {
    if (isHelperGranted()) openHelperTest(isOnTop);
    else leave();
  });
}

function keepAnswer(helper: HelperConsent): void {
  const { report, store } = appContext();
  savePreferences(store, { ...loadPreferences(store, report), helper });
}
