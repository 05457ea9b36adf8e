/**
 * Lets virtual time run at a chosen speed, frame by frame, and is the one queue through which anything touches the
 * simulation: a verb never falls between a timer and the promises that it settles.
 */

import type { Simulation } from '../engine/types.ts';

/** Real time that one frame may spend on the simulation, ms: leaves room to draw at 60 frames a second. */
const FRAME_BUDGET_MS = 10;
/** Longest real gap that is caught up after a stalled or hidden tab, ms. */
const LONGEST_GAP_MS = 250;

export interface ClockOptions {
  readonly simulation: () => Simulation;
  /** Lets pending promises of the bundles run. */
  readonly drain: () => Promise<void>;
  /** Called after every frame, whether time moved or not. */
  readonly onFrame: () => void;
  /** Called with an exception out of the simulation; time is paused by then. */
  readonly onError: (error: unknown) => void;
}

export interface Clock {
  /** Virtual seconds per real second; 0 when paused. */
  readonly speed: number;
  setSpeed(speed: number): void;
  /** Moves to the next moment at which something is due, however far, and runs it. */
  step(): Promise<void>;
  /** Lets `durationMs` of virtual time pass as fast as possible. */
  skip(durationMs: number): Promise<void>;
  /** Runs a task between two steps of the simulation. */
  run(task: () => void): Promise<void>;
}

interface Engine {
  advance(targetMs: number, budgetMs: number): Promise<void>;
  step(): Promise<void>;
}

function createEngine(options: ClockOptions): Engine {
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
        // Never between two things of the same millisecond: a recorded deed could not be put back there.
        const isMidway = current.nextDueMs() === current.uptimeMs;
        if (!isMidway && performance.now() - startedMs > budgetMs) return;
      }
      if (targetMs > current.uptimeMs) current.idleUntil(targetMs);
    },
    async step() {
      const dueMs = simulation().nextDueMs();
      if (dueMs === undefined) return;
      while (simulation().nextDueMs() === dueMs) {
        simulation().runNext();
        await drain();
      }
    },
  };
}

export function createClock(options: ClockOptions): Clock {
  const engine = createEngine(options);
  let speed = 1;
  let lastFrameMs = performance.now();
  /** Virtual time that is owed: deeds fall on whole milliseconds, as scripts write them. */
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
        engine.advance(Math.floor(options.simulation().uptimeMs) + wholeMs, FRAME_BUDGET_MS),
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
    step: () => queued(engine.step),
    skip: (durationMs) =>
      queued(() => engine.advance(options.simulation().uptimeMs + durationMs, Number.POSITIVE_INFINITY)),
    run: (task) =>
      queued(async () => {
        task();
        await options.drain();
      }),
  };
}
