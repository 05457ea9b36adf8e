/**
 * Virtual time: one queue for everything that is due, first come first served within a millisecond. Owns uptime
 * and the watch's wall clock; never looks at the host's clock.
 */

export interface Task {
  dueMs: number;
  readonly order: number;
  readonly run: () => void;
}

export interface Clock {
  readonly uptimeMs: number;
  /** Runs `run` at an uptime; a time that has passed means as soon as possible. */
  at(dueMs: number, run: () => void): Task;
  after(delayMs: number, run: () => void): Task;
  cancel(task: Task | undefined): void;
  nextDueMs(): number | undefined;
  runNext(): void;
  idleUntil(uptimeMs: number): void;
}

function before(one: Task, other: Task): boolean {
  return one.dueMs < other.dueMs || (one.dueMs === other.dueMs && one.order < other.order);
}

/** Index at which a task belongs in a list sorted by due time, latest first. */
function placeOf(queue: readonly Task[], task: Task): number {
  let low = 0;
  let high = queue.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const other = queue[middle];
    if (other !== undefined && before(task, other)) low = middle + 1;
    else high = middle;
  }
  return low;
}

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
      queue.splice(placeOf(queue, task), 0, task);
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

/** The watch's wall clock: what a tester may set, jump and move to another zone. */
export interface WallClock {
  readonly epochMs: number;
  zoneOffsetMin: number;
  setEpoch(epochMs: number): void;
  /** Uptime at which the wall clock will show `epochMs`, if nobody touches it. */
  uptimeAt(epochMs: number): number;
  onChange(listener: () => void): void;
}

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
