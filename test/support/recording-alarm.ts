import type { AlarmNet } from '../../utils/ports/ports.ts';

export interface RecordingAlarm extends AlarmNet {
  /** What is armed, UTC ms; null where nothing is. */
  readonly armedMs: number | null;
}

export function createRecordingAlarm(): RecordingAlarm {
  let armedMs: number | null = null;
  return {
    get armedMs() {
      return armedMs;
    },
    arm(atMs) {
      armedMs = Math.ceil(atMs / 1000) * 1000;
    },
    cancel() {
      armedMs = null;
    },
    isArmed: () => armedMs !== null,
  };
}
