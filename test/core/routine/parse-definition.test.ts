/** A definition from foreign data: it is accepted if it can be planned, and otherwise refused with the place of the fault. */
import { expect, it } from 'vitest';
import { newWearer } from '../../../utils/core/preferences/preference-table.ts';
import type { RoutineDefinition } from '../../../utils/core/routine/definition.ts';
import { layOutPlan } from '../../../utils/core/routine/lay-out-plan.ts';
import { ownId, routineOf } from '../../../utils/core/routine/own-routine.ts';
import { parseDefinition } from '../../../utils/core/routine/parse-definition.ts';
import { parseRoutine } from '../../../utils/core/routine/parse-routine.ts';
import { plannedSlotS } from '../../../utils/core/routine/plan.ts';
import { hipDefinition } from '../../support/definitions.ts';

/** The definition as data, with the value at `path` replaced. `undefined` removes it. */
function damaged(path: string, value: unknown): unknown {
  const definition: unknown = structuredClone(hipDefinition);
  const names = path.split('/');
  const last = names.pop() ?? '';
  let place = definition;
  for (const name of names) place = Reflect.get(Object(place), name);
  if (value === undefined) Reflect.deleteProperty(Object(place), last);
  else Reflect.set(Object(place), last, value);
  return definition;
}

it('a definition that can be planned is accepted, and the app can read its routine', () => {
  expect(parseDefinition(hipDefinition)).toEqual({ ok: true, value: hipDefinition });
  expect(parseRoutine(routineOf(hipDefinition)).ok).toBe(true);
});

it.each([
  ['name', undefined, 'name', 'the text is missing'],
  ['name', '', 'name', 'the text is missing'],
  ['name', 'x'.repeat(25), 'name', 'at most 24 letters, these are 25'],
  ['name', '=SUM(A1)', 'name', 'can only be "SUM(A1)"'],
  ['name', 'two\nlines', 'name', 'can only be "two lines"'],
  ['name', '\u202eabc', 'name', 'can only be "abc"'],
  ['name', 'a<b', 'name', 'plain text without < and > is expected'],
  ['name', 'half \ud83d.', 'name', 'plain text without < and > is expected'],
  ['author', '', 'author', 'the text is missing'],
  ['author', 'x'.repeat(10_000), 'author', 'at most 40 letters, these are 10000'],
  ['safety', '<b>no</b>', 'safety', 'plain text without < and > is expected'],
  ['source', 7, 'source', 'the text is missing'],
  ['version', 0, 'version', 'expected a whole number from 1 to 65535, found 0'],
  ['reviewBy', '2027-02-30', 'reviewBy', 'expected a date such as 2027-01-31'],
  ['reviewBy', '27-2-3', 'reviewBy', 'expected a date such as 2027-01-31'],
  ['reviewBy', '9999-01-01', 'reviewBy', 'expected a date such as 2027-01-31'],
  ['steps', undefined, 'steps', 'expected a list'],
  ['steps', [], 'steps', 'a routine needs at least one step'],
  ['steps', Array(9).fill(null), 'steps', 'a routine has at most 8 steps, not 9'],
  ['steps/0', null, 'steps/0/name', 'the text is missing'],
  ['steps/1/name', 'Front of the hip', 'steps/1/name', 'another step has this name'],
  ['steps/0/instruction', 'x'.repeat(61), 'steps/0/instruction', 'at most 60 letters, these are 61'],
  ['steps/0/kind', 'dance', 'steps/0/kind', 'unknown kind of step "dance"'],
  ['steps/0/glyph', 'kneel', 'steps/0/glyph', 'the drawing "kneel" does not show this (ball)'],
  ['steps/0/glyph', 'jump', 'steps/0/glyph', 'unknown glyph "jump"'],
  ['steps/2/glyph', 'front', 'steps/2/glyph', 'the drawing "front" does not show this (march)'],
  ['steps/2/only', 'left', 'steps/2/only', 'expected "left" or "right", of a hold'],
  ['steps/0/only', 'both', 'steps/0/only', 'expected "left" or "right", of a hold'],
  [
    'steps/0/doses/ball/0/cue',
    'press',
    'steps/0/doses/ball/0/cue',
    'only built-in routines have the cue "press"',
  ],
  ['steps/0/doses/ball/0/cue', 'siren', 'steps/0/doses/ball/0/cue', 'unknown cue "siren"'],
  ['steps/0/doses', {}, 'steps/0/doses', 'the dose is missing'],
  [
    'steps/0/doses',
    { hook: [{ cue: 'minimum', atS: 60 }] },
    'steps/0/doses',
    'not everybody has the hook: the ball or nothing must do it too',
  ],
  ['reviewBy', '2149-06-07', 'reviewBy', 'expected a date such as 2027-01-31'],
  ['steps/0/doses/ball/0/atS', 3, 'sore/slots/0', 'two cues come closer than 5 s'],
  ['steps/0/spots/active', 0, 'steps/0/spots/active', 'expected a whole number from 1 to 100, found 0'],
  ['steps/0/spots/active', 61, 'active', 'a session has at most 60 holds, this one 127'],
  ['steps/0/doses/ball/1/atS', 3_000, 'sore', 'a session lasts at most 120 min, this one 205'],
  ['linger/usualS', 9, 'linger/usualS', 'expected a whole number from 10 to 120, found 9'],
  ['linger/mostS', 14, 'linger/usualS', 'expected a whole number from 10 to 14, found 15'],
  ['linger/leastS', 121, 'linger/usualS', 'expected a whole number from 121 to 120, found 15'],
  [
    'steps/0/doses/ball',
    Array.from({ length: 102 }, (_, at) => ({ cue: at < 101 ? 'check' : 'minimum', atS: 5 * at + 5 })),
    'steps/0/doses/ball',
    'a hold asks at most 100 times, this one 101 times',
  ],
  ['linger/ceilingS', 62, 'sore/slots/0', 'two cues come closer than 5 s'],
])('a definition whose %s is %j is refused with a fault at %s', (path, value, where, what) => {
  expect(parseDefinition(damaged(path, value))).toEqual({ ok: false, failure: { what, where } });
});

