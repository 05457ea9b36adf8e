/**
 * The reminder's daily alarms on `@zos/alarm`. Their ids are stored, so that `alarm.ts`, which cancels every other alarm of the
 * app, leaves them.
 */
import { cancel, getAllAlarms, REPEAT_DAY, set } from '@zos/alarm';
import { REMINDER_ALARMS, REMINDER_ZONE } from '../core/stored-names.ts';
import type { Reminders, Report } from '../ports/ports.ts';
import type { TextStore } from '../run/text-store.ts';

const offsetAt = (utcMs: number): number => -new Date(utcMs).getTimezoneOffset();

export function createReminders(store: TextStore, report: Report): Reminders {
  /** One try block for each call, so that one failing alarm does not affect the others. */
  function attempt(act: () => void): void {
    try {
      act();
    } catch (thrown) {
      report('reminder', String(thrown));
    }
  }

  return {
    offsetAt,
    zoneWhenSet() {
      const text = store.load(REMINDER_ZONE);
      return text === '' ? null : Number(text);
    },
    set(wakeUps) {
      const before = store.load(REMINDER_ALARMS);
      let ids = '';
      attempt(() => {
        // The old alarms are cancelled first, so that a crash in between leaves none until the next start, and never two for one hour.
        for (const id of getAllAlarms()) {
          if (before.indexOf(`#${id};`) >= 0) attempt(() => cancel(id));
        }
        for (const { atMs, saying: param } of wakeUps) {
          const time = Math.ceil(atMs / 1000);
          const order = { url: 'app-service/reminder', time, store: true, repeat_type: REPEAT_DAY, param };
          attempt(() => {
            const id = set(order as never);
            if (id > 0) ids += `#${id};`;
            else report('reminder', 'the system refused the alarm');
          });
        }
      });
      if (ids !== before) store.save(REMINDER_ALARMS, ids);
      const zone = String(offsetAt(Date.now()));
      if (store.load(REMINDER_ZONE) !== zone) store.save(REMINDER_ZONE, zone);
    },
  };
}
