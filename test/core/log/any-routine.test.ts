/** A record is right for any routine, whether it is built in or somebody else will write it. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeRecord } from '../../../utils/core/log/decode.ts';
import { encodeSession } from '../../../utils/core/log/encode.ts';
import { encodeFrame, frameAt, MAX_BODY, SESSION } from '../../../utils/core/log/frame.ts';
import { MAX_HOLDS, makeRecord } from '../../../utils/core/log/make-record.ts';
import type { SessionRecord } from '../../../utils/core/log/record.ts';
import { newWearer, type PlanPreferences } from '../../../utils/core/preferences/preference-table.ts';
import { routines } from '../../../utils/core/routine/built-in.ts';
import { defaultRoutine } from '../../../utils/core/routine/default-routine.ts';
import { layOutPlan } from '../../../utils/core/routine/lay-out-plan.ts';
import { type Plan, plannedHoldS } from '../../../utils/core/routine/plan.ts';
import type { CueMark, HoldStep, Routine } from '../../../utils/core/routine/routine.ts';
import type { SessionState, Try } from '../../../utils/core/session/state.ts';
import { startSession } from '../../../utils/core/session/transitions.ts';
import { planPreferencesWith } from '../../support/arbitraries.ts';
import { usualStyle } from '../../support/cue-style.ts';
import { MONDAY_MS } from '../../support/manual-clock.ts';
import { anyStep } from '../../support/records.ts';
import { runs } from '../../support/runs.ts';

const anyPlanPreferences: fc.Arbitrary<PlanPreferences> = fc
  .record({
    stage: fc.constantFrom('sore', 'active', 'maintenance'),
    kit: fc.constantFrom('ball', 'hook'),
    band: fc.boolean(),
    sides: fc.uniqueArray(fc.constantFrom('left' as const, 'right' as const), { minLength: 1 }),
    spots: fc.constantFrom(newWearer.spots, { left: 1, right: 3 }, { left: null, right: 2 }),
    lingerS: fc.constantFrom(null, 20, 'until-say' as const),
    beatS: fc.constant(null),
    placeS: fc.integer({ min: -10, max: 60 }),
  })
  .map(planPreferencesWith);

const minimum: CueMark = { cue: 'minimum', atS: 60 };
const marks = fc.constantFrom<readonly CueMark[]>(
  [minimum],
  [{ cue: 'check', atS: 30 }, minimum],
  [{ cue: 'press', atS: 10 }, { cue: 'check', atS: 30 }, minimum],
);
const spots = fc.integer({ min: 1, max: 6 });

const holdStep: fc.Arbitrary<HoldStep> = fc.record({
  kind: fc.constant('hold' as const),
  id: anyStep,
  glyph: fc.constant('back' as const),
  doses: fc.oneof(
    fc.record({ none: marks }),
    fc.record({ ball: marks }),
    fc.record({ ball: marks, hook: marks }),
  ),
  spots: fc.record({ sore: spots, active: spots, maintenance: spots }),
});

const madeUp: fc.Arbitrary<Routine> = fc
  .tuple(
    fc.string({ maxLength: 24 }),
    fc.integer({ min: 1, max: 65_535 }),
    fc.array(holdStep, { minLength: 1, maxLength: 12 }),
  )
  .map(([id, version, steps]) => ({ ...defaultRoutine, id, version, steps }));

const anyTry = fc.record({
  slot: fc.nat(),
  seconds: fc.integer({ min: 1, max: 600 }),
  positionedS: fc.integer({ min: 0, max: 120 }),
  reached: fc.integer({ min: 0, max: 3 }),
  outcome: fc.constantFrom<Try['outcome']>(
    'guided-to-end',
    'let-go',
    'not-easing',
    'interrupted',
    'skipped',
    'stopped',
  ),
  lateMs: fc.constantFrom(0, 0, 1_300),
});

function planOf(routine: Routine, chosen: PlanPreferences): Plan | null {
  const plan = layOutPlan(routine, chosen);
  return plan.ok ? plan.value : null;
}

/** The tries of a session that goes to plan, slot by slot. */
function triesToPlan(plan: Plan): readonly Try[] {
  return plan.slots.flatMap((slot, at) =>
    slot.kind === 'march'
      ? []
      : [
          {
            slot: at,
            seconds: plannedHoldS(slot),
            positionedS: slot.positionS,
            reached: slot.cues.length,
            outcome: 'guided-to-end' as const,
            lateMs: 0,
          },
        ],
  );
}

