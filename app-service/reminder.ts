/**
 * The reminder: woken by the system at the wearer's hours, says one calm sentence where one is due, and ends. Reads what is
 * stored and never writes.
 */
import { notify } from '@zos/notification';
import { phrase } from '../utils/core/text/phrase.ts';
import { reminderNote } from '../utils/run/reminder-note.ts';
import { createTextStore } from '../utils/run/text-store.ts';
import { createFiles } from '../utils/zos/files.ts';
import { translate } from '../utils/zos/translate.ts';

AppService({
  onInit() {
    const store = createTextStore(createFiles(), () => {});
    const note = reminderNote(store, Date.now(), -new Date().getTimezoneOffset());
    if (note !== null) notify({ title: translate(phrase('appName')), content: translate(note), actions: [] });
  },
});
