/**
 * The motor over `@zos/sensor`. Typed patterns (API 3.6) end by themselves. Where a watch has none, each pulse is a scene that
 * is stopped after its time. The TIMER and CALL scenes, which never end, are not used.
 */
import { VIBRATOR_SCENE_DURATION_LONG, VIBRATOR_SCENE_SHORT_MIDDLE, Vibrator } from '@zos/sensor';
import { pattern, patternMs, type Stretch } from '../core/cue/vocabulary.ts';
import type { Clock, Haptics, Report } from '../ports/ports.ts';

/** From the end of a cue to the tap that confirms a touch made during it, ms. */
const CONFIRM_GAP_MS = 250;

export function createHaptics(clock: Clock, report: Report): Haptics {
  const vibrator = new Vibrator();
  const types = typeof vibrator.getType === 'function' ? vibrator.getType() : null;
  let busyUntilMs = 0;
  let cancelNext: (() => void) | null = null;

  function stop(): void {
    if (cancelNext !== null) cancelNext();
    cancelNext = null;
    busyUntilMs = 0;
    attempt(() => vibrator.stop());
  }

  function attempt(act: () => void): void {
    try {
      act();
    } catch (thrown) {
      report('motor', String(thrown));
    }
  }

  function scene(mode: number): void {
    attempt(() => {
      vibrator.setMode({ mode });
      vibrator.start();
    });
  }

  function playScenes(stretches: readonly Stretch[], at: number): void {
    const stretch = stretches[at];
    if (stretch === undefined) return;
    if (stretch.on) scene(VIBRATOR_SCENE_DURATION_LONG);
    cancelNext = clock.after(stretch.durationMs, () => {
      attempt(() => vibrator.stop());
      playScenes(stretches, at + 1);
    });
  }

  function confirm(): void {
    const leftMs = busyUntilMs - clock.nowMs();
    if (leftMs > 0) {
      // A touch during a cue does not cut the cue short: the tap comes after it.
      clock.after(leftMs + CONFIRM_GAP_MS, confirm);
      return;
    }
    stop();
    if (types === null) scene(VIBRATOR_SCENE_SHORT_MIDDLE);
    else attempt(() => vibrator.start([{ type: types.STRONG_SHORT }]));
  }

  return {
    stop,
    play(cue, strength) {
      // The motor has to be stopped before each start. A cue that still runs gives way to the newer one.
      stop();
      busyUntilMs = clock.nowMs() + patternMs(cue, strength);
      const stretches = pattern(cue, strength);
      if (types === null) {
        playScenes(stretches, 0);
        return;
      }
      attempt(() =>
        vibrator.start(
          stretches.map((stretch) => ({
            type: stretch.on ? types.CONTINUOUS : types.PAUSE,
            duration: stretch.durationMs,
          })),
        ),
      );
    },
    confirm,
  };
}
