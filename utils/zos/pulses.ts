/** Plays the pulses of a cue on a device that is started and stopped for each of them. */
import type { Stretch } from '../core/cue/vocabulary.ts';
import type { Clock } from '../ports/ports.ts';

export interface PulsePlayer {
  /** Plays these stretches. The caller has to cancel what played before. */
  run(stretches: readonly Stretch[]): void;
  /** Starts no further pulse. It does not stop the device. */
  cancel(): void;
}

/**
 * @param longestMs how long the device runs after one start, at most, ms. For a longer pulse it is started again
 * @param start begins a pulse of this length, ms
 */
export function createPulses(
  clock: Clock,
  longestMs: number,
  start: (durationMs: number) => void,
  stop: () => void,
): PulsePlayer {
  let cancelNext = (): void => {};

  function runFrom(stretches: readonly Stretch[], at: number, doneMs: number): void {
    const stretch = stretches[at];
    if (stretch === undefined) return;
    if (stretch.on) start(stretch.durationMs);
    const leftMs = stretch.durationMs - doneMs;
    const isLonger = stretch.on && leftMs > longestMs;
    const next = (): void => {
      if (stretch.on) stop();
      if (isLonger) runFrom(stretches, at, doneMs + longestMs);
      else runFrom(stretches, at + 1, 0);
    };
    cancelNext = clock.after(isLonger ? longestMs : leftMs, next);
  }

  return {
    run: (stretches) => runFrom(stretches, 0, 0),
    cancel: () => cancelNext(),
  };
}
