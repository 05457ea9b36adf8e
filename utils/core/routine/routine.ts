/**
 * The types of a routine: what is prescribed, as data. The built-in routines are in `routines/`, each in a file with the sources
 * of its numbers; `plan.ts` has the flat list that a session goes through.
 */

export type Side = 'left' | 'right';
/** The kit that the wearer has chosen to press with. */
export type Kit = 'ball' | 'hook';

/** What a hold is done with. */
export const HOLD_KITS = ['ball', 'hook', 'none'] as const;
export type HoldKit = (typeof HOLD_KITS)[number];

/** The wearer's stage, which decides how much to do and how often. */
export const STAGES = ['sore', 'active', 'maintenance'] as const;
export type Stage = (typeof STAGES)[number];

/** The routine's own name for a step. Of the wearer's own routine it is shown as it is; of a built-in one the keys of its texts contain it: `step.<id>.<kit>.place`, `.body` and `.move` (a march's kit is `none`), `summary.place.<id>`. */
export type StepId = string;
export type HoldCue = 'press' | 'check' | 'minimum';

/** A cue inside a hold. The last cue of a hold is its minimum. */
export interface CueMark {
  readonly cue: HoldCue;
  /** Counted from the hold's start. */
  readonly atS: number;
}

/**
 * The position of the body, drawn while getting into place. A hold's drawings are `draw/<glyph>-<kit>-<side>.png`, a march's
 * `draw/<glyph>-<side>.png`, each from its source in `tools/pictures/art/draw`. With `none` there is no drawing.
 */
export const GLYPHS = ['front', 'back', 'march', 'kneel', 'calf', 'none'] as const;
export type Glyph = (typeof GLYPHS)[number];

export interface HoldStep {
  readonly kind: 'hold';
  readonly id: StepId;
  /** Its name and what to do, in lines that fit: a step of the wearer's own routine has them, since no text of ours tells it. */
  readonly lines?: readonly string[];
  readonly glyph: Glyph;
  /** Cues by kit; a kit that is not named cannot do this step. */
  readonly doses: { readonly [kit in HoldKit]?: readonly CueMark[] };
  /** Spots a side. */
  readonly spots: Readonly<Record<Stage, number>>;
  /** The side, if the step is done on only one side. */
  readonly only?: Side;
}

export interface MarchStep {
  readonly kind: 'march';
  readonly id: StepId;
  readonly lines?: readonly string[];
  readonly glyph: Glyph;
  /** Lifts in all, sides alternating. */
  readonly lifts: number;
  /** Time of one lift. */
  readonly beatS: number;
}

export type Step = HoldStep | MarchStep;

/** What has to happen before a hold, which decides how long getting into place takes. */
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
  readonly usualS: number;
  readonly leastS: number;
  readonly mostS: number;
  /** What one "stay" adds. */
  readonly stayS: number;
  /** Between two soft pulses while staying. */
  readonly softEveryS: number;
  /** Longest stay on one spot, counted from the hold's start. */
  readonly ceilingS: number;
}

/** Calendar days from one session to the next. */
export interface RestRule {
  readonly earliestDays: number;
  readonly latestDays: number;
}

export interface Routine {
  readonly id: string;
  readonly version: number;
  readonly steps: readonly Step[];
  readonly positionsS: Readonly<Record<Transition, number>>;
  /** The most spots of a session at a stage, sides and steps together. A step that would make it more is left out. */
  readonly mostSpots?: Readonly<Partial<Record<Stage, number>>>;
  /** Tries on one slot before it is left for today. */
  readonly tries: Readonly<Record<Stage, number>>;
  /** Tries beyond the first of each slot, in a whole session. If left out, only the limit of each slot applies. */
  readonly retries?: Readonly<Partial<Record<Stage, number>>>;
  readonly linger: LingerRule;
  readonly rest: Readonly<Record<Stage, RestRule>>;
}
