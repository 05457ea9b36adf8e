/** Asks in words whether the helper may run: once by itself, later from the menu. */
import { phrase } from '../../utils/core/text/phrase.ts';
import { type HelperConsent, loadPreferences, savePreferences } from '../../utils/run/preferences.ts';
import { appContext } from '../../utils/zos/app-context.ts';
import { requestHelper } from '../../utils/zos/helper.ts';
import { open } from '../../utils/zos/routes.ts';
import { buttonPart } from '../widgets/button.ts';
import { drawLongText } from '../widgets/long-text.ts';
import { translate } from '../widgets/translate.ts';
import { refuseLine } from './helper-layout.ts';

export function askAboutHelper(): void {
  const layout = drawLongText(
    {
      title: translate(phrase('helper.title')),
      body: translate(phrase('helper.body')),
      accept: translate(phrase('helper.allow')),
    },
    () => requestHelper((isAllowed) => keepAnswer(isAllowed ? 'allowed' : 'refused')),
  );
  buttonPart(refuseLine(layout), 'plain', translate(phrase('helper.refuse')), () => keepAnswer('refused'));
}

function keepAnswer(helper: HelperConsent): void {
  const { report, store } = appContext();
  savePreferences(store, { ...loadPreferences(store, report), helper });
  open({ page: 'home' });
}
