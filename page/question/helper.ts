/** Asks in words whether the helper may run: once by itself, later from the menu. */
import { phrase } from '../../utils/core/text/phrase.ts';
import { loadPreferences, savePreferences } from '../../utils/run/preferences.ts';
import type { HelperConsent } from '../../utils/run/stored-preferences.ts';
import { appContext } from '../../utils/zos/app-context.ts';
import { requestHelper } from '../../utils/zos/helper.ts';
import { open } from '../../utils/zos/routes.ts';
import { drawLongText } from '../widgets/long-text.ts';
import { buttonPart } from '../widgets/parts.ts';
import { refuseLine } from './helper-layout.ts';

export function askAboutHelper(): void {
  const layout = drawLongText(phrase('helper.title'), phrase('helper.body'), phrase('helper.allow'), () => {
    // The wearer's own answer, whatever the system makes of it, now or at a later launch.
    keepAnswer('allowed');
    requestHelper(appContext().report, openHome);
  });
  buttonPart(refuseLine(layout), 'plain', phrase('helper.refuse'), () => {
    keepAnswer('refused');
    openHome();
  });
}

function keepAnswer(helper: HelperConsent): void {
  const { report, store } = appContext();
  savePreferences(store, { ...loadPreferences(store, report), helper });
}

function openHome(): void {
  open({ page: 'home', from: 'question' });
}
