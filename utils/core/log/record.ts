/** What is kept of a session. Owns the shapes; how one is made from a session's state is `record-of.ts`, its bytes `encode.ts`. */
import type { HoldKit, Side, Stage, StepId, Tool } from '../routine/routine.ts';
import type { Ending, Outcome } from '../session/state.ts';

/** One try, as it is logged: seconds that were guided, never "held". */
export interface HoldRecord {
  readonly step: StepId;
  readonly side: Side;
  /** 1, 2, … on this side of this step. */
  readonly spot: number;
  readonly tool: HoldKit;
  readonly seconds: number;
  readonly positionedS: number;
  /** How many of the hold's cues were reached. */
  readonly reached: number;
  readonly outcome: Outcome;
  /** How late the latest of its cues was played, in whole tenths of a second; 0 below half a second: that is on time. */
  readonly lateMs: number;
}

/** What was planned for a step: its slots come side by side in the order of `sides`, spot 1 first. */
export interface PlannedHolds {
  readonly step: StepId;
  readonly tool: HoldKit;
  /** Planned length of each hold, linger included. */
  readonly seconds: number;
  /** Cues inside each hold. */
  readonly cues: number;
  /** Spots on the first side and on the second; 0 for a side that is left out. */
  readonly spots: readonly [number, number];
  /** Seconds to get into place: for the step's first slot, for the first on its second side, for the others; 0 where there is none. */
  readonly positionsS: readonly [number, number, number];
}

/** What kept the session alive: the helper service, the alarm net, the screen kept on. */
export interface Protection {
  readonly standby: boolean;
  readonly alarm: boolean;
  readonly screen: boolean;
}

/** 0 (none) to 10, or null where it was not said. */
export type Rating = number | null;

export interface SessionRecord {
  readonly kind: 'session';
  readonly routine: string;
  readonly routineVersion: number;
  readonly phase: Stage;
  /** What the wearer had chosen; a step that it cannot do is done with the ball. */
  readonly tool: Tool;
  /** A mini band was at hand. */
  readonly band: boolean;
  readonly sides: readonly Side[];
  /** UTC ms, whole seconds. */
  readonly startedAtMs: number;
  /** Local time minus UTC at the start, whole quarters of an hour. */
  readonly zoneOffsetMin: number;
  readonly durationS: number;
  readonly how: Ending;
  readonly planned: readonly PlannedHolds[];
  readonly holds: readonly HoldRecord[];
  /** Lifts that got their beat. */
  readonly beats: number;
  readonly interruptions: number;
  readonly clockJumps: number;
  readonly lostCues: number;
  /** Short tries left out because a record has room for so many. */
  readonly triesLeftOut: number;
  readonly protection: Protection;
  readonly painBefore: Rating;
  readonly painAfter: Rating;
  /** How sore it was when first lain on. */
  readonly contact: Rating;
}

export type Morning = 'worse' | 'same' | 'better';

/** What was said about session `of` later: only what it names is new, null takes an answer back. */
export interface RatingRecord {
  readonly kind: 'rating';
  /** The session's seq. */
  readonly of: number;
  /** UTC ms, whole seconds. */
  readonly atMs: number;
  readonly painBefore?: Rating;
  readonly painAfter?: Rating;
  readonly contact?: Rating;
  /** The answer of the next morning. */
  readonly morning?: Morning;
}

/** A number whose record is lost. */
export interface VoidRecord {
  readonly kind: 'void';
}

export type LogRecord = SessionRecord | RatingRecord | VoidRecord;
