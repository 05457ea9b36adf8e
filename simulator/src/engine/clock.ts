/**
 * Virtual time: one queue of everything that is due (in order of registration within a millisecond), and wall clocks on top of it. The
 * host's clock is never read.
 */

/** Something that is due at an uptime. */
export interface Task {
  /** Uptime, ms. */
  readonly dueMs: number;
  readonly order: number;
  readonly run: () => void;
}

/** The queue of due tasks. */
export interface Clock {
  /** Virtual time since the start, ms. */
  readonly uptimeMs: number;
  /** Runs `run` at an uptime, or as soon as possible when that has passed. */
  at(dueMs: number, run: () => void): Task;
  after(delayMs: number, run: () => void): Task;
  cancel(task: Task | undefined): void;
  /** Uptime of the next task, or undefined when there is none. */
  nextDueMs(): number | undefined;
  /** Runs the next task; time moves to it. */
  runNext(): void;
  /**
   * Lets time pass without running anything.
   * @throws Error when a task is due before `uptimeMs`
   */
  idleUntil(uptimeMs: number): void;
}

function isBefore(one: Task, other: Task): boolean {
  return one.dueMs < other.dueMs || (one.dueMs === other.dueMs && one.order < other.order);
}

/** Index at which a task belongs in a queue that is sorted by due time, latest first. */
function indexFor(queue: readonly Task[], task: Task): number {
  let low = 0;
  let high = queue.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const other = queue[middle];
    if (other !== undefined && isBefore(task, other)) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Creates a clock that shows 0. */
export function createClock(): Clock {
  const queue: Task[] = [];
  let uptimeMs = 0;
  let order = 0;
  const clock: Clock = {
    get uptimeMs() {
      return uptimeMs;
    },
    at(dueMs, run) {
      order += 1;
      const task: Task = { dueMs: Math.max(uptimeMs, dueMs), order, run };
      queue.splice(indexFor(queue, task), 0, task);
      return task;
    },
    after: (delayMs, run) => clock.at(uptimeMs + delayMs, run),
    cancel(task) {
      if (task === undefined) return;
      const index = queue.indexOf(task);
      if (index >= 0) queue.splice(index, 1);
    },
    nextDueMs: () => queue[queue.length - 1]?.dueMs,
    runNext() {
      const task = queue.pop();
      if (task === undefined) return;
      uptimeMs = Math.max(uptimeMs, task.dueMs);
      task.run();
    },
    idleUntil(untilMs) {
      const nextMs = clock.nextDueMs();
      if (nextMs !== undefined && nextMs < untilMs) {
        throw new Error(`idleUntil(${untilMs}): something is due at ${nextMs}; run it first`);
      }
      uptimeMs = Math.max(uptimeMs, untilMs);
    },
  };
  return clock;
}

/** A wall clock, which a tester can set and move to another time zone. */
export interface WallClock {
  /** UTC ms. */
  readonly epochMs: number;
  /** Minutes east of UTC. */
  zoneOffsetMin: number;
  setEpoch(epochMs: number): void;
  /** Uptime at which the clock will show `epochMs`, unless it is set until then. */
  uptimeAt(epochMs: number): number;
  /** Calls the listener each time the clock is set. */
  onChange(listener: () => void): void;
}

/** Creates a wall clock that shows `startEpochMs` (UTC ms) at uptime 0. */
export function createWallClock(clock: Clock, startEpochMs: number, zoneOffsetMin: number): WallClock {
  const listeners: (() => void)[] = [];
  let offsetMs = startEpochMs;
  return {
    get epochMs() {
      return offsetMs + clock.uptimeMs;
    },
    zoneOffsetMin,
    setEpoch(epochMs) {
      offsetMs = epochMs - clock.uptimeMs;
      for (const listener of listeners) listener();
    },
    uptimeAt: (epochMs) => epochMs - offsetMs,
    onChange: (listener) => void listeners.push(listener),
  };
}
