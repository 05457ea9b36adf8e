import type { AlarmNet } from '../../utils/ports/ports.ts';

export interface RecordingAlarm extends AlarmNet {
  /** The instant for which the alarm is armed, UTC ms; null if it is not. */
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
