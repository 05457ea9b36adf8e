/** An open session as text: it is read back unchanged, or not at all. */
import { describe, expect, it } from 'vitest';
import { planFor } from '../../../tools/shared/plan-for.ts';
import { sentence } from '../../../utils/core/base/result.ts';
import { decodeSnapshot, encodeSnapshot, SNAPSHOT_VERSION } from '../../../utils/core/session/snapshot.ts';
import { startSession } from '../../../utils/core/session/transitions.ts';
import { planWith, START_MS } from '../../support/arbitraries.ts';
import { usualStyle } from '../../support/cue-style.ts';
import { MONDAY_MS } from '../../support/manual-clock.ts';
import { startWalk } from './walk.ts';

const NOT_READABLE = 'snapshot: the stored session is not readable';

function fault(text: string): string {
  const decoded = decodeSnapshot(text);
  return decoded.ok ? 'none' : sentence(decoded.failure);
}

describe('a snapshot', () => {
  it('gives back the session, with the seq from which on its record may be logged', () => {
    const [state] = startSession(planFor(), MONDAY_MS, -90, usualStyle);
    expect(decodeSnapshot(encodeSnapshot(state, 12))).toEqual({
      ok: true,
      value: { version: SNAPSHOT_VERSION, state, seq: 12 },
    });
  });

  it.each([
    [
      'of a later version',
      '{"version":2,"state":{},"seq":0}',
      'snapshot/version: the stored session is of version 2, not 1',
    ],
    [
      'without a version',
      '{"state":{},"seq":0}',
      'snapshot/version: the stored session is of version undefined, not 1',
    ],
    ['cut short', '{"version":1,"sta', NOT_READABLE],
    ['that is empty', '', NOT_READABLE],
    ['that is null', 'null', NOT_READABLE],
    ['that is a text', '"open"', NOT_READABLE],
    ['without a state', '{"version":1,"seq":0}', NOT_READABLE],
    ['whose state is null', '{"version":1,"state":null,"seq":0}', NOT_READABLE],
  ])('%s is refused with a sentence that names the fault and the place', (_, text, told) => {
    expect(fault(text)).toBe(told);
  });
});

/** A session in its march, with four holds behind it. */
function inMarch() {
  const walk = startWalk(planWith());
  walk.tick(START_MS, START_MS + 490_000, 250);
  return walk.state();
}

/** A session in its first hold. */
function inHold() {
  const walk = startWalk(planWith());
  walk.tick(START_MS, START_MS + 70_000, 250);
  return walk.state();
}

type Stored = Record<string, never>;

/** The stored text with the part at this path changed, or left out if it becomes undefined. */
function changed(text: string, path: string, value: unknown): string {
  const snapshot = JSON.parse(text);
  const names = path.split('.');
  const last = names.pop() ?? '';
  const part = names.reduce((at: Stored, name) => at[name] as unknown as Stored, snapshot) as Record<
    string,
    unknown
  >;
  if (!(last in part)) throw new Error(`${path} is not there`);
  part[last] = value;
  return JSON.stringify(snapshot);
}

const hold = encodeSnapshot(inHold(), 0);
const march = encodeSnapshot(inMarch(), 3);

describe('a session without one of its parts, or with one of another kind, is not readable', () => {
  const parts = [
    'startedAtMs zoneOffsetMin slot phase tries beats seenMs interruptions clockJumps lostCues plan',
    'phase.at phase.sinceMs phase.untilMs',
    'tries.3 tries.0.slot tries.0.seconds tries.0.positionedS tries.0.reached tries.0.outcome tries.0.lateMs',
    'plan.routine plan.routineVersion plan.phase plan.tool plan.sides plan.slots plan.tries plan.stayS',
    'plan.softEveryS plan.ceilingS plan.slots.0 plan.slots.4 plan.slots.0.kind plan.slots.0.step',
    'plan.slots.0.tool plan.slots.0.side plan.slots.0.spot plan.slots.0.positionS plan.slots.0.findS',
    'plan.slots.0.lingerS plan.slots.0.cues plan.slots.0.cues.0 plan.slots.0.cues.0.atS',
    'plan.slots.4.step plan.slots.4.side plan.slots.4.positionS plan.slots.4.lifts plan.slots.4.beatS',
  ].flatMap((line) => line.split(' ').map((part) => `state.${part}`));

  it('it is readable with all of them', () => {
    expect([fault(hold), fault(march)]).toEqual(['none', 'none']);
  });

  it.each(parts)('%s', (path) => {
    expect(fault(changed(march, path, undefined))).toBe(NOT_READABLE);
    expect(fault(changed(march, path, null))).toBe(NOT_READABLE);
    expect(fault(changed(march, path, true))).toBe(NOT_READABLE);
  });

  it.each(['positionedS', 'lateMs', 'cursor'])('state.phase.%s, in a hold', (name) => {
    expect(fault(changed(hold, `state.phase.${name}`, undefined))).toBe(NOT_READABLE);
    expect(fault(changed(hold, `state.phase.${name}`, '1'))).toBe(NOT_READABLE);
  });

  it('its number', () => {
    expect(fault(changed(march, 'seq', '3'))).toBe(NOT_READABLE);
  });

  it.each([
    ['a text', 'x'],
    ['a list', [1]],
    ['a count that is a text', { 4: '2' }],
    ['one of several that is none', { 4: 2, 5: null }],
  ])('the lifts of its marches: %s', (_, lifted) => {
    expect(fault(changed(march, 'state.lifted', lifted))).toBe(NOT_READABLE);
  });
});

describe('a session whose parts contradict each other is not readable', () => {
  it.each([
    ['in a hold, on the slot of a march', changed(hold, 'state.slot', 4)],
    ['in a march, on the slot of a hold', changed(march, 'state.slot', 0)],
    ['on a slot that its plan has not', changed(hold, 'state.slot', 5)],
    ['on no slot', changed(hold, 'state.slot', -1)],
    ['with a try of a slot that its plan has not', changed(march, 'state.tries.3.slot', 5)],
    ['in a phase that there is not', changed(march, 'state.phase.at', 'resting')],
    ['with a plan of no slots', changed(hold, 'state.plan.slots', [])],
  ])('%s', (_, text) => {
    expect(fault(text)).toBe(NOT_READABLE);
  });

  it.each(['position', 'paused', 'ended'])('"%s" fits every slot', (at) => {
    for (const text of [hold, march]) {
      const how = at === 'ended' ? { how: 'done' } : {};
      const phase = { ...JSON.parse(text).state.phase, ...how, at };
      expect(fault(changed(text, 'state.phase', phase))).toBe('none');
    }
  });
});

it('a session of version 0.1.0 has no record number, and no lifts by slot', () => {
  const snapshot = JSON.parse(march);
  delete snapshot.seq;
  delete snapshot.state.lifted;
  expect(decodeSnapshot(JSON.stringify(snapshot))).toMatchObject({ ok: true, value: { seq: 0 } });
});
