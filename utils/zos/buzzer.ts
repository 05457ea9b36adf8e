/**
 * The buzzer over `@zos/sensor` (API 3.6), for cues that are heard as well as felt. It has the system's tones alone and nobody
 * says how long they are (`docs/evidence.md`, E77): each pulse of a cue starts one, so that the beginnings have the cue's
 * rhythm, and stops it after the pulse. Short and long pulses have a tone each.
 */
import { Buzzer } from '@zos/sensor';
import type { Clock, Report, Sounder } from '../ports/ports.ts';
import { createPulses } from './pulses.ts';

/** A pulse of this length and more is a long one, ms. */
const LONG_MS = 500;
/** No pulse is longer, ms: a tone is not started twice for one. */
const LONGEST_MS = 2_000;

/** The buzzer of a page or a service. Where it cannot be made, each cue tries again. */
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