function endedWith(plan: Plan, tries: readonly Try[]): SessionState {
  const [begun] = startSession(plan, MONDAY_MS, 60, usualStyle);
  const endMs = MONDAY_MS + 3_600_000;
  return { ...begun, tries, phase: { at: 'ended', sinceMs: endMs, untilMs: endMs, how: 'done' } };
}

function expectSame(record: SessionRecord): void {
  const frame = frameAt(encodeFrame(SESSION, 7, encodeSession(record)).bytes, 0);
  expect(frame === null ? null : decodeRecord(frame)).toEqual({ ok: true, value: record });
}

/** The slots of the plan at which the tries and the record's holds are. */
function expectPlaces(plan: Plan, tries: readonly Try[], record: SessionRecord): void {
  const slots = tries.map(({ slot }) => plan.slots[slot]).filter((slot) => slot?.kind === 'hold');
  expect(record.holds.map(({ step, side, spot, tool }) => ({ step, side, spot, tool }))).toEqual(
    slots.map(
      (slot) =>
        slot?.kind === 'hold' && { step: slot.step, side: slot.side, spot: slot.spot, tool: slot.kit },
    ),
  );
}

describe.each<[string, fc.Arbitrary<Routine>]>([
  ...routines.map((routine) => [routine.id, fc.constant(routine)] as [string, fc.Arbitrary<Routine>]),
  ['a made-up routine', madeUp],
])('the record of a session of %s', (_, routine) => {
  const plan = fc
    .tuple(routine, anyPlanPreferences)
    .map(([one, chosen]) => planOf(one, chosen))
    .filter((one) => one !== null);

  it('that went to plan is decoded unchanged, and spells out no hold', () => {
    fc.assert(
      fc.property(plan, (one) => {
        const tries = triesToPlan(one).slice(0, MAX_HOLDS);
        const record = makeRecord(endedWith(one, tries));
        expectPlaces(one, tries, record);
        expectSame(record);
        const slots = record.planned.flatMap(({ spots: [first, second] }) => first + second);
        expect(slots.reduce((sum, count) => sum + count, 0)).toBe(triesToPlan(one).length);
        if (triesToPlan(one).length > MAX_HOLDS) return;
        const bytes = encodeSession(record);
        const without = encodeSession({ ...record, durationS: 0, planned: record.planned, holds: [] });
        expect(bytes.length).toBeLessThanOrEqual(without.length + 4);
      }),
      { numRuns: runs(300) },
    );
  });

  it('that went in any way is decoded unchanged, with each hold at its slot', () => {
    fc.assert(
      fc.property(plan, fc.array(anyTry, { maxLength: MAX_HOLDS }), (one, drawn) => {
        const tries = drawn.map((some) => ({ ...some, slot: some.slot % one.slots.length }));
        const record = makeRecord(endedWith(one, tries));
        expectPlaces(one, tries, record);
        expectSame(record);
        expect(encodeSession(record).length).toBeLessThanOrEqual(MAX_BODY);
      }),
      { numRuns: runs(500) },
    );
  });

  it('never throws when it is decoded from changed bytes', () => {
    fc.assert(
      fc.property(
        plan,
        fc.array(fc.tuple(fc.nat(), fc.integer({ min: 0, max: 255 })), { minLength: 1, maxLength: 4 }),
        (one, changes) => {
          const tries = triesToPlan(one).slice(1, MAX_HOLDS);
          const body = encodeSession(makeRecord(endedWith(one, tries))).slice();
          for (const [at, byte] of changes) body[at % body.length] = byte;
          const read = decodeRecord(encodeFrame(SESSION, 7, body));
          if (!read.ok) expect(read.failure.where).toBe('record 7');
        },
      ),
      { numRuns: runs(1_000) },
    );
  });
});

describe('a hold at a place that the plan lacks', () => {
  it('is spelled out, and neither lost nor changed', () => {
    const plan = planOf(routines[0] ?? defaultRoutine, newWearer);
    if (plan === null) throw new Error('no plan');
    const record = makeRecord(endedWith(plan, triesToPlan(plan)));
    const [hold] = record.holds;
    if (hold === undefined) throw new Error('no hold');
    expectSame({ ...record, holds: [{ ...hold, step: 'nobody, knows', spot: 4, tool: 'none' }, hold] });
  });
});
