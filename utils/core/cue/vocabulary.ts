/**
 * What the wearer feels for each cue. Short pulses mean "stay", long pulses mean "move", and how many there are tells which cue
 * it is: never more than three, because more are not counted reliably on a wrist. Strength makes pulses longer but changes
 * neither their number nor their kind. `utils/run/cue-player.ts` plays repetitions, and `utils/zos/haptics.ts` runs the motor.
 */
import type { MoveTo } from '../routine/plan.ts';
import type { HoldCue } from '../routine/routine.ts';
import { FIRST_GAP_MS, FIRST_LONG_MS, FIRST_WORDS } from './first-edition.ts';

export type CueName = 'start' | HoldCue | 'move' | 'beat' | 'soft' | 'done' | 'come-back';

export interface Cue {
  readonly name: CueName;
  /** What a move changes; null for every other cue. */
  readonly to: MoveTo | null;
}

/** How long the pulses are, which is what a wearer feels as strength. */
export const STRENGTHS = ['gentle', 'normal', 'strong'] as const;
export type Strength = (typeof STRENGTHS)[number];

/** How the motor is run: by typed patterns (API 3.6), or by scenes that the app stops itself. */
export const MOTOR_FORMS = ['pattern', 'scenes'] as const;
export type MotorForm = (typeof MOTOR_FORMS)[number];

/** How the last seconds before a hold or a march are announced: `seen` on the screen, or also `felt`. */
export type LeadIn = 'seen' | 'felt';

/** How the cues of a session are played. A session keeps its style to its end. */
export interface CueStyle {
  readonly strength: Strength;
  readonly motor: MotorForm;
  /** The cues are heard too. Left out if they are not. */
  readonly sound?: true;
  /** What comes before the start cue. Left out if nothing does. */
  readonly leadIn?: LeadIn;
  /** 1: the session was begun by version 0.1.0 and keeps the patterns of that version. */
  readonly edition?: 1;
}

/** A stretch of time with the motor on or off. */
export interface Stretch {
  readonly on: boolean;
  readonly durationMs: number;
}

/** The kinds of pulses: `s` soft, `S` short, `L` long, `E` that of the session's end. */
type Pulse = 's' | 'S' | 'L' | 'E';

/**
 * Pulses of 200 ms and more are not taken for the feedback of a touch, and 700 ms are told apart from 300 ms. The soft pulse and
 * that of the end are the same at every strength.
 */
export const PULSES_MS: Readonly<Record<Strength, Readonly<Record<Pulse, number>>>> = {
  gentle: { s: 200, S: 200, L: 700, E: 2_000 },
  normal: { s: 200, S: 250, L: 800, E: 2_000 },
  strong: { s: 200, S: 300, L: 1_000, E: 2_000 },
};
/** Between two pulses of a cue, ms. */
export const GAP_MS = 400;
/** Between the two pulses of the session's end, ms. */
const END_GAP_MS = 500;

/** From the end of a cue that is repeated to its repetition, ms. */
export const REPEAT_AFTER_MS = 3_000;

const WORDS: Readonly<Record<CueName | MoveTo, string>> = {
  start: 'S',
  check: 'SS',
  // The question is the same as at any check; the screen and the card say what to do if it eases.
  press: 'SS',
  minimum: 'SSS',
  beat: 's',
  soft: 's',
  done: 'EE',
  'come-back': 'SLS',
  move: 'L',
  spot: 'L',
  side: 'LL',
  step: 'LLL',
};

/** The pulses of a cue, such as `SS`. */
export function cueWord({ name, to }: Cue): string {
  return WORDS[to || name];
}

/** Whether the cue means "stay" (short pulses first) or "move". */
export function familyOf(cue: Cue): 'stay' | 'move' {
  return cue.name === 'move' || cue.name === 'done' ? 'move' : 'stay';
}

/** The stretches that play a cue; the motor is on in the first and in the last. */
export function pattern(cue: Cue, { strength, edition }: CueStyle): readonly Stretch[] {
  const stretches: Stretch[] = [];
  const isFirst = edition === 1;
  const pulsesMs = PULSES_MS[strength];
  for (const pulse of isFirst ? FIRST_WORDS[cue.to || cue.name] : WORDS[cue.to || cue.name]) {
    const gapMs = isFirst ? Math.max(FIRST_GAP_MS, pulsesMs.S) : pulse === 'E' ? END_GAP_MS : GAP_MS;
    if (stretches.length > 0) stretches.push({ on: false, durationMs: gapMs });
    const durationMs = isFirst && pulse === 'L' ? FIRST_LONG_MS[strength] : pulsesMs[pulse as Pulse];
    stretches.push({ on: true, durationMs });
  }
  return stretches;
}

/** How long each pulse of a cue lasts, ms. */
export function pulsesOf(cue: Cue, style: CueStyle): readonly number[] {
  return pattern(cue, style)
    .filter(({ on }) => on)
    .map(({ durationMs }) => durationMs);
}

/** How long a cue lasts, ms, without its repetition. */
export function patternMs(cue: Cue, style: CueStyle): number {
  return stretchesMs(pattern(cue, style));
}

/** How long these stretches last, ms. */
export function stretchesMs(stretches: readonly Stretch[]): number {
  let totalMs = 0;
  for (const stretch of stretches) totalMs += stretch.durationMs;
  return totalMs;
}

/**
 * Whether the cue is repeated. A lost pulse, or two that merge, turn these cues into a different move, so a change of side or
 * position is played twice.
 */
export function isRepeated({ name, to }: Cue, { edition }: CueStyle): boolean {
  return name === 'move' && to !== 'spot' && edition !== 1;
}

/** The longest that a move lasts at any strength, with its repetition, ms. */
export function longestMoveMs(to: MoveTo): number {
  const cue: Cue = { name: 'move', to };
  const style: CueStyle = { strength: 'strong', motor: 'pattern' };
  const onceMs = patternMs(cue, style);
  return isRepeated(cue, style) ? onceMs + REPEAT_AFTER_MS + onceMs : onceMs;
}

/** The cue of this name: any but a move. */
export function plainCue(name: Exclude<CueName, 'move'>): Cue {
  return { name, to: null };
}
