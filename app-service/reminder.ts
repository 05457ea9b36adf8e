/**
 * The reminder: the system wakes it at the wearer's hours. It shows one calm sentence if one is due, and ends. It reads what is
 * stored and never writes.
 */
import { notify } from '@zos/notification';
import { phrase } from '../utils/core/text/phrase.ts';
import { storedReminderNotes } from '../utils/run/reminder-notes.ts';
import { createTextStore } from '../utils/run/text-store.ts';
import { createFiles } from '../utils/zos/files.ts';
import { translate } from '../utils/zos/translate.ts';

AppService({
  /** @param saying what the wake-up is for, as it was requested; a system may pass something else */
  onInit(saying: unknown) {
    const store = createTextStore(createFiles(), () => {});
    const told = typeof saying === 'string' && /^r?m?$/.test(saying) ? saying : undefined;
    const notes = storedReminderNotes(store, Date.now(), -new Date().getTimezoneOffset(), told);
    for (const note of notes)
      notify({ title: translate(phrase('appName')), content: translate(note), actions: [] });
  },
});
