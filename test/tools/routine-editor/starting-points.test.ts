/** The editor's starting points become definitions as soon as they have an author. */
import { describe, expect, it } from 'vitest';
import { valueAt, withValue } from '../../../tools/routine-editor/draft.ts';
import { startingPoints } from '../../../tools/routine-editor/starting-points.ts';
import { newWearer } from '../../../utils/core/preferences/preference-table.ts';
import { routines } from '../../../utils/core/routine/built-in.ts';
import { layOutPlan } from '../../../utils/core/routine/lay-out-plan.ts';
import { routineOf } from '../../../utils/core/routine/own-routine.ts';
import { parseDefinition } from '../../../utils/core/routine/parse-definition.ts';
import { STAGES } from '../../../utils/core/routine/routine.ts';
import { locales } from '../../../utils/core/text/catalogues.ts';

const TODAY = new Date(2026, 10, 30);

describe.each(locales)('in %s', (locale) => {
  const points = startingPoints(locale, TODAY);

  it('every starting point has a name, and instructions for its steps', () => {
    for (const { name, draft } of points) {
      expect(name).not.toBe('');
      expect(valueAt(draft, 'steps/0/instruction')).not.toBe('');
    }
    expect(new Set(points.map(({ name }) => name)).size).toBe(points.length);
  });

  it.each(points.map(({ name, draft }) => [name, draft] as const))(
    '%s can be sent as a code',
    (_name, draft) => {
      const author = valueAt(draft, 'author') || 'Anna Berg';
      const read = parseDefinition(withValue(draft, 'author', author));
      expect(read.ok ? '' : read.failure).toBe('');
    },
  );
});

it.each(routines.map((routine, at) => [routine.id, routine, at] as const))(
  '%s gives the same times as the built-in one, at every stage and with either kit',
  (_id, routine, at) => {
    const draft = startingPoints('en-US', TODAY)[at]?.draft ?? {};
    const read = parseDefinition(withValue(draft, 'author', 'Anna Berg'));
    if (!read.ok) throw new Error(read.failure.what);
    const own = routineOf(read.value);
    for (const stage of STAGES)
      for (const kit of ['ball', 'hook'] as const) {
        const slots = [routine, own].map((one) => {
          const plan = layOutPlan(one, { ...newWearer, stage, kit });
          const named = (slot: object) => ({
            ...slot,
            step: undefined,
            cues: undefined,
            instruction: undefined,
          });
          return plan.ok ? plan.value.slots.map((slot) => [named(slot), cueTimes(slot)]) : plan.failure;
        });
        expect(slots[1]).toEqual(slots[0]);
      }
  },
);

function cueTimes(slot: object): unknown {
  return 'cues' in slot ? (slot.cues as readonly { readonly atS: number }[]).map(({ atS }) => atS) : null;
}
