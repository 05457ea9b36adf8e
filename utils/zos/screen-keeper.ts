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
  function each(acts: readonly (() => unknown)[]): void {
    for (const act of acts) {
      try {
        act();
      } catch (thrown) {
        report('screen', `a request was refused: ${String(thrown)}`);
      }
    }
  }

  return {
    keepAwake(forMs) {
      each([
        () => setPageBrightTime({ brightTime: forMs }),
        () => pauseDropWristScreenOff({ duration: forMs }),
        () => pausePalmScreenOff({ duration: forMs }),
        () => setWakeUpRelaunch(true),
      ]);
    },
    release() {
      each([
        () => resetPageBrightTime(),
        () => resetDropWristScreenOff(),
        () => resetPalmScreenOff(),
        () => setWakeUpRelaunch(false),
      ]);
    },
  };
}
