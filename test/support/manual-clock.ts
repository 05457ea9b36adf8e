/** A clock that stands still until a test advances it. Timers run by elapsed time, as on a watch, so setting the wall clock moves none. */
import type { Clock } from '../../utils/ports/ports.ts';

interface Timer {
  readonly run: () => void;
  readonly periodMs: number | null;
  dueMs: number;
}

export interface ManualClock extends Clock {
  /** Lets time pass; what falls due runs at its instant, in order. */
  advance(byMs: number): void;
  /** Sets the wall clock. */
  setWall(epochMs: number): void;
  /** Timers that wait. */
  pending(): number;
  /** Time until the next timer is due, ms; null if none waits. */
  untilNextMs(): number | null;
}

/** A Monday morning, UTC ms. */
export const MONDAY_MS = Date.UTC(2026, 0, 5, 8, 0, 0);

export function createManualClock(startMs = MONDAY_MS): ManualClock {
  const timers = new Set<Timer>();
  let elapsedMs = 0;
  let wallAtZeroMs = startMs;

  function start(delayMs: number, periodMs: number | null, run: () => void): () => void {
    const timer = { run, periodMs, dueMs: elapsedMs + Math.max(1, delayMs) };
    timers.add(timer);
    return () => void timers.delete(timer);
  }

  function next(untilMs: number): Timer | null {
    let first: Timer | null = null;
    for (const timer of timers) {
      if (timer.dueMs <= untilMs && (first === null || timer.dueMs < first.dueMs)) first = timer;
    }
    return first;
  }

  return {
    nowMs: () => wallAtZeroMs + elapsedMs,
    zoneOffsetMin: () => 60,
    after: (delayMs, run) => start(delayMs, null, run),
    every: (periodMs, run) => start(periodMs, periodMs, run),
    advance(byMs) {
      const untilMs = elapsedMs + byMs;
      for (let timer = next(untilMs); timer !== null; timer = next(untilMs)) {
        elapsedMs = timer.dueMs;
        if (timer.periodMs === null) timers.delete(timer);
        else timer.dueMs += timer.periodMs;
        timer.run();
      }
      elapsedMs = untilMs;
    },
    setWall(epochMs) {
      wallAtZeroMs = epochMs - elapsedMs;
    },
    pending: () => timers.size,
    untilNextMs() {
      const first = next(Number.POSITIVE_INFINITY);
      return first === null ? null : Math.max(0, first.dueMs - elapsedMs);
    },
  };
}
