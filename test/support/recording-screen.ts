import type { Clock, ScreenKeeper } from '../../utils/ports/ports.ts';

export interface RecordingScreen extends ScreenKeeper {
  /** Until when the page is kept, UTC ms; null where it is not. */
  readonly keptUntilMs: number | null;
}

export function createRecordingScreen(clock: Clock): RecordingScreen {
  let keptUntilMs: number | null = null;
  return {
    get keptUntilMs() {
      return keptUntilMs;
    },
    keepAwake(forMs) {
      keptUntilMs = clock.nowMs() + forMs;
    },
    release() {
      keptUntilMs = null;
    },
  };
}