it('takes the last day that a code has room for', () => {
  expect(parseDefinition(damaged('reviewBy', '2149-06-06')).ok).toBe(true);
});

it('takes a session of two hours, and none that is a second longer', () => {
  const [front, , march] = hipDefinition.steps;
  if (front?.kind !== 'hold' || march?.kind !== 'march') throw new Error('not the hip release');
  const spots = { sore: 4, active: 4, maintenance: 4 };
  const withLifts = (lifts: number, atS: number): RoutineDefinition => ({
    ...hipDefinition,
    linger: { ...hipDefinition.linger, ceilingS: 3_600 },
    steps: [
      { ...front, spots, doses: { ball: [{ cue: 'minimum', atS }] } },
      { ...march, lifts, beatS: 1 },
    ],
  });
  const sessionS = (definition: RoutineDefinition): number => {
    const plan = layOutPlan(routineOf(definition), newWearer);
    return plan.ok ? plan.value.slots.reduce((sum, slot) => sum + plannedSlotS(slot), 0) : 0;
  };
  const leftS = 7_200 - sessionS(withLifts(1, 10));
  const longest = withLifts(1 + (leftS % 8), 10 + Math.floor(leftS / 8));
  expect(sessionS(longest)).toBe(7_200);
  expect(parseDefinition(longest).ok).toBe(true);
  expect(parseDefinition(withLifts(2 + (leftS % 8), 10 + Math.floor(leftS / 8)))).toMatchObject({
    failure: { what: 'a session lasts at most 120 min, this one 121' },
  });
});

it('too little time for another try is refused even if no slot of the plan uses that time', () => {
  const [front, , march] = hipDefinition.steps;
  const after = {
    ...hipDefinition,
    steps: [march, front],
    positionsS: { ...hipDefinition.positionsS, first: 3 },
  };
  expect(parseDefinition(after)).toMatchObject({
    ok: false,
    failure: { what: 'two cues come closer than 5 s' },
  });
});

it.each([null, undefined, 7, 'x', [], [[]], { steps: [7] }])('%j is refused as a definition', (data) => {
  expect(parseDefinition(data).ok).toBe(false);
});

it('a higher version is the same routine, and another author makes it another one', () => {
  const { id } = routineOf(hipDefinition);
  expect(id).toMatch(/^own-[0-9a-f]{8}$/);
  expect(routineOf({ ...hipDefinition, version: 9 }).id).toBe(id);
  expect(ownId({ name: hipDefinition.name, author: 'somebody else' })).not.toBe(id);
});
