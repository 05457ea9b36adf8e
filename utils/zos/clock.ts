import type { Clock } from '../ports/ports.ts';

/** The platform's wall clock and timers. */
export function createClock(): Clock {
  return {
    nowMs: () => Date.now(),
    zoneOffsetMin: () => -new Date().getTimezoneOffset(),
    after(delayMs, run) {
      const id = setTimeout(run, delayMs);
      return () => clearTimeout(id);
    },
    every(periodMs, run) {
      const id = setInterval(run, periodMs);
      return () => clearInterval(id);
    },
  };
}
