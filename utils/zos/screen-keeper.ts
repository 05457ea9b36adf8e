/**
 * Keeps the page alive. With a dark screen the platform ends a page after ten seconds, so: bright time, wrist-down and
 * palm pauses, relaunch on wake. Each for a limited time and renewed, so that a crash heals by itself.
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
import type { Report } from '../ports/report.ts';
import type { ScreenKeeper } from '../ports/screen.ts';

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
