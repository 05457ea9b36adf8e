/** A routine from foreign data: the built-in one is taken, a damaged one is told with the path of the damage. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { defaultRoutine } from '../../../utils/core/routine/default-routine.ts';
import { parseRoutine } from '../../../utils/core/routine/parse-routine.ts';

/** The built-in routine as data, with the value at `path` replaced; `undefined` takes it out. */
function damaged(path: string, value: unknown): unknown {
  const routine: unknown = structuredClone(defaultRoutine);
  const names = path.split('/');
  const last = names.pop() ?? '';
  let place = routine;
  for (const name of names) place = Reflect.get(Object(place), name);
  if (value === undefined) Reflect.deleteProperty(Object(place), last);
  else Reflect.set(Object(place), last, value);
  return routine;
}

const from1To3600 = 'expected a whole number from 1 to 3600, found';
const from1To100 = 'expected a whole number from 1 to 100, found';

test('the built-in routine is a routine', () => {
  expect(parseRoutine(structuredClone(defaultRoutine))).toEqual({ ok: true, value: defaultRoutine });
});

test.each([
  ['id', undefined, 'id', 'the routine has no name'],
  ['id', '', 'id', 'the routine has no name'],
  ['version', undefined, 'version', 'the number is missing'],
  ['version', 0, 'version', 'expected a whole number from 1 to 65535, found 0'],
  ['steps', undefined, 'steps', 'expected a list'],
  ['steps', {}, 'steps', 'expected a list'],
  ['steps', [], 'steps', 'a routine needs at least one step'],
  ['steps/0', null, 'steps/0', 'expected named fields'],
  ['steps/1/id', undefined, 'steps/1/id', 'the step has no name'],
  ['steps/1/id', '', 'steps/1/id', 'the step has no name'],
  ['steps/1/id', 7, 'steps/1/id', 'the step has no name'],
  ['steps/1/glyph', 'jump', 'steps/1/glyph', 'unknown glyph "jump"'],
  ['steps/2/glyph', undefined, 'steps/2/glyph', 'unknown glyph "undefined"'],
  ['steps/1/kind', 'jump', 'steps/1/kind', 'unknown kind of step "jump"'],
  ['steps/0/doses', undefined, 'steps/0/doses', 'is missing'],
  ['steps/0/doses', {}, 'steps/0/doses', 'the dose is missing'],
  ['steps/0/doses', { roller: [] }, 'steps/0/doses', 'unknown tool "roller"'],
  [
    'steps/1/doses/ball',
    [],
    'steps/1/doses/ball',
    'the dose is missing: the last cue of a hold must be its minimum',
  ],
  [
    'steps/1/doses/ball/1',
    { cue: 'check', atS: 60 },
    'steps/1/doses/ball',
    'the dose is missing: the last cue of a hold must be its minimum',
  ],
  ['steps/1/doses/ball/0/cue', 'ring', 'steps/1/doses/ball/0/cue', 'unknown cue "ring"'],
  ['steps/1/doses/ball/1/atS', undefined, 'steps/1/doses/ball/1/atS', 'the number is missing'],
  ['steps/1/doses/ball/1/atS', 30, 'steps/1/doses/ball/1/atS', 'cues must come one after the other'],
  ['steps/0/doses/hook/1/atS', 20, 'steps/0/doses/hook/1/atS', 'cues must come one after the other'],
  ['steps/1/doses/ball/1/atS', '60', 'steps/1/doses/ball/1/atS', `${from1To3600} "60"`],
  ['steps/1/doses/ball/0/atS', 0, 'steps/1/doses/ball/0/atS', `${from1To3600} 0`],
  ['steps/1/doses/ball/0/atS', 30.5, 'steps/1/doses/ball/0/atS', `${from1To3600} 30.5`],
  ['steps/1/doses/ball/1/atS', 3_601, 'steps/1/doses/ball/1/atS', `${from1To3600} 3601`],
  ['steps/1/doses/ball/1/atS', Number.NaN, 'steps/1/doses/ball/1/atS', `${from1To3600} null`],
  ['steps/0/spots/sore', undefined, 'steps/0/spots/sore', 'the number is missing'],
  ['steps/0/spots/active', 0, 'steps/0/spots/active', `${from1To100} 0`],
  ['steps/2/lifts', undefined, 'steps/2/lifts', 'the number is missing'],
  ['steps/2/lifts', 101, 'steps/2/lifts', `${from1To100} 101`],
  ['steps/2/beatS', -4, 'steps/2/beatS', `${from1To3600} -4`],
  ['positionsS', undefined, 'positionsS', 'is missing'],
  ['positionsS/stand', undefined, 'positionsS/stand', 'the number is missing'],
  ['tries/maintenance', 1.5, 'tries/maintenance', `${from1To100} 1.5`],
  ['linger/ceilingS', undefined, 'linger/ceilingS', 'the number is missing'],
  ['rest/active', undefined, 'rest/active', 'is missing'],
  ['rest/sore/earliestDays', undefined, 'rest/sore/earliestDays', 'the number is missing'],
  ['rest/sore/latestDays', 1, 'rest/sore/latestDays', 'the latest day lies before the earliest'],
])('%s as %j: the failure says where and what', (path, value, where, what) => {
  const parsed = parseRoutine(damaged(path, value));
  expect(parsed.ok ? null : parsed.failure).toEqual({ where, what });
});

test.each([undefined, null, 7, 'routine', [defaultRoutine]])('%j is no routine', (data) => {
  const parsed = parseRoutine(data);
  expect(parsed.ok ? null : parsed.failure.where).toBe('routine');
});

test('no data makes it throw', () => {
  fc.assert(
    fc.property(fc.object({ key: fc.constantFrom(...Object.keys(defaultRoutine), 'x') }), (data) => {
      expect(parseRoutine(data)).toHaveProperty('ok');
    }),
  );
});
