/** The built-in routine's plans for each choice of a wearer. */
import { describe, expect, it } from 'vitest';
import { planFor } from '../../../tools/shared/plan-for.ts';
import { outOfRange } from '../../../utils/core/preferences/preference-rows.ts';
import { defaultRoutine } from '../../../utils/core/routine/default-routine.ts';
import { layOutPlan } from '../../../utils/core/routine/lay-out-plan.ts';
import { moveAfter, type Plan, plannedSlotS, type Slot } from '../../../utils/core/routine/plan.ts';
import type { Stage } from '../../../utils/core/routine/routine.ts';
import { planPreferencesWith, planWith } from '../../support/arbitraries.ts';

/** A slot in one line: step, kit, side and spot, seconds into place, cues, linger. */
function inWords(slot: Slot): string {
  if (slot.kind === 'march') {
    return `${slot.step} from ${slot.side}, ${slot.positionS} s; ${slot.lifts} lifts of ${slot.beatS} s`;
  }
  const cues = slot.cues.map(({ cue, atS }) => `${cue} ${atS}`).join(', ');
  return `${slot.step} ${slot.kit} ${slot.side} ${slot.spot}, ${slot.positionS} s; ${cues}; ${slot.lingerS} s`;
}

const wordsOf = (plan: Plan): readonly string[] => plan.slots.map(inWords);

describe.each(['left', 'right'] as const)('with the %s hip alone', (side) => {
  it('a sore wearer gets one spot at the front and one at the back', () => {
    expect(wordsOf(planFor({ sides: [side] }))).toEqual([
      `release-iliacus ball ${side} 1, 30 s; check 30, minimum 60; 15 s`,
      `release-back ball ${side} 1, 30 s; check 30, minimum 60; 15 s`,
      `march from ${side}, 60 s; 10 lifts of 4 s`,
    ]);
  });

  it('a sore wearer with the hook has 45 s to place it, and 40 s to put it away', () => {
    expect(wordsOf(planFor({ sides: [side], kit: 'hook', band: false }))).toEqual([
      `release-iliacus hook ${side} 1, 45 s; press 30, check 60, minimum 90; 15 s`,
      `release-back ball ${side} 1, 40 s; check 30, minimum 60; 15 s`,
    ]);
  });

  it.each(['active', 'maintenance'] as const)(
    'has one spot at the front and two at the back: %s',
    (stage) => {
      expect(wordsOf(planFor({ sides: [side], stage, band: false }))).toEqual([
        `release-iliacus ball ${side} 1, 30 s; check 30, minimum 60; 15 s`,
        `release-back ball ${side} 1, 30 s; check 30, minimum 60; 15 s`,
        `release-back ball ${side} 2, 20 s; check 30, minimum 60; 15 s`,
      ]);
    },
  );
});

it('a sore wearer with both hips gets one spot at the front of each, and none at the back', () => {
  expect(wordsOf(planFor({ sides: ['right', 'left'] }))).toEqual([
    'release-iliacus ball right 1, 30 s; check 30, minimum 60; 15 s',
    'release-iliacus ball left 1, 25 s; check 30, minimum 60; 15 s',
    'march from right, 60 s; 10 lifts of 4 s',
  ]);
});

it('a sore wearer has one retry in the whole session and two tries on a slot, which later stages raise to three', () => {
  const triesOf = (stage: Stage) => [planFor({ stage }).tries, planFor({ stage }).retries];
  expect([triesOf('sore'), triesOf('active'), triesOf('maintenance')]).toEqual([
    [2, 1],
    [3, undefined],
    [3, undefined],
  ]);
});

it('a sore wearer with both hips who wants the back too gets four holds with the ball and ten lifts', () => {
  expect(wordsOf(planWith())).toEqual([
    'release-iliacus ball left 1, 30 s; check 30, minimum 60; 15 s',
    'release-iliacus ball right 1, 25 s; check 30, minimum 60; 15 s',
    'release-back ball left 1, 30 s; check 30, minimum 60; 15 s',
    'release-back ball right 1, 25 s; check 30, minimum 60; 15 s',
    'march from left, 60 s; 10 lifts of 4 s',
  ]);
});

it('the hook is placed in 45 s, pressed at 30, and put away for the ball in 40 s', () => {
  expect(wordsOf(planWith({ kit: 'hook' }))).toEqual([
    'release-iliacus hook left 1, 45 s; press 30, check 60, minimum 90; 15 s',
    'release-iliacus hook right 1, 45 s; press 30, check 60, minimum 90; 15 s',
    'release-back ball left 1, 40 s; check 30, minimum 60; 15 s',
    'release-back ball right 1, 25 s; check 30, minimum 60; 15 s',
    'march from left, 60 s; 10 lifts of 4 s',
  ]);
});

