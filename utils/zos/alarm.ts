/** The alarm net over `@zos/alarm`. Ids are lost with each bundle, so what is armed is asked of the system. */
import { cancel, getAllAlarms, set } from '@zos/alarm';
import type { AlarmNet } from '../ports/alarm.ts';
import type { Report } from '../ports/report.ts';

export function createAlarmNet(report: Report): AlarmNet {
  /** The new one first: a crash in between leaves two rather than none. */
  function replaceBy(makeNew: () => number): void {
    try {
      const kept = makeNew();
      for (const id of getAllAlarms()) if (id !== kept) cancel(id);
    } catch (thrown) {
      report('alarm', String(thrown));
    }
  }

  return {
    arm: (atMs) =>
      replaceBy(() => set({ url: 'page/resume/index.page', time: Math.ceil(atMs / 1000), store: true })),
    cancel: () => replaceBy(() => 0),
  };
}
