/**
 * The vibration motor: the pulses that it has run, and what it runs now. Lengths come from the Vibrator page of the official reference.
 * Those marked "assumed" are published nowhere.
 */
import type { Clock, Task } from '../clock.ts';
import type { EventLog } from '../event-log.ts';
import type { Pulse } from '../types.ts';

/** Part of a pattern: the motor runs for `onMs` and rests for `offMs`. */
export interface PatternSegment {
  readonly type: string;
  readonly onMs: number;
  readonly offMs: number;
}

/** What the motor plays. */
export interface Pattern {
  readonly name: string;
  readonly segments: readonly PatternSegment[];
  /** True when the pattern repeats until it is stopped. */
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

/** Scenes by their platform name. The inner rhythms of STRONG_REMINDER, NOTIFICATION and CALL and the gap of TIMER are assumed. */
export const SCENES = {
  SCENE_SHORT_LIGHT: tap('SCENE_SHORT_LIGHT'),
  SCENE_SHORT_MIDDLE: tap('SCENE_SHORT_MIDDLE'),
  SCENE_SHORT_STRONG: tap('SCENE_SHORT_STRONG'),
  SCENE_DURATION: repeated('SCENE_DURATION', 1, 600, 0),
  SCENE_DURATION_LONG: repeated('SCENE_DURATION_LONG', 1, 1000, 0),
  SCENE_STRONG_REMINDER: repeated('SCENE_STRONG_REMINDER', 4, 200, 100),
  SCENE_NOTIFICATION: repeated('SCENE_NOTIFICATION', 2, 60, 100),
  SCENE_CALL: repeated('SCENE_CALL', 2, 150, 100, true),
  SCENE_TIMER: repeated('SCENE_TIMER', 1, 500, 500, true),
} as const satisfies Readonly<Record<string, Pattern>>;

export type SceneName = keyof typeof SCENES;

export interface Motor {
  /** Pulses that have begun, in order. */
  readonly pulses: readonly Pulse[];
  readonly on: boolean;
  /** True while a pattern runs that does not end by itself. */
  readonly endless: boolean;
  /** True from a start until a stop, even if the pattern is over. */
  readonly unstopped: boolean;
  /** The realm that started the vibration, or `'system'`. */
  readonly owner: unknown;
  /** @param who the owner's name for the log */
  start(pattern: Pattern, owner: unknown, who: string): void;
  stop(who: string): void;
}

interface Running {
  readonly pattern: Pattern;
  readonly owner: unknown;
  task: Task | undefined;
}

/** Creates a motor that is at rest. */
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

  function repeat(run: Running, atMs: number): void {
    run.task = clock.at(atMs, () => repeat(run, addPulses(run.pattern, clock.uptimeMs).endMs));
  }

  /** Ends the running pulse now, and cancels the rest. */
  function cutOff(): void {
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
      cutOff();
      const run: Running = { pattern, owner, task: undefined };
      running = run;
      const { added, endMs } = addPulses(pattern, clock.uptimeMs);
      if (pattern.endless) repeat(run, endMs);
      log.emit('vibrate', `${who}: ${pattern.name}`, { pulses: added, endless: pattern.endless });
    },
    stop(who) {
      if (running === undefined) return;
      cutOff();
      log.emit('vibrate-stop', who);
    },
  };
}

/** Vibrates on behalf of the system, for calls and notifications. */
export function startSystemScene(world: { readonly motor: Motor }, scene: SceneName): void {
  world.motor.start(SCENES[scene], 'system', 'system');
}
