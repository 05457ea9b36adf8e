/**
 * The feel test: which cues it plays in which order, the result of the answers, and what helps if a cue was not felt. It is
 * passed if no "stay" was taken for a "move", because a hold that lasts too long does no harm, but leaving one early does.
 */
import { type Cue, type CueStyle, familyOf, type MotorForm, plainCue, type Strength } from './vocabulary.ts';

/** Every cue that asks something of the wearer, in the order of a session. */
export const feltCues: readonly Cue[] = [
  plainCue('start'),
  plainCue('check'),
  plainCue('minimum'),
  { name: 'move', to: 'spot' },
  { name: 'move', to: 'side' },
  { name: 'move', to: 'step' },
  plainCue('done'),
];

/** The cues in an order that cannot be guessed. @param seed any whole number, such as the time */
export function shuffledCues(seed: number): readonly Cue[] {
  const left = [...feltCues];
  const shuffled: Cue[] = [];
  let number = seed % 2_147_483_647;
  while (left.length > 0) {
    // The minimal standard generator of Park and Miller.
    number = (number * 48_271 + 1) % 2_147_483_647;
    shuffled.push(...left.splice(number % left.length, 1));
  }
  return shuffled;
}

/** The wearer's answer about a cue. */
export interface CueAnswer {
  readonly cue: Cue;
  /** What it was taken for; null: nothing was felt. */
  readonly takenFor: 'stay' | 'move' | null;
  /** All its pulses were felt. */
  readonly isWhole: boolean;
}

export interface FeelTestResult {
  /** Cues that were felt completely. */
  readonly felt: number;
  /** No "stay" was taken for a "move". */
  readonly isPassed: boolean;
}

export function feelTestResult(answers: readonly CueAnswer[]): FeelTestResult {
  return {
    felt: answers.filter(({ isWhole }) => isWhole).length,
    isPassed: !answers.some(({ cue, takenFor }) => familyOf(cue) === 'stay' && takenFor === 'move'),
  };
}

/** Whether a round is over: every cue was answered, or two in a row were not felt at all. */
export function isRoundOver(answers: readonly CueAnswer[]): boolean {
  const last = answers.slice(-2);
  return (
    answers.length >= feltCues.length ||
    (last.length === 2 && last.every(({ takenFor }) => takenFor === null))
  );
}

/** What helps next. `learn`: the families were confused and are taught again; null: nothing is needed. */
export type Remedy = 'stronger' | 'other-wrist' | 'other-form' | 'learn';

/**
 * @param round answers of the round that is over
 * @param hasChangedWrist the other wrist was tried with this form of the motor
 */
export function nextRemedy(
  round: readonly CueAnswer[],
  { strength }: CueStyle,
  hasChangedWrist: boolean,
): Remedy | null {
  const { felt, isPassed } = feelTestResult(round);
  if (felt === feltCues.length) return isPassed ? null : 'learn';
  if (strength !== 'strong') return 'stronger';
  return hasChangedWrist ? 'other-form' : 'other-wrist';
}

export function strongerThan(strength: Strength): Strength {
  return strength === 'gentle' ? 'normal' : 'strong';
}

export function otherForm(motor: MotorForm): MotorForm {
  return motor === 'pattern' ? 'scenes' : 'pattern';
}
