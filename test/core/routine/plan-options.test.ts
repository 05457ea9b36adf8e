/** Every choice that a wearer has, alone and combined: the routine's minimums hold, and no two cues come too close. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { outOfRange } from '../../../utils/core/preferences/preference-rows.ts';
import type { PlanPreferences, PreferenceName } from '../../../utils/core/preferences/preference-table.ts';
import { defaultRoutine } from '../../../utils/core/routine/default-routine.ts';
import { layOutPlan } from '../../../utils/core/routine/lay-out-plan.ts';
import { type HoldSlot, minimumS, type Plan, plannedSlotS } from '../../../utils/core/routine/plan.ts';
import { planSummaryOf } from '../../../utils/core/routine/plan-summary.ts';
import { anyPreferences, planPreferencesWith, planWith, START_MS } from '../../support/arbitraries.ts';
import { runs } from '../../support/runs.ts';
import { score, startWalk } from '../session/walk.ts';

const holdsOf = (plan: Plan): readonly HoldSlot[] =>
  plan.slots.filter((slot): slot is HoldSlot => slot.kind === 'hold');

/** Slots as `front left 1`. */
const placesOf = (plan: Plan): readonly string[] =>
  holdsOf(plan).map(
    ({ step, side, spot }) => `${step === 'release-back' ? 'back' : 'front'} ${side} ${spot}`,
  );

describe('spots', () => {
  it('may differ from side to side', () => {
    expect(placesOf(planWith({ stage: 'active', spots: { left: 2, right: 1 } }))).toEqual([
      'front left 1',
      'front left 2',
      'front right 1',
      'back left 1',
      'back left 2',
      'back right 1',
    ]);
  });

  it('on a side without a choice are those of the routine', () => {
    const plan = planWith({ stage: 'maintenance', spots: { left: null, right: 3 } });
    expect(placesOf(plan).filter((place) => place.includes('left'))).toEqual([
      'front left 1',
      'back left 1',
      'back left 2',
    ]);
  });

  it('stay at one for each side and step in the sore stage', () => {
    expect(placesOf(planWith({ stage: 'sore', spots: { left: 3, right: 3 } }))).toEqual(
      placesOf(planWith({ stage: 'sore' })),
    );
  });

  it('of a side that is left out make no difference', () => {
    const plan = planWith({ stage: 'active', sides: ['right'], spots: { left: 3, right: 1 } });
    expect(placesOf(plan)).toEqual(['front right 1', 'back right 1']);
  });
});

describe('"stay until I say"', () => {
  it.each(['ball', 'hook'] as const)('allows up to five minutes on a spot with the %s', (kit) => {
    for (const slot of holdsOf(planWith({ kit, lingerS: 'until-say' }))) {
      expect(minimumS(slot.cues) + slot.lingerS).toBe(300);
    }
  });

  it('gives a soft pulse every 30 s after the minimum, and moves on at the ceiling', () => {
    const walk = startWalk(planWith({ sides: ['left'], lingerS: 'until-say' }));
    walk.tick(START_MS, START_MS + 340_000, 250);
    expect(score(walk.cues)).toEqual([
      'start 30',
      'check 60',
      'minimum 90',
      'soft 120',
      'soft 150',
      'soft 180',
      'soft 210',
      'soft 240',
      'soft 270',
      'soft 300',
      'move step 330',
    ]);
  });

  it('ends as soon as the wearer says so', () => {
    const walk = startWalk(planWith({ lingerS: 'until-say' }));
    walk.tick(START_MS, START_MS + 130_000, 250);
    walk.happen('let-go', START_MS + 130_000);
    expect(walk.state()).toMatchObject({ slot: 1, phase: { at: 'position' } });
  });
});

describe('seconds into place', () => {
  const positions = (placeS: number): readonly number[] =>
    planWith({ placeS }).slots.map((slot) => slot.positionS);

  it('are added to every position, and to the time for a new spot', () => {
    expect(positions(12)).toEqual([42, 37, 42, 37, 72]);
    expect(holdsOf(planWith({ placeS: 12 })).map((slot) => slot.findS)).toEqual([42, 42, 42, 42]);
  });

  it('can be negative', () => {
    expect(positions(-10)).toEqual([20, 15, 20, 15, 50]);
  });

  it('never leave less than 5 s', () => {
    const hasty = { ...defaultRoutine, positionsS: { ...defaultRoutine.positionsS, 'other-side': 9 } };
    const plan = layOutPlan(hasty, planPreferencesWith({ placeS: -10 }));
    // At the strongest profile, the move is felt twice within 7.8 s, after which 5 s are left.
    expect(plan.ok && plan.value.slots[1]?.positionS).toBe(13);
  });

  it('leave 5 s between a move with its repetition and the start', () => {
    const hasty = {
      ...defaultRoutine,
      positionsS: { ...defaultRoutine.positionsS, 'turn-over': 15, stand: 12 },
    };
    const plan = layOutPlan(hasty, planPreferencesWith({ placeS: -10 }));
    expect(plan.ok && plan.value.slots.map(({ positionS }) => positionS)).toEqual([20, 15, 16, 15, 16]);
  });
});

it.each([2, 5, 8])('a beat of %i s is used in the march', (beatS) => {
  expect(planWith({ beatS }).slots.at(-1)).toMatchObject({ kind: 'march', lifts: 10, beatS });
});

