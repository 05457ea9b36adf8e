/** A routine from foreign data: the built-in one is accepted, and a damaged one is refused with the path of the damage. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { decodeRecord } from '../../../utils/core/log/decode.ts';
import { encodeSession } from '../../../utils/core/log/encode.ts';
import { encodeFrame, MAX_BODY, SESSION } from '../../../utils/core/log/frame.ts';
import { MAX_HOLDS, makeRecord } from '../../../utils/core/log/make-record.ts';
import { defaultRoutine } from '../../../utils/core/routine/default-routine.ts';
import { layOutPlan } from '../../../utils/core/routine/lay-out-plan.ts';
import { parseRoutine } from '../../../utils/core/routine/parse-routine.ts';
import type { HoldStep } from '../../../utils/core/routine/routine.ts';
import { startSession } from '../../../utils/core/session/transitions.ts';
import { planPreferencesWith } from '../../support/arbitraries.ts';
import { usualStyle } from '../../support/cue-style.ts';
import { MONDAY_MS } from '../../support/manual-clock.ts';

/** The built-in routine as data, with the value at `path` replaced. `undefined` removes it. */
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

/** Steps of one hold each, with this many spots on a side. */
function manySteps(count: number, spots = 1): readonly HoldStep[] {
  return Array.from({ length: count }, (_, at) => ({
    kind: 'hold',
    id: `${at}`.padEnd(24, '\uffff'),
    glyph: 'kneel',
    doses: {
      none: [
        { cue: 'check', atS: 1_200 },
        { cue: 'minimum', atS: 2_400 },
      ],
    },
    spots: { sore: spots, active: spots, maintenance: spots },
  }));
}

const from1To3600 = 'expected a whole number from 1 to 3600, found';
const from1To100 = 'expected a whole number from 1 to 100, found';

it.each([
  ['id', undefined, 'id', 'the routine has no name'],
  ['id', '', 'id', 'the routine has no name'],
  ['id', '=1+1', 'id', 'the routine can only be called "1+1"'],
  ['id', 'two\nlines', 'id', 'the routine can only be called "two lines"'],
  ['steps/1/id', '\u202eback', 'steps/1/id', 'the step can only be called "back"'],
  ['id', 'x'.repeat(25), 'id', 'a name has at most 24 letters, this one has 25'],
  ['version', undefined, 'version', 'the number is missing'],
  ['version', 0, 'version', 'expected a whole number from 1 to 65535, found 0'],
  ['linger/softEveryS', 4, 'linger/softEveryS', 'expected a whole number from 5 to 3600, found 4'],
  ['steps', undefined, 'steps', 'expected a list'],
  ['steps', {}, 'steps', 'expected a list'],
  ['steps', [], 'steps', 'a routine needs at least one step'],
  ['steps', manySteps(21), 'steps', 'a routine has at most 20 steps, not 21'],
  [
    'steps',
    manySteps(6, 100),
    'steps/5/spots/sore',
    'a routine has at most 500 spots a side at a stage, with this step 600',
  ],
  ['steps/0', null, 'steps/0', 'expected named fields'],
  ['steps/1/id', undefined, 'steps/1/id', 'the step has no name'],
  ['steps/1/id', '', 'steps/1/id', 'the step has no name'],
  ['steps/1/id', 'x'.repeat(26), 'steps/1/id', 'a name has at most 24 letters, this one has 26'],
  ['steps/1/id', 7, 'steps/1/id', 'the step has no name'],
  ['steps/1/glyph', 'jump', 'steps/1/glyph', 'unknown glyph "jump"'],
  ['steps/2/glyph', undefined, 'steps/2/glyph', 'unknown glyph "undefined"'],
  ['steps/1/kind', 'jump', 'steps/1/kind', 'unknown kind of step "jump"'],
  ['steps/0/doses', undefined, 'steps/0/doses', 'is missing'],
  ['steps/0/doses', {}, 'steps/0/doses', 'the dose is missing'],
  ['steps/0/doses', { roller: [] }, 'steps/0/doses', 'unknown kit "roller"'],
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
  ['retries', 7, 'retries', 'expected named fields'],
  ['retries/sore', 101, 'retries/sore', `${from1To100} 101`],
  ['mostSpots/sore', -1, 'mostSpots/sore', `${from1To100} -1`],
])('a routine whose %s is %j is refused with the place and the reason', (path, value, where, what) => {
  const parsed = parseRoutine(damaged(path, value));
  expect(parsed.ok ? null : parsed.failure).toEqual({ where, what });
});

it('a rest may have one day only', () => {
  expect(parseRoutine(damaged('rest/sore/latestDays', defaultRoutine.rest.sore.earliestDays)).ok).toBe(true);
});

it.each([undefined, null, 7, 'routine', [defaultRoutine]])('%j is no routine', (data) => {
  const parsed = parseRoutine(data);
  expect(parsed.ok ? null : parsed.failure.where).toBe('routine');
});

it('no data makes it throw', () => {
  fc.assert(
    fc.property(fc.object({ key: fc.constantFrom(...Object.keys(defaultRoutine), 'x') }), (data) => {
      expect(parseRoutine(data)).toHaveProperty('ok');
    }),
  );
});

it('the largest routine that is accepted fits into a record of the log, with as many holds as a record keeps', () => {
  const data = { ...defaultRoutine, id: '\uffff'.repeat(24), version: 65_535, steps: manySteps(20, 25) };
  const parsed = parseRoutine(data);
  if (!parsed.ok) throw new Error(parsed.failure.what);
  const plan = layOutPlan(parsed.value, planPreferencesWith());
  if (!plan.ok) throw new Error(plan.failure.what);
  const [begun] = startSession(plan.value, MONDAY_MS, 60, usualStyle);
  const endMs = MONDAY_MS + 400 * 60_000;
  const tries = Array.from({ length: MAX_HOLDS }, (_, at) => {
    const slot = (at * 997) % plan.value.slots.length;
    return {
      slot,
      seconds: 3_599,
      positionedS: 599,
      reached: 1,
      outcome: 'stopped',
      lateMs: 99_000,
    } as const;
  });
  const ended = { at: 'ended', sinceMs: endMs, untilMs: endMs, how: 'stopped' } as const;
  const record = makeRecord({ ...begun, tries, phase: ended });
  const body = encodeSession(record);
  expect(body.length).toBeGreaterThan(MAX_BODY / 2);
  expect(body.length).toBeLessThanOrEqual(MAX_BODY);
  expect(decodeRecord(encodeFrame(SESSION, 7, body))).toEqual({ ok: true, value: record });
});
