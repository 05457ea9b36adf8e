/** Builders with defaults, and arbitraries, that many tests share. */
import fc from 'fast-check';
import { planFor } from '../../tools/shared/plan-for.ts';
import { newWearer, type PlanPreferences } from '../../utils/core/preferences/preference-table.ts';
import type { Plan } from '../../utils/core/routine/plan.ts';

/** An ordinary instant: 2026-03-05 06:40 UTC. */
export const START_MS = Date.UTC(2026, 2, 5, 6, 40);

/** The preferences of a wearer who wants every step of the routine: both sides, sore, with the back. Such a plan has every kind of slot. */
const WITH_BACK: Partial<PlanPreferences> = { soreBack: true };

/** The preferences of a wearer who wants every step, except for `over`. */
export function planPreferencesWith(over: Partial<PlanPreferences> = {}): PlanPreferences {
  return { ...newWearer, ...WITH_BACK, ...over };
}

/** The plan of a wearer who wants every step, except for `chosen`. */
export function planWith(chosen: Partial<PlanPreferences> = {}): Plan {
  return planFor({ ...WITH_BACK, ...chosen });
}

/** Every combination of preferences that needs no number. */
export const allPlanPreferences: readonly PlanPreferences[] = (
  ['sore', 'active', 'maintenance'] as const
).flatMap((stage) =>
  (['ball', 'hook'] as const).flatMap((kit) =>
    [true, false].flatMap((band) =>
      ([['left'], ['right'], ['left', 'right'], ['right', 'left']] as const).map((sides) =>
        planPreferencesWith({ stage, kit, band, sides }),
      ),
    ),
  ),
);

/** Preferences for which the built-in routine has a plan, with any linger in its range. */
const anyPlanPreferences: fc.Arbitrary<PlanPreferences> = fc
  .tuple(fc.constantFrom(...allPlanPreferences), fc.option(fc.integer({ min: 10, max: 120 })))
  .map(([preferences, lingerS]) => ({ ...preferences, lingerS }));

const anySpots = fc.option(fc.integer({ min: 1, max: 3 }));

/** Everything that a wearer can choose, in its whole range. */
export const anyPreferences: fc.Arbitrary<PlanPreferences> = fc
  .record({
    base: fc.constantFrom(...allPlanPreferences),
    spots: fc.record({ left: anySpots, right: anySpots }),
    lingerS: fc.oneof(fc.constantFrom(null, 'until-say' as const), fc.integer({ min: 10, max: 120 })),
    beatS: fc.option(fc.integer({ min: 2, max: 8 })),
    placeS: fc.integer({ min: -10, max: 60 }),
    soreBack: fc.boolean(),
  })
  .map(({ base, ...numbers }) => ({ ...base, ...numbers }));

export const anyPlan: fc.Arbitrary<Plan> = anyPlanPreferences.map(planFor);

/** The time between two ticks, ms: from a fast timer to one that stalls for five seconds. */
export const anyTickGapMs: fc.Arbitrary<number> = fc.integer({ min: 50, max: 5_000 });
