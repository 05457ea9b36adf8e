/** Asks in words whether the helper may run: once by itself, later from the menu. Then it is tried: a watch may mute cues in the dark. */
import { phrase } from '../../utils/core/text/phrase.ts';
import { loadPreferences, savePreferences } from '../../utils/run/preferences.ts';
import type { HelperConsent } from '../../utils/run/stored-preferences.ts';
import { appContext } from '../../utils/zos/app-context.ts';
import { isHelperGranted, requestHelper } from '../../utils/zos/helper.ts';
import { open } from '../../utils/zos/routes.ts';
import { openFirstRunStep } from '../widgets/first-run.ts';
import { drawReadingPage } from '../widgets/reading-page.ts';

export function askAboutHelper(): void {
  drawReadingPage({
    title: phrase('helper.title'),
    body: phrase('helper.body'),
    next: [phrase('helper.allow'), allow],
    second: [
      phrase('helper.refuse'),
      () => {
        keepAnswer('refused');
        openHome();
      },
    ],
  });
}

function allow(): void {
  // The wearer's own answer, whatever the system makes of it, now or at a later launch.
  keepAnswer('allowed');
  requestHelper(appContext().report, () => {
    if (isHelperGranted()) openFirstRunStep('helper-test');
    else openHome();
  });
}

function keepAnswer(helper: HelperConsent): void {
  const { report, store } = appContext();
  savePreferences(store, { ...loadPreferences(store, report), helper });
}

function openHome(): void {
  open({ page: 'home', from: 'question' });
}
