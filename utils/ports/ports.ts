/** The ports: everything that the app asks of the watch, as interfaces. `utils/zos` has the platform behind them. */
import type { Cue, CueStyle, MotorForm, Stretch } from '../core/cue/vocabulary.ts';

/** The wall clock and timers. Everything that asks for "now" asks this port. */
export interface Clock {
  /** The wall clock, UTC ms. It goes back where somebody sets it back. */
  nowMs(): number;
  /** Local time minus UTC, minutes. */
  zoneOffsetMin(): number;
  /** Calls `run` once after about `delayMs`. Returns a function that calls it off. */
  after(delayMs: number, run: () => void): () => void;
  /** Calls `run` about every `periodMs`. Returns a function that ends it. */
  every(periodMs: number, run: () => void): () => void;
}

/** Small files by name in the app's own folder. Failures are return values; nothing throws. */
export interface Files {
  /** The whole file; null if it is not there, and where it cannot be read. `isThere` tells the two apart. */
  read(name: string): Uint8Array | null;
  isThere(name: string): boolean;
  /** Replaces the file. Returns false if it could not be written. */
  write(name: string, bytes: Uint8Array): boolean;
  /** Appends to the file. Returns false unless every byte was written. */
  append(name: string, bytes: Uint8Array): boolean;
}

/** Reports a failure to a person: the part that failed, and a sentence without health values. */
export type Report = (where: string, sentence: string) => void;

/** Cues on the vibration motor. */
export interface Haptics {
  /** Plays a cue, and where it is repeated plays it once more. It replaces one that still runs, and its repetition. */
  play(cue: Cue, style: CueStyle): void;
  /** Plays the short tap that confirms a touch. During a cue it waits for the cue's end. What was to be repeated no longer is. */
  confirm(): void;
  /** A tick of a countdown, as short as the tap. It is left out during a cue. */
  tick(): void;
  /** What was to be repeated no longer is. A cue that runs is felt to its end. */
  dropRepeat(): void;
  /** Ends whatever is playing, and what was to be repeated. */
  stop(): void;
}

/** The vibration motor itself. A call that fails is reported and does nothing. */
export interface Motor {
  /** Runs the motor through these stretches. It has to be stopped before. */
  run(stretches: readonly Stretch[], form: MotorForm): void;
  /** A tap as short as that of a touch. */
  tap(form: MotorForm): void;
  stop(): void;
}

/** The buzzer, if the watch has one. A call that fails is reported and does nothing. */
export interface Sounder {
  /** Sounds a tone for each pulse of these stretches. It has to be stopped before. */
  run(stretches: readonly Stretch[]): void;
  stop(): void;
}

/** Keeps the session's page alive: the platform ends a page ten seconds after the screen goes dark. */
export interface ScreenKeeper {
  /** Keeps the screen on for `forMs` from now, also with the wrist down or a palm on the glass, and lets a wake-up open the app again. */
  keepAwake(forMs: number): void;
  /** Gives all of that back. It may be called twice. */
  release(): void;
}

/** The alarm net: one system alarm that opens the session's page again if it is gone by then. */
export interface AlarmNet {
  /** Arms the alarm for `atMs` (UTC, rounded up to a whole second) in place of the one before. A refusal is reported. */
  arm(atMs: number): void;
  /** Takes the alarm back. */
  cancel(): void;
  /** Whether the system says that one is armed. */
  isArmed(): boolean;
}

/** The helper: the background service that plays a cue which the page has missed. */
export interface Helper {
  /** Whether the system lists it. That is a hint for words: a helper may be listed and dead, or live without being listed. */
  isListed(): boolean;
  /**
   * Asks the system to start it, whatever the system says about its permission. Where it does not start, for want of that or
   * because another app's service runs, the system's code is reported.
   */
  start(): void;
  /** Asks the system to end it. */
  stop(): void;
}

/** A daily alarm that wakes the reminder. */
export interface WakeUp {
  /** The first time, UTC ms. */
  readonly atMs: number;
  /** What it is for, which the reminder is told as it is woken: `r` the reminder, `m` the morning question, `rm` both. */
  readonly saying: string;
}

/** The daily alarms that wake the reminder. */
export interface Reminders {
  /** Asks the system for these, in place of what was set before. A refusal is reported. */
  set(wakeUps: readonly WakeUp[]): void;
  /** Local time minus UTC when they were set last, minutes; null if that is not known. */
  zoneWhenSet(): number | null;
  /** Local time minus UTC at an instant, minutes. */
  offsetAt(utcMs: number): number;
}

/** The link to the phone: one question at a time. */
export interface Link {
  /** Sends a question. `done` is called at most once, with the answer, or with null if none will come. */
  request(bytes: Uint8Array, done: (answer: Uint8Array | null) => void): void;
  /** Opens the transport again, without which nothing gets through after the connection was lost (test/e2e/zml-more-faults.test.ts, Z16). */
  reopen(): void;
}
