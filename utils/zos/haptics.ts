/**
 * The motor on `@zos/sensor`, in the two forms that watches are reported to need. A typed pattern (API 3.6) ends by itself. In
 * the other form each pulse is a scene of one second that the app stops in time, because some watches play no pattern, or none
 * in a service. The TIMER and CALL scenes are not used: if the app ended before it stopped them, they would never end.
 */
import { VIBRATOR_SCENE_DURATION_LONG, VIBRATOR_SCENE_SHORT_MIDDLE, Vibrator } from '@zos/sensor';
import type { MotorForm } from '../core/cue/vocabulary.ts';
import type { Clock, Motor, Report } from '../ports/ports.ts';
import { createPulses } from './pulses.ts';

/** How long the longest single scene lasts, ms. A longer pulse repeats it. */
const SCENE_MS = 1_000;

/** The motor of a page or a service. If it cannot be created, each cue tries again. */
export function createMotor(clock: Clock, report: Report): Motor {
  let made: Vibrator | null = null;

  function attempt(act: (vibrator: Vibrator) => void): void {
    try {
      if (made === null) made = new Vibrator();
      act(made);
    } catch (thrown) {
      report('motor', String(thrown));
    }
  }

  /** The types of patterns; null in the other form, and if this watch has none. */
  function patternTypes(form: MotorForm): ReturnType<Vibrator['getType']> | null {
    let types: ReturnType<Vibrator['getType']> | null = null;
    if (form === 'pattern')
      attempt((vibrator) => {
        if (typeof vibrator.getType === 'function') types = vibrator.getType();
      });
    return types;
  }

  function startScene(mode: number): void {
    attempt((vibrator) => {
      setMode(vibrator, mode);
      vibrator.start();
    });
  }

  const scenes = createPulses(
    clock,
    SCENE_MS,
    () => startScene(VIBRATOR_SCENE_DURATION_LONG),
    () => attempt((vibrator) => vibrator.stop()),
  );

  return {
    stop() {
      scenes.cancel();
      attempt((vibrator) => vibrator.stop());
    },
    run(stretches, form) {
      const types = patternTypes(form);
      if (types === null) {
        scenes.run(stretches);
        return;
      }
      const { CONTINUOUS, PAUSE } = types;
      attempt((vibrator) =>
        vibrator.start(
          stretches.map(({ on, durationMs }) => ({ type: on ? CONTINUOUS : PAUSE, duration: durationMs })),
        ),
      );
    },
    tap(form) {
      const types = patternTypes(form);
      if (types === null) {
        startScene(VIBRATOR_SCENE_SHORT_MIDDLE);
        return;
      }
      const { STRONG_SHORT } = types;
      attempt((vibrator) => vibrator.start([{ type: STRONG_SHORT }]));
    },
  };
}

/** The number first, which watches are known to accept; then `{ mode }`, which the reference declares. One of them may be refused. */
function setMode(vibrator: Vibrator, mode: number): void {
  let isTaken = false;
  for (const form of [mode, { mode }]) {
    try {
      vibrator.setMode(form as { mode: number });
      isTaken = true;
    } catch {
      // Reported below if neither form is accepted.
    }
  }
  if (!isTaken) throw new Error('no form of setMode is taken');
}
