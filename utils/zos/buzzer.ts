/**
 * The buzzer on `@zos/sensor` (API 3.6), for cues that are heard as well as felt. It has only the system's tones, and no source
 * says how long they last (`docs/evidence.md`, E77). Each pulse of a cue therefore starts a tone and stops it after the pulse,
 * so that the tones have the cue's rhythm. Short and long pulses have different tones.
 */
import { Buzzer } from '@zos/sensor';
import type { Clock, Report, Sounder } from '../ports/ports.ts';
import { createPulses } from './pulses.ts';

/** A pulse of at least this length is a long one, ms. */
const LONG_MS = 500;
/** No pulse is longer than this, ms, so a tone is never started twice for one pulse. */
const LONGEST_MS = 2_000;

/** The buzzer of a page or a service. If it cannot be created, each cue tries again. */
export function createBuzzer(clock: Clock, report: Report): Sounder {
  let made: Buzzer | null = null;

  function attempt(act: (buzzer: Buzzer) => void): void {
    try {
      if (made === null) made = new Buzzer();
      act(made);
    } catch (thrown) {
      report('buzzer', String(thrown));
    }
  }

  const pulses = createPulses(
    clock,
    LONGEST_MS,
    (durationMs) =>
      attempt((buzzer) => {
        const { OPERATE, REMIND_1 } = buzzer.getSourceType();
        buzzer.start(durationMs < LONG_MS ? OPERATE : REMIND_1, 0);
      }),
    () => attempt((buzzer) => buzzer.stop()),
  );

  return {
    run(stretches) {
      attempt((buzzer) => {
        // The wearer has a switch for this in the settings of the system.
        if (buzzer.isEnabled()) pulses.run(stretches);
      });
    },
    stop() {
      pulses.cancel();
      if (made !== null) attempt((buzzer) => buzzer.stop());
    },
  };
}
