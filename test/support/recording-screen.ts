import type { Clock, ScreenKeeper } from '../../utils/ports/ports.ts';

export interface RecordingScreen extends ScreenKeeper {
  /** The instant until which the page is kept, UTC ms; null if it is not kept. */
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