it.each<[PreferenceName, Partial<PlanPreferences>, string]>([
  ['beatS', { beatS: 1 }, 'a whole number from 2 to 8 or null, is 1'],
  ['beatS', { beatS: 9 }, 'a whole number from 2 to 8 or null, is 9'],
  ['placeS', { placeS: -11 }, 'a whole number from -10 to 60, is -11'],
  ['placeS', { placeS: 61 }, 'a whole number from -10 to 60, is 61'],
  ['placeS', { placeS: Number.NaN }, 'a whole number from -10 to 60, is NaN'],
  [
    'spots',
    { spots: { left: 0, right: 1 } },
    '{"left", "right"} with a whole number from 1 to 3 or null each, is {"left":0,"right":1}',
  ],
  [
    'spots',
    { spots: { left: 1, right: 4 } },
    '{"left", "right"} with a whole number from 1 to 3 or null each, is {"left":1,"right":4}',
  ],
  ['sides', { sides: [] }, 'a list of "left", "right" or both, each once, is []'],
])('%s of %j is refused with its range', (name, over, mustBe) => {
  expect(outOfRange(name, planPreferencesWith(over)[name as keyof PlanPreferences])).toBe(
    `must be ${mustBe}`,
  );
});

const isBackLeftOut = ({ stage, sides, soreBack }: PlanPreferences): boolean =>
  stage === 'sore' && sides.length === 2 && !soreBack;

describe('whatever is chosen', () => {
  it('a sore wearer has at most two spots, unless they want the back too', () => {
    fc.assert(
      fc.property(anyPreferences, (preferences) => {
        const plan = planWith({ ...preferences, stage: 'sore', soreBack: false });
        expect(holdsOf(plan)).toHaveLength(2);
      }),
    );
  });

  it('every hold keeps the routine’s minimum and its cues', () => {
    fc.assert(
      fc.property(anyPreferences, (preferences) => {
        for (const slot of holdsOf(planWith(preferences))) {
          const step = defaultRoutine.steps.find(({ id }) => id === slot.step);
          const dose = step?.kind === 'hold' ? step.doses[slot.kit] : undefined;
          expect(slot.cues).toEqual(dose);
          expect(slot.lingerS).toBeGreaterThanOrEqual(defaultRoutine.linger.leastS);
          expect(minimumS(slot.cues) + slot.lingerS).toBeLessThanOrEqual(defaultRoutine.linger.ceilingS);
        }
      }),
    );
  });

  it('both steps come on every chosen side, in the chosen order', () => {
    fc.assert(
      fc.property(anyPreferences, (preferences) => {
        const firsts = holdsOf(planWith({ ...preferences, soreBack: true })).filter(({ spot }) => spot === 1);
        expect(firsts.map(({ step, side }) => `${step} ${side}`)).toEqual(
          ['release-iliacus', 'release-back'].flatMap((step) =>
            preferences.sides.map((side) => `${step} ${side}`),
          ),
        );
      }),
    );
  });

  it('only the band decides whether there is a march of ten lifts', () => {
    fc.assert(
      fc.property(anyPreferences, (preferences) => {
        const lifts = planWith(preferences).slots.flatMap((slot) =>
          slot.kind === 'march' ? [slot.lifts] : [],
        );
        expect(lifts).toEqual(preferences.band ? [10] : []);
      }),
    );
  });

  it('the number of tries depends on the stage', () => {
    fc.assert(
      fc.property(anyPreferences, (preferences) => {
        expect(planWith(preferences).tries).toBe(preferences.stage === 'sore' ? 2 : 3);
      }),
    );
  });

  it('a session without a touch reaches its end, and no two cues but beats come within 5 s', () => {
    fc.assert(
      fc.property(anyPreferences, (preferences) => {
        const plan = planWith(preferences);
        const walk = startWalk(plan);
        const totalS = plan.slots.reduce((sumS, slot) => sumS + plannedSlotS(slot), 0);
        walk.tick(START_MS, START_MS + (totalS + 60) * 1000, 500);
        expect(walk.state().phase).toMatchObject({ at: 'ended', how: 'done' });
        const held = walk.cues.filter(({ cue }) => cue.name !== 'beat' && cue.name !== 'done');
        const gapsMs = held.slice(1).map(({ atMs }, at) => atMs - (held[at]?.atMs ?? 0));
        expect(Math.min(...gapsMs)).toBeGreaterThanOrEqual(5_000);
      }),
      { numRuns: runs(40) },
    );
  });

  it('the summary counts what the plan has', () => {
    fc.assert(
      fc.property(anyPreferences, (preferences) => {
        const plan = planWith(preferences);
        const summary = planSummaryOf(plan, preferences, defaultRoutine);
        const count = (side: string) => holdsOf(plan).filter((slot) => slot.side === side).length;
        const totalS = plan.slots.reduce((sumS, slot) => sumS + plannedSlotS(slot), 0);
        expect(summary).toEqual({
          kit: preferences.kit,
          band: preferences.band,
          sides: preferences.sides,
          left: count('left'),
          right: count('right'),
          lifts: preferences.band ? 10 : 0,
          minutes: Math.round(totalS / 60),
          rest: defaultRoutine.rest[preferences.stage],
          ...(isBackLeftOut(preferences) ? { isStepLeftOut: true } : {}),
        });
      }),
    );
  });
});
