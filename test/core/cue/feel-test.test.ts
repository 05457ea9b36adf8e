/** The feel test leaves out no cue of a plan, and says what helps if one was not felt. */
import { describe, expect, it } from 'vitest';
import {
  type CueAnswer,
  feelTestResult,
  feltCues,
  isRoundOver,
  nextRemedy,
  otherForm,
  shuffledCues,
  strongerThan,
} from '../../../utils/core/cue/feel-test.ts';
import { type Cue, cueWord } from '../../../utils/core/cue/vocabulary.ts';
import { moveAfter } from '../../../utils/core/routine/plan.ts';
import { watchEn } from '../../../utils/core/text/watch-en.ts';
import { allPlanPreferences, planWith } from '../../support/arbitraries.ts';

it.each(allPlanPreferences.map((choices) => [JSON.stringify(choices), choices] as const))(
  'the cues of the feel test include every cue of a hold and every move for %s',
  (_, choices) => {
    const plan = planWith(choices);
    const felt = new Set(feltCues.map(cueWord));
    const needed = plan.slots.flatMap((slot, at): Cue[] => {
      const to = moveAfter(plan, at);
      const inside = slot.kind === 'hold' ? slot.cues.map(({ cue }) => ({ name: cue, to: null })) : [];
      return to === null ? inside : [...inside, { name: 'move', to }];
    });
    expect(needed.length).toBeGreaterThan(2);
    expect(needed.map(cueWord).filter((word) => !felt.has(word))).toEqual([]);
  },
);

it('the cues of the feel test have words for what they mean, and none comes twice', () => {
  const keys = feltCues.map(({ name, to }) => `cue.${to ?? name}`);
  expect(keys.filter((key) => !(key in watchEn))).toEqual([]);
  expect(new Set(keys).size).toBe(keys.length);
});

const answered = (takenFor: (at: number) => CueAnswer['takenFor'], isWhole = true): readonly CueAnswer[] =>
  feltCues.map((cue, at) => ({ cue, takenFor: takenFor(at), isWhole }));
/** The expected families: the first three mean stay. */
const right = answered((at) => (at < 3 ? 'stay' : 'move'));
const NORMAL = { strength: 'normal', motor: 'pattern' } as const;
const STRONG = { strength: 'strong', motor: 'pattern' } as const;

describe('the order of a round', () => {
  it.each([1, 2, 1_767_600_000_000, 2_147_483_646])('has every cue once (seed %i)', (seed) => {
    const cues = shuffledCues(seed);
    expect(new Set(cues)).toEqual(new Set(feltCues));
    expect(cues).toHaveLength(feltCues.length);
  });

  it('differs from one round to another', () => {
    const orders = Array.from({ length: 20 }, (_, seed) =>
      shuffledCues(1_767_600_000_000 + seed)
        .map(cueWord)
        .join(),
    );
    expect(new Set(orders).size).toBeGreaterThan(10);
  });
});

describe('the test', () => {
  it('is passed if no "stay" was taken for a "move"', () => {
    expect(feelTestResult(right)).toEqual({ felt: 7, isPassed: true });
    expect(feelTestResult(answered(() => 'stay')).isPassed).toBe(true);
    expect(feelTestResult(answered(() => 'move')).isPassed).toBe(false);
  });

  it('can end early if two cues in a row were not felt', () => {
    const [first, second] = answered(() => null, false) as [CueAnswer, CueAnswer];
    expect([isRoundOver([first]), isRoundOver([first, second]), isRoundOver(right)]).toEqual([
      false,
      true,
      true,
    ]);
  });

  it('needs nothing more if all cues were felt and told apart', () => {
    expect(nextRemedy(right, NORMAL, false)).toBeNull();
  });

  it('teaches again if the families were mixed up', () => {
    expect(
      nextRemedy(
        answered(() => 'move'),
        NORMAL,
        false,
      ),
    ).toBe('learn');
  });

  it('leads from stronger cues to the other wrist, and then to the other form of the motor', () => {
    const missed = answered(() => 'stay', false);
    expect(nextRemedy(missed, NORMAL, false)).toBe('stronger');
    expect(nextRemedy(missed, STRONG, false)).toBe('other-wrist');
    expect(nextRemedy(missed, STRONG, true)).toBe('other-form');
  });
});

describe('what is tried next', () => {
  it('is one step stronger, as long as there is one', () => {
    expect((['gentle', 'normal', 'strong'] as const).map(strongerThan)).toEqual([
      'normal',
      'strong',
      'strong',
    ]);
  });

  it('is the form of the motor that was not tried', () => {
    expect((['pattern', 'scenes'] as const).map(otherForm)).toEqual(['scenes', 'pattern']);
  });
});
