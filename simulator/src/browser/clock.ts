/**
 * Lets virtual time pass at a chosen speed, frame by frame. Everything that changes the simulation goes through its queue, so that no verb
 * runs between a timer and the promises that it settles.
 */
import type { Drain } from '../engine/advance-time.ts';
import type { Simulation } from '../engine/types.ts';

/** Real time that one frame may spend on the simulation, ms. It leaves time to draw 60 frames a second. */
const FRAME_BUDGET_MS = 10;
/** The longest gap of real time that the clock catches up on after a stall or in a hidden tab, ms. */
const LONGEST_GAP_MS = 250;

export interface ClockOptions {
  readonly simulation: () => Simulation;
  readonly drain: Drain;
  /** Called after each frame, whether time has moved or not. */
  readonly onFrame: () => void;
  /** Called with an exception that the simulation threw. Time stands still from then on. */
  readonly onError: (error: unknown) => void;
}

export interface Clock {
  /** Virtual seconds per real second; 0 when paused. */
  readonly speed: number;
  setSpeed(speed: number): void;
  /** Moves to the next instant at which something is due, and runs all that is due then. */
  runNext(): Promise<void>;
  /** Lets `durationMs` of virtual time pass as fast as possible. */
  skip(durationMs: number): Promise<void>;
  /** Runs a task when the simulation does nothing else. */
  run(task: () => void): Promise<void>;
}

interface Stepper {
  /** Advances to an uptime, or as far as the budget of real time allows, both in ms. */
  advance(targetMs: number, budgetMs: number): Promise<void>;
  runNext(): Promise<void>;
}

function createStepper(options: ClockOptions): Stepper {
  const { simulation, drain } = options;
  return {
    async advance(targetMs, budgetMs) {
      const startedMs = performance.now();
      const current = simulation();
      for (;;) {
        const dueMs = current.nextDueMs();
        if (dueMs === undefined || dueMs > targetMs) break;
        current.runNext();
        await drain();
        // The clock stops only between two milliseconds, because a recorded script cannot place a verb within one.
        const isMidway = current.nextDueMs() === current.uptimeMs;
        if (!isMidway && performance.now() - startedMs > budgetMs) return;
      }
      if (targetMs > current.uptimeMs) current.idleUntil(targetMs);
    },
    async runNext() {
      const dueMs = simulation().nextDueMs();
      if (dueMs === undefined) return;
      while (simulation().nextDueMs() === dueMs) {
        simulation().runNext();
        await drain();
      }
    },
  };
}

/** Creates the clock. Time passes as in reality until `setSpeed` is called. */
export function createClock(options: ClockOptions): Clock {
  const stepper = createStepper(options);
  let speed = 1;
  let lastFrameMs = performance.now();
  /** Part of a millisecond that has yet to pass. Verbs happen at whole milliseconds, as scripts write them. */
  let owedMs = 0;
  let tail: Promise<void> = Promise.resolve();
  let busy = false;

  const queued = (task: () => Promise<void>): Promise<void> => {
    tail = tail.then(task).catch((error: unknown) => {
      speed = 0;
      options.onError(error);
    });
    return tail;
  };

  const frame = (nowMs: number): void => {
    const gapMs = Math.min(LONGEST_GAP_MS, nowMs - lastFrameMs);
    lastFrameMs = nowMs;
    if (speed > 0 && !busy) {
      busy = true;
      owedMs += gapMs * speed;
      const wholeMs = Math.floor(owedMs);
      owedMs -= wholeMs;
      void queued(() =>
        stepper.advance(Math.floor(options.simulation().uptimeMs) + wholeMs, FRAME_BUDGET_MS),
      ).then(() => {
        busy = false;
      });
    }
    options.onFrame();
    requestAnimationFrame(frame);
  };
  requestAnimationFrame(frame);

  return {
    get speed() {
      return speed;
    },
    setSpeed: (chosen) => {
      speed = chosen;
    },
    runNext: () => queued(stepper.runNext),
    skip: (durationMs) =>
      queued(() => stepper.advance(options.simulation().uptimeMs + durationMs, Number.POSITIVE_INFINITY)),
    run: (task) =>
      queued(async () => {
        task();
        await options.drain();
      }),
  };
}
