/**
 * Plays cues on the motor. Whoever plays a cue, page or helper, also plays its repetition, so both never play it. A repetition
 * that would be late is dropped, because by then another cue may have been played.
 */
import { isRepeated, type MotorForm, pattern, REPEAT_AFTER_MS, stretchesMs } from '../core/cue/vocabulary.ts';
import { PAGE_WINDOW_MS } from '../core/tuning.ts';
import type { Clock, Haptics, Motor, Sounder } from '../ports/ports.ts';

/** From the end of a cue to the tap that confirms a touch made during it, ms. */
const CONFIRM_GAP_MS = 250;

/** Before any time of a clock, which may be before 1970. */
const LONG_AGO = Number.NEGATIVE_INFINITY;

const nothing = (): void => {};

/**
 * @param form the form of the first tap; later taps take the form of the last cue
 * @param onPlay called when a cue begins, but not for its repetition
 * @param sounder plays the sounds of a style that has sound; no sound if left out
 */
export function createCuePlayer(
  clock: Clock,
  motor: Motor,
  form: MotorForm,
  onPlay: Haptics['play'] = nothing,
  sounder?: Sounder,
): Haptics {
  let lastForm = form;
  let busyUntilMs = LONG_AGO;
  let cancelRepeat = nothing;
  let cancelTap = nothing;

  function dropRepeat(): void {
    cancelRepeat();
    cancelRepeat = nothing;
  }

  function stop(): void {
    dropRepeat();
    cancelTap();
    busyUntilMs = LONG_AGO;
    motor.stop();
    if (sounder) sounder.stop();
  }

  /** A touch during a cue does not cut the cue short: the tap comes after it. */
  function tap(): void {
    const leftMs = busyUntilMs - clock.nowMs();
    if (leftMs > 0) {
      cancelTap = clock.after(leftMs + CONFIRM_GAP_MS, tap);
      return;
    }
    motor.stop();
    motor.tap(lastForm);
  }

  return {
    stop,
    dropRepeat,
    confirm() {
      dropRepeat();
      cancelTap();
      tap();
    },
    tick() {
      if (clock.nowMs() >= busyUntilMs) tap();
    },
    play(cue, style) {
      const stretches = pattern(cue, style);
      const lastsMs = stretchesMs(stretches);
      const run = (): void => {
        // The motor has to be stopped before each start. A newer cue replaces one that is still playing.
        stop();
        busyUntilMs = clock.nowMs() + lastsMs;
        motor.run(stretches, style.motor);
        if (sounder && style.sound) sounder.run(stretches);
      };
      lastForm = style.motor;
      run();
      if (isRepeated(cue, style)) {
        const afterMs = lastsMs + REPEAT_AFTER_MS;
        const dueMs = clock.nowMs() + afterMs;
        cancelRepeat = clock.after(afterMs, () => {
          // There was a stall, or the clock was set. The repetition says nothing new, so it is dropped.
          if (Math.abs(clock.nowMs() - dueMs) <= PAGE_WINDOW_MS) run();
        });
      }
      onPlay(cue, style);
    },
  };
}
