/**
 * The reminder: woken by the system at the wearer's hours, says one calm sentence where one is due, and ends. Reads what is
 * stored and never writes.
 */
import { notify } from '@zos/notification';
import { phrase } from '../utils/core/text/phrase.ts';
import { reminderNote } from '../utils/run/reminder-note.ts';
import { createSlotStore } from '../utils/run/slot-store.ts';
import { createFiles } from '../utils/zos/files.ts';
import { say } from '../utils/zos/say.ts';

AppService({
  onInit() {
    const store = createSlotStore(createFiles(), () => {});
    const note = reminderNote(store, Date.now(), -new Date().getTimezoneOffset());
    if (note !== null) notify({ title: say(phrase('appName')), content: say(note), actions: [] });
  },
});
