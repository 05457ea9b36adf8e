/** The alarm net over `@zos/alarm`. Ids are lost with each bundle, so what is armed is asked of the system. */
import { cancel, getAllAlarms, set } from '@zos/alarm';
import type { AlarmNet } from '../ports/alarm.ts';
import type { Report } from '../ports/report.ts';

/** @param spared the ids of alarms that are not the net's, as `REMINDER_ALARMS` has them */
export function createAlarmNet(report: Report, spared: () => string): AlarmNet {
  function own(): number[] {
    const others = spared();
    return getAllAlarms().filter((id) => others.indexOf(`#${id};`) < 0);
  }

  /** The new one first: a crash in between leaves two rather than none. At 0 there is no new one. */
  function replaceBy(atMs: number): void {
    try {
      const time = Math.ceil(atMs / 1000);
      const kept = atMs > 0 ? set({ url: 'page/resume/index.page', time, store: true }) : -1;
      if (kept === 0) report('alarm', 'refused');
      for (const id of own()) if (id !== kept) cancel(id);
    } catch (thrown) {
      report('alarm', String(thrown));
    }
  }

  return {
    arm: replaceBy,
    cancel: () => replaceBy(0),
    isArmed: () => own().length > 0,
  };
}