it('from the active stage on, the back has two spots on each side, the second within 20 s', () => {
  expect(wordsOf(planWith({ stage: 'active', band: false })).slice(2)).toEqual([
    'release-back ball left 1, 30 s; check 30, minimum 60; 15 s',
    'release-back ball left 2, 20 s; check 30, minimum 60; 15 s',
    'release-back ball right 1, 25 s; check 30, minimum 60; 15 s',
    'release-back ball right 2, 20 s; check 30, minimum 60; 15 s',
  ]);
});

it('a single side is done once in each step, and leads the march', () => {
  expect(wordsOf(planWith({ sides: ['right'] }))).toEqual([
    'release-iliacus ball right 1, 30 s; check 30, minimum 60; 15 s',
    'release-back ball right 1, 30 s; check 30, minimum 60; 15 s',
    'march from right, 60 s; 10 lifts of 4 s',
  ]);
});

it('a search for a new spot has the full time of a first one, and with the hook the time to place it', () => {
  const findS = (plan: Plan) => plan.slots.map((slot) => (slot.kind === 'hold' ? slot.findS : null));
  expect(findS(planWith())).toEqual([30, 30, 30, 30, null]);
  expect(findS(planWith({ kit: 'hook' }))).toEqual([45, 45, 30, 30, null]);
});

it('the cue after a slot says whether the next is another spot, side or step', () => {
  const plan = planWith({ stage: 'active' });
  expect(plan.slots.map((_, at) => moveAfter(plan, at))).toEqual([
    'side',
    'step',
    'spot',
    'side',
    'spot',
    'step',
    null,
  ]);
});

it('a session to plan takes 8 min 35 s', () => {
  expect(planWith().slots.reduce((sumS, slot) => sumS + plannedSlotS(slot), 0)).toBe(515);
});

it.each([10, 11, 120])('a linger of %i s is accepted', (lingerS) => {
  const lingers = planWith({ lingerS }).slots.map((slot) => (slot.kind === 'hold' ? slot.lingerS : lingerS));
  expect(new Set(lingers)).toEqual(new Set([lingerS]));
});

it.each([0, 9, 121, 3_600])('a linger of %i s is refused with its range', (lingerS) => {
  expect(outOfRange('lingerS', lingerS)).toBe(
    `must be a whole number from 10 to 120, null or "until-say", is ${lingerS}`,
  );
});

it('a linger that the preference allows and the routine does not is refused with the routine’s range', () => {
  const short = { ...defaultRoutine, linger: { ...defaultRoutine.linger, mostS: 60 } };
  expect(layOutPlan(short, planPreferencesWith({ lingerS: 61 }))).toEqual({
    ok: false,
    failure: { what: 'must be 10 to 60 in this routine, is 61', where: 'preferences/lingerS' },
  });
});

it('preferences that leave nothing to do are refused', () => {
  const march = { ...defaultRoutine, steps: defaultRoutine.steps.filter(({ kind }) => kind === 'march') };
  expect(layOutPlan(march, planPreferencesWith({ band: false }))).toEqual({
    ok: false,
    failure: { what: 'no step is left to do', where: 'preferences' },
  });
});

const near = (ball: readonly { cue: 'check' | 'minimum'; atS: number }[]) => ({
  ...defaultRoutine,
  steps: [
    {
      kind: 'hold' as const,
      id: 'release-back' as const,
      glyph: 'back' as const,
      doses: { ball },
      spots: { sore: 1, active: 1, maintenance: 1 },
    },
  ],
});

it.each([
  [
    'two cues of a hold',
    near([
      { cue: 'check', atS: 30 },
      { cue: 'minimum', atS: 34 },
    ]),
  ],
  ['a first cue soon after the start', near([{ cue: 'minimum', atS: 4 }])],
  [
    'a start soon after the move',
    { ...defaultRoutine, positionsS: { ...defaultRoutine.positionsS, first: 4 } },
  ],
])('%s less than 5 s apart are refused', (_what, routine) => {
  expect(layOutPlan(routine, planPreferencesWith())).toEqual({
    ok: false,
    failure: { what: 'two cues come closer than 5 s', where: 'slots/0' },
  });
});
