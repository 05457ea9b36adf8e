import { once } from '../core/base/once.ts';
import type { Clock } from '../ports/ports.ts';

type Run = () => void;

/**
 * The platform's wall clock and timers.
 * @param guarded makes of a timer's callback one that does not throw
 */
export function createClock(guarded = (run: Run): Run => run): Clock {
  return {
    nowMs: () => Date.now(),
    zoneOffsetMin: () => -new Date().getTimezoneOffset(),
    after(delayMs, run) {
      const id = setTimeout(once(guarded(run)), delayMs);
      return () => clearTimeout(id);
    },
    every(periodMs, run) {
      const id = setInterval(guarded(run), periodMs);
      return () => clearInterval(id);
    },
  };
}
