/**
 * The words of a routine: what is prescribed, as data. Owns the types only; the built-in routine is in
 * `default-routine.ts`, the flat list that a session walks through is made in `plan.ts`.
 */

export type Side = 'left' | 'right';
export type Tool = 'ball' | 'hook';
export type RoutinePhase = 'sore' | 'active' | 'maintenance';
export type StepId = 'release-iliacus' | 'release-back' | 'march';
export type HoldCue = 'press' | 'check' | 'minimum';

/** `text`: the number stands in the published routine and may not be weakened. `ours`: a default that the wearer may change. */
export type Source = 'text' | 'ours';

/** A duration in whole seconds and where it comes from. */
export interface Seconds {
  readonly seconds: number;
  readonly source: Source;
}

/** A number of things and where it comes from. */
export interface Count {
  readonly count: number;
  readonly source: Source;
}

/** A cue inside a hold, counted from the hold's start. The last of a hold is its minimum. */
export interface CueMark extends Seconds {
  readonly cue: HoldCue;
}

export interface HoldStep {
  readonly kind: 'hold';
  readonly id: StepId;
  /** Cue times by tool; a tool that is not named cannot do this step. */
  readonly doses: { readonly [tool in Tool]?: readonly CueMark[] };
  /** Spots a side. */
  readonly spots: Readonly<Record<RoutinePhase, Count>>;
}

export interface MarchStep {
  readonly kind: 'march';
  readonly id: StepId;
  /** Lifts in all, sides alternating. */
  readonly lifts: Count;
  /** Time of one lift. */
  readonly beat: Seconds;
}

export type Step = HoldStep | MarchStep;

/** What has to happen before a hold, and so how long getting into place takes. */
export type Transition =
  | 'first'
  | 'same-side'
  | 'other-side'
  | 'turn-over'
  | 'turn-over-from-hook'
  | 'place-hook'
  | 'stand';

export interface LingerRule {
  /** After the minimum, until the move cue. */
  readonly usual: Seconds;
  readonly least: Seconds;
  readonly most: Seconds;
  /** What one "stay" adds. */
  readonly stay: Seconds;
  /** Between two soft pulses while staying. */
  readonly softEvery: Seconds;
  /** Longest stay on one spot, counted from the hold's start. */
  readonly ceiling: Seconds;
}

/** Calendar days from one session to the next. */
export interface RestRule {
  readonly earliest: Count;
  readonly latest: Count;
}

export interface Routine {
  readonly id: string;
  readonly version: number;
  readonly steps: readonly Step[];
  readonly positions: Readonly<Record<Transition, Seconds>>;
  /** Tries on one slot before it is left for today. */
  readonly tries: Readonly<Record<RoutinePhase, Count>>;
  readonly linger: LingerRule;
  readonly rest: Readonly<Record<RoutinePhase, RestRule>>;
}
