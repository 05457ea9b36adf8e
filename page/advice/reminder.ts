/** Offers the reminder, once: after the first finished session. Later it is an option like the others. */
import { phrase } from '../../utils/core/text/phrase.ts';
import { changePreferences, loadPreferences, savePreferences } from '../../utils/run/preferences.ts';
import { appContext } from '../../utils/zos/app-context.ts';
import { open } from '../../utils/zos/routes.ts';
import { drawQuestion } from '../widgets/ask.ts';
import { openHomeOrAdvice } from '../widgets/open-home-or-advice.ts';

export function offerReminder(): void {
  const { report, store } = appContext();
  const preferences = loadPreferences(store, report);
  // Stored now, not with the answer, so that it is not offered again even if the app ends here.
  savePreferences(store, { ...preferences, reminderOffered: true });
  drawQuestion(phrase('offer.reminder'), [
    [
      phrase('offer.yes'),
      () => {
        changePreferences(store, { reminder: { ...preferences.reminder, on: true } });
        open({ page: 'apply-preferences' });
      },
    ],
    [phrase('offer.no'), () => openHomeOrAdvice()],
  ]);
}
