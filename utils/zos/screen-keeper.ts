/**
 * Keeps the session's page alive with `@zos/display`, since the platform ends a page ten seconds after the screen goes dark.
 * The screen stays bright, neither a dropped wrist nor a palm turns it off, and waking the screen opens the app again. Each
 * setting is requested for a limited time and renewed, so that after a crash the watch is soon back to normal.
 */
import {
  pauseDropWristScreenOff,
  pausePalmScreenOff,
  resetDropWristScreenOff,
  resetPageBrightTime,
  resetPalmScreenOff,
  setPageBrightTime,
  setWakeUpRelaunch,
} from '@zos/display';
import type { Report, ScreenKeeper } from '../ports/ports.ts';

export function createScreenKeeper(report: Report): ScreenKeeper {
  function ask(request: () => unknown): void {
    try {
      request();
    } catch (thrown) {
      report('screen', String(thrown));
    }
  }

  return {
    keepAwake(forMs) {
      ask(() => setPageBrightTime({ brightTime: forMs }));
      ask(() => pauseDropWristScreenOff({ duration: forMs }));
      ask(() => pausePalmScreenOff({ duration: forMs }));
      ask(() => setWakeUpRelaunch(true));
    },
    release() {
      ask(resetPageBrightTime);
      ask(resetDropWristScreenOff);
      ask(resetPalmScreenOff);
      ask(() => setWakeUpRelaunch(false));
    },
  };
}
