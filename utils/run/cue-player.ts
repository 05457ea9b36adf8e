/**
 * Plays cues on the motor. Whoever plays a cue, page or helper, plays its repetition too, so that it is never played by both; one
 * that would be late is left out, because by then another cue may have been played.
 */
import { once } from '../core/base/once.ts';
import { isRepeated, type MotorForm, pattern, patternMs, REPEAT_AFTER_MS } from '../core/cue/vocabulary.ts';
import { PAGE_WINDOW_MS } from '../core/tuning.ts';
import type { Clock, Haptics, Motor, Sounder } from '../ports/ports.ts';

/** From the end of a cue to the tap that confirms a touch made during it, ms. */
const CONFIRM_GAP_MS = 250;

const nothing = (): void => {};

/**
 * @param form in which the first tap is played; from then on that of the last cue
 * @param onPlay a cue has begun; not called for its repetition
 * @param sounder sounds the cues of a style that has sound; none if it is left out
 */
export function createCuePlayer(
  clock: Clock,
  motor: Motor,
  form: MotorForm,
  onPlay: Haptics['play'] = nothing,
  sounder?: Sounder,
): Haptics {
  let lastForm = form;
  let busyUntilMs = 0;
  let cancelRepeat = nothing;
  let cancelTap = nothing;

  function dropRepeat(): void {
    cancelRepeat();
    cancelRepeat = nothing;
  }

  function stop(): void {
    dropRepeat();
    cancelTap();
    busyUntilMs = 0;
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
      const lastsMs = patternMs(cue, style);
      const run = (): void => {
        // The motor has to be stopped before each start. A cue that still runs gives way to the newer one.
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
        cancelRepeat = clock.after(
          afterMs,
          // A timer may fire twice.
          once(() => {
            // A stall, or a clock that was set. The repetition says nothing new, so it is left out.
            if (Math.abs(clock.nowMs() - dueMs) <= PAGE_WINDOW_MS) run();
          }),
        );
      }
      onPlay(cue, style);
    },
  };
}
