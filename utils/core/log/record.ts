/**
 * The records of the log. `make-record.ts` makes one from a session's state, `encode.ts` writes its bytes. Field names are
 * those of the documented format and of the exports: `phase` is the wearer's stage, `tool` the kit, `standby` the helper.
 */
import type { HoldKit, Kit, Side, Stage, StepId } from '../routine/routine.ts';
import type { Ending, Try } from '../session/state.ts';

/** One try. The log knows that its seconds were guided, but not whether they were held. */
export interface HoldRecord extends Omit<Try, 'slot'> {
  readonly step: StepId;
  readonly side: Side;
  /** 1, 2, … on this side of this step. */
  readonly spot: number;
  readonly tool: HoldKit;
  /** How late the latest of its cues was played, ms in whole tenths of a second. Below half a second it is on time: 0. */
  readonly lateMs: number;
}

/** What was planned for a step. Its slots come one side after the other in the order of `sides`, spot 1 first. */
export interface PlannedHolds {
  readonly step: StepId;
  readonly tool: HoldKit;
  /** Planned length of each hold, including the linger. */
  readonly seconds: number;
  /** Cues inside each hold. */
  readonly cues: number;
  /** Spots on the first side and on the second; 0 for a side that is left out. */
  readonly spots: readonly [number, number];
  /** Seconds to get into place: for the step's first slot, for the first on its second side, for the others; 0 if there is none. */
  readonly positionsS: readonly [number, number, number];
}

/** What protected the session: the helper service, the alarm, the screen that was kept on. */
export interface Protection {
  readonly standby: boolean;
  readonly alarm: boolean;
  readonly screen: boolean;
}

/** 0 (none) to 10; null if the wearer did not say. */
export type Rating = number | null;

export interface SessionRecord {
  readonly kind: 'session';
  readonly routine: string;
  readonly routineVersion: number;
  readonly phase: Stage;
  /** The kit that the wearer had chosen. A step that is not possible with it is done with the ball. */
  readonly tool: Kit;
  /** A mini band was at hand. */
  readonly band: boolean;
  readonly sides: readonly Side[];
  /** UTC ms, whole seconds. */
  readonly startedAtMs: number;
  /** Local time minus UTC at the start, whole quarters of an hour. */
  readonly zoneOffsetMin: number;
  /** From start to end, including pauses after which the session went on. `guidedS` in `guided-time.ts` gives the guided time. */
  readonly durationS: number;
  readonly how: Ending;
  readonly planned: readonly PlannedHolds[];
  readonly holds: readonly HoldRecord[];
  /** Lifts of the march whose beat was played. */
  readonly beats: number;
  /** How often the session was paused, including calls. */
  readonly interruptions: number;
  /** How many changes of the wall clock were compensated. */
  readonly clockJumps: number;
  /** Cues that were skipped because a later one was due as well. */
  readonly lostCues: number;
  /** The shortest tries, left out because a record has room for 60. */
  readonly triesLeftOut: number;
  readonly protection: Protection;
  readonly painBefore: Rating;
  readonly painAfter: Rating;
  /** Soreness at the first contact with the ball, on the worse of two sides. */
  readonly contact: Rating;
}

export type Morning = 'worse' | 'same' | 'better';

/** Answers that the wearer gave about a session later. Only the fields that are present change; null takes an answer back. */
export interface RatingRecord {
  readonly kind: 'rating';
  /** The number of the session's record. */
  readonly of: number;
  /** UTC ms, whole seconds. */
  readonly atMs: number;
  readonly painBefore?: Rating;
  readonly painAfter?: Rating;
  readonly contact?: Rating;
  /** Soreness at the first contact on one side. A rating that has it also has `contact`: the worse of the two sides. */
  readonly contactLeft?: Rating;
  readonly contactRight?: Rating;
  /** The answer of the next morning. */
  readonly morning?: Morning;
}

/** Stands for a record that is lost. */
export interface VoidRecord {
  readonly kind: 'void';
}

export type LogRecord = SessionRecord | RatingRecord | VoidRecord;
