/** The alarm port on `@zos/alarm`. No bundle remembers the id of its alarm, so it asks the system which alarms are set. */
import { cancel, getAllAlarms, set } from '@zos/alarm';
import type { AlarmNet, Report } from '../ports/ports.ts';
import { pagePath } from './page-path.ts';
import type { RouteTo } from './routes.ts';

/** @param spared ids of alarms that are not this port's, in the form of `REMINDER_ALARMS`: `#12;#13;` */
export function createAlarmNet(report: Report, spared: () => string): AlarmNet {
  function own(): number[] {
    const others = spared();
    return getAllAlarms().filter((id) => others.indexOf(`#${id};`) < 0);
  }

  /** One try block for each call, so that an alarm that cannot be cancelled does not stop the others. */
  function attempt(act: () => void): void {
    try {
      act();
    } catch (thrown) {
      report('alarm', String(thrown));
    }
  }

  /** Sets the new alarm before it cancels the old ones, so that a crash in between leaves two rather than none. 0: no new one. */
  function replaceBy(atMs: number): void {
    attempt(() => {
      const time = Math.ceil(atMs / 1000);
      // Tells the page that the alarm has opened it, so that it continues at once, without the timer that a stall would delay.
      const route: RouteTo<'session'> = { page: 'session', askedAtMs: time * 1000 };
      const param = JSON.stringify(route);
      const kept = atMs > 0 ? set({ url: pagePath('session'), time, store: true, param }) : -1;
      if (kept === 0) report('alarm', 'refused');
      for (const id of own()) if (id !== kept) attempt(() => cancel(id));
    });
  }

  return {
    arm: replaceBy,
    cancel: () => replaceBy(0),
    isArmed() {
      try {
        return own().length > 0;
      } catch {
        // If a watch does not report its alarms, it counts as having none.
        return false;
      }
    },
  };
}
