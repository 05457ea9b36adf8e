/**
 * The vibration motor: what it was told, when it ran, and whether somebody forgot to stop it. Lengths come from the
 * Vibrator page of the official reference; those marked "assumed" are published nowhere.
 */
import type { Clock, Task } from '../clock.ts';
import type { EventLog } from '../event-log.ts';
import type { Pulse } from '../types.ts';

/** A segment of a pattern: on for `onMs`, then off for `offMs`. */
export interface PatternSegment {
  readonly type: string;
  readonly onMs: number;
  readonly offMs: number;
}

export interface Pattern {
  readonly name: string;
  readonly segments: readonly PatternSegment[];
  readonly endless: boolean;
}

const tap = (type: string): Pattern => ({
  name: type,
  segments: [{ type, onMs: 20, offMs: 0 }],
  endless: false,
});

function repeated(type: string, count: number, onMs: number, offMs: number, endless = false): Pattern {
  const segments: PatternSegment[] = [];
  for (let index = 0; index < count; index++) segments.push({ type, onMs, offMs });
  return { name: type, segments, endless };
}

/** Scenes by their platform name. Inner rhythm of STRONG_REMINDER, NOTIFICATION, CALL and TIMER's gap: assumed. */
export const SCENES: Readonly<Record<string, Pattern>> = {
  SCENE_SHORT_LIGHT: tap('SCENE_SHORT_LIGHT'),
  SCENE_SHORT_MIDDLE: tap('SCENE_SHORT_MIDDLE'),
  SCENE_SHORT_STRONG: tap('SCENE_SHORT_STRONG'),
  SCENE_DURATION: repeated('SCENE_DURATION', 1, 600, 0),
  SCENE_DURATION_LONG: repeated('SCENE_DURATION_LONG', 1, 1000, 0),
  SCENE_STRONG_REMINDER: repeated('SCENE_STRONG_REMINDER', 4, 200, 100),
  SCENE_NOTIFICATION: repeated('SCENE_NOTIFICATION', 2, 60, 100),
  SCENE_CALL: repeated('SCENE_CALL', 2, 150, 100, true),
  SCENE_TIMER: repeated('SCENE_TIMER', 1, 500, 500, true),
};

export interface Motor {
  readonly pulses: readonly Pulse[];
  readonly on: boolean;
  /** True while a pattern that never ends by itself runs. */
  readonly endless: boolean;
  /** True from a start until a stop, also after the pattern is over. */
  readonly unstopped: boolean;
  readonly owner: unknown;
  start(pattern: Pattern, owner: unknown, who: string): void;
  stop(who: string): void;
}

interface Running {
  readonly pattern: Pattern;
  readonly owner: unknown;
  task: Task | undefined;
}

export function createMotor(clock: Clock, log: EventLog): Motor {
  const pulses: Pulse[] = [];
  let running: Running | undefined;

  function addPulses(pattern: Pattern, fromMs: number): { added: Pulse[]; endMs: number } {
    const added: Pulse[] = [];
    let atMs = fromMs;
    for (const { type, onMs, offMs } of pattern.segments) {
      if (onMs > 0) added.push({ onMs: atMs, offMs: atMs + onMs, type });
      atMs += onMs + offMs;
    }
    pulses.push(...added);
    return { added, endMs: atMs };
  }

  function loop(run: Running, atMs: number): void {
    run.task = clock.at(atMs, () => loop(run, addPulses(run.pattern, clock.uptimeMs).endMs));
  }

  function cut(): void {
    const now = clock.uptimeMs;
    for (let index = pulses.length - 1; index >= 0; index--) {
      const pulse = pulses[index];
      if (pulse === undefined || pulse.offMs <= now) break;
      if (pulse.onMs >= now) pulses.splice(index, 1);
      else pulses[index] = { ...pulse, offMs: now };
    }
    clock.cancel(running?.task);
    running = undefined;
  }

  return {
    get pulses() {
      return pulses.filter((pulse) => pulse.onMs <= clock.uptimeMs);
    },
    get on() {
      const now = clock.uptimeMs;
      return pulses.some((pulse) => pulse.onMs <= now && now < pulse.offMs);
    },
    get endless() {
      return running?.pattern.endless === true;
    },
    get unstopped() {
      return running !== undefined;
    },
    get owner() {
      return running?.owner;
    },
    start(pattern, owner, who) {
      cut();
      const run: Running = { pattern, owner, task: undefined };
      running = run;
      const { added, endMs } = addPulses(pattern, clock.uptimeMs);
      if (pattern.endless) loop(run, endMs);
      log.emit('vibrate', `${who}: ${pattern.name}`, { pulses: added, endless: pattern.endless });
    },
    stop(who) {
      if (running === undefined) return;
      cut();
      log.emit('vibrate-stop', who);
    },
  };
}
