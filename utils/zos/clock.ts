import { once } from '../core/base/once.ts';
import type { Clock } from '../ports/ports.ts';

/**
 * The platform's wall clock and timers. @param call runs a timer's callback, and does not throw
 */
export function createClock(call = (run: () => void): void => run()): Clock {
  return {
    nowMs: () => Date.now(),
    zoneOffsetMin: () => -new Date().getTimezoneOffset(),
    after(delayMs, run) {
      const id = setTimeout(
        once(() => call(run)),
        delayMs,
      );
      return () => clearTimeout(id);
    },
    every(periodMs, run) {
      const id = setInterval(() => call(run), periodMs);
      return () => clearInterval(id);
    },
  };
}
