/** Tests for every built-in routine. Whoever adds a routine need not write them again. */
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { repositoryRoot } from '../../../tools/shared/project.ts';
import { routineIds, routines } from '../../../utils/core/routine/built-in.ts';
import { defaultRoutine } from '../../../utils/core/routine/default-routine.ts';
import { findRoutine } from '../../../utils/core/routine/find-routine.ts';
import { layOutPlan } from '../../../utils/core/routine/lay-out-plan.ts';
import { parseRoutine } from '../../../utils/core/routine/parse-routine.ts';
import { plannedSlotS } from '../../../utils/core/routine/plan.ts';
import { locales, phoneTexts } from '../../../utils/core/text/catalogues.ts';
import { watchTexts } from '../../../utils/core/text/watch-catalogues.ts';
import { allPlanPreferences, START_MS } from '../../support/arbitraries.ts';
import { startWalk } from '../session/walk.ts';

const folder = join(repositoryRoot, 'utils/core/routine/routines');

it('the list has every file of the folder, each named after its routine', () => {
  const names = readdirSync(folder).map((file) => file.replace(/\.ts$/, ''));
  expect(routines.map(({ id }) => id)).toEqual(names.sort());
  expect(routineIds).toEqual(names);
});

it('a routine is found by its id, and an unknown id gives the default one', () => {
  for (const routine of routines) expect(findRoutine(routine.id)).toBe(routine);
  expect(findRoutine('of-a-later-version')).toBe(defaultRoutine);
});

describe.each(routines.map((routine) => [routine.id, routine] as const))('%s', (id, routine) => {
  it('is a routine', () => {
    expect(parseRoutine(structuredClone(routine))).toEqual({ ok: true, value: routine });
  });

  it('has a plan for every combination of preferences', () => {
    const failures = allPlanPreferences
      .map((preferences) => layOutPlan(routine, preferences))
      .filter(({ ok }) => !ok);
    expect(failures).toEqual([]);
  });

  it('can be guided to its end without a touch, in the time that the plan says', () => {
    for (const preferences of allPlanPreferences) {
      const plan = layOutPlan(routine, preferences);
      if (!plan.ok) throw new Error(plan.failure.what);
      const plannedS = plan.value.slots.reduce((sum, slot) => sum + plannedSlotS(slot), 0);
      const walk = startWalk(plan.value);
      walk.tick(START_MS, START_MS + (plannedS + 10) * 1000, 250);
      const { phase, tries } = walk.state();
      expect(phase).toMatchObject({ at: 'ended', how: 'done' });
      expect(tries.filter(({ outcome }) => outcome !== 'guided-to-end')).toEqual([]);
    }
  });

  it('has a drawing of the position of each of its steps for each side, on every shape of glass', () => {
    const positions = routine.steps.flatMap(({ glyph, ...step }) =>
      step.kind === 'hold' ? Object.keys(step.doses).map((kit) => `${glyph}-${kit}`) : [glyph],
    );
    const missing = positions
      .flatMap((position) => [`${position}-left`, `${position}-right`])
      .flatMap((name) =>
        readdirSync(join(repositoryRoot, 'assets')).map((shape) => `assets/${shape}/draw/${name}.png`),
      )
      .filter((file) => !existsSync(join(repositoryRoot, file)));
    expect(missing).toEqual([]);
  });

  it.each(locales)('has its texts in %s', (locale) => {
    const watch: Readonly<Record<string, string>> = watchTexts[locale];
    const phone: Readonly<Record<string, string>> = phoneTexts[locale];
    const onWatch = routine.steps.flatMap((step) => [
      ...(step.kind === 'hold' ? Object.keys(step.doses) : ['none']).flatMap((kit) =>
        ['place', 'body', 'move'].map((what) => `step.${step.id}.${kit}.${what}`),
      ),
      `summary.place.${step.id}`,
    ]);
    const onPhone = routine.steps.map((step) => `phone.step.${step.id}`);
    const missing = [
      ...[`routine.${id}`, ...onWatch].filter((key) => watch[key] === undefined),
      ...[`phone.routine.${id}`, ...onPhone].filter((key) => phone[key] === undefined),
    ];
    expect(missing).toEqual([]);
  });
});
