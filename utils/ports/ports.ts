/** The ports: everything that the app needs from the watch, as interfaces. `utils/zos` implements them on the platform. */
import type { Cue, CueStyle, MotorForm, Stretch } from '../core/cue/vocabulary.ts';

/** The wall clock and timers. Everything that asks for "now" asks this port. */
export interface Clock {
  /** The wall clock, UTC ms. It goes back if somebody sets it back. */
  nowMs(): number;
  /** Local time minus UTC, minutes. */
  zoneOffsetMin(): number;
  /** Calls `run` once after about `delayMs`, even where the watch fires the timer twice. Returns a function that cancels it. */
  after(delayMs: number, run: () => void): () => void;
  /** Calls `run` about every `periodMs`. Returns a function that ends it. */
  every(periodMs: number, run: () => void): () => void;
}

/** Small files by name in the app's own folder. Failures are return values; nothing throws. */
export interface Files {
  /** The whole file; null if it does not exist or cannot be read. `isThere` tells the two apart. */
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
  /** Plays a cue, and its repetition if it has one. This replaces a cue that is still playing, and its repetition. */
  play(cue: Cue, style: CueStyle): void;
  /** Plays the short tap that confirms a touch. During a cue it waits for the cue's end. It cancels a pending repetition. */
  confirm(): void;
  /** A tick of a countdown, as short as the tap. It is left out during a cue. */
  tick(): void;
  /** Cancels a pending repetition. A cue that is playing continues to its end. */
  dropRepeat(): void;
  /** Stops whatever is playing and cancels a pending repetition. */
  stop(): void;
}

/** The vibration motor itself. A call that fails is reported and does nothing. */
export interface Motor {
  /** Runs the motor through these stretches. It must have been stopped before. */
  run(stretches: readonly Stretch[], form: MotorForm): void;
  /** A tap as short as that of a touch. */
  tap(form: MotorForm): void;
  stop(): void;
}

/** The buzzer, if the watch has one. A call that fails is reported and does nothing. */
export interface Sounder {
  /** Plays a tone for each pulse of these stretches. It must have been stopped before. */
  run(stretches: readonly Stretch[]): void;
  stop(): void;
}

/** Keeps the session's page alive: the platform ends a page ten seconds after the screen goes dark. */
export interface ScreenKeeper {
  /** Keeps the screen on for `forMs` from now, also with the wrist down or a palm on the glass, and lets a wake-up open the app again. */
  keepAwake(forMs: number): void;
  /** Releases all of that. It may be called twice. */
  release(): void;
}

/** The alarm: one system alarm that opens the session's page again if it is gone by then. */
export interface AlarmNet {
  /** Sets the alarm to `atMs` (UTC, rounded up to a whole second), replacing the earlier one. A refusal is reported. */
  arm(atMs: number): void;
  /** Cancels the alarm. */
  cancel(): void;
  /** Whether the system says that one is set. */
  isArmed(): boolean;
}

/** The helper: the background service that plays a cue which the page has missed. */
export interface Helper {
  /** Whether the system lists it. Use this only for wording: a helper may be listed and dead, or run without being listed. */
  isListed(): boolean;
  /**
   * Asks the system to start it, whatever the system says about its permission. If it does not start, because permission is
   * missing or another app's service is running, the system's code is reported.
   */
  start(): void;
  /** Asks the system to end it. */
  stop(): void;
}

/** A daily alarm that wakes the reminder. */
export interface WakeUp {
  /** The first time, UTC ms. */
  readonly atMs: number;
  /** What it is for, which the system passes to the reminder: `r` the reminder, `m` the morning question, `rm` both. */
  readonly saying: string;
}

/** The daily alarms that wake the reminder. */
export interface Reminders {
  /** Sets these alarms, replacing the earlier ones. A refusal is reported. */
  set(wakeUps: readonly WakeUp[]): void;
  /** Local time minus UTC when they were last set, minutes; null if unknown. */
  zoneWhenSet(): number | null;
  /** Local time minus UTC at a given time, minutes. */
  offsetAt(utcMs: number): number;
}

/** The link to the phone: one question at a time. */
export interface Link {
  /** Sends a question. `done` is called at most once, with the answer, or with null if none will come. */
  request(bytes: Uint8Array, done: (answer: Uint8Array | null) => void): void;
  /** Opens the transport again. After a lost connection, nothing gets through without this (test/e2e/zml-more-faults.test.ts, Z16). */
  reopen(): void;
}
