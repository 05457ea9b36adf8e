/** What a session's state says, and how it moves when the clock is set. */
import { describe, expect, it } from 'vitest';
import { shiftClock } from '../../../utils/core/session/clock-shift.ts';
import {
  cuesOf,
  hasGuided,
  lastGuidedMs,
  minimumOver,
  type SessionPhase,
  type SessionState,
  slotOf,
  styleOf,
  type Try,
} from '../../../utils/core/session/state.ts';
import { planWith, START_MS } from '../../support/arbitraries.ts';
import { usualStyle } from '../../support/cue-style.ts';
import { startWalk } from './walk.ts';

function sessionAt(atS: number): SessionState {
  const walk = startWalk(planWith());
  walk.tick(START_MS, START_MS + atS * 1_000, 250);
  return walk.state();
}

const span = { sinceMs: START_MS + 40_000, untilMs: START_MS + 100_000 };
const phases: readonly SessionPhase[] = [
  { at: 'position', ...span },
  { at: 'hold', ...span, positionedS: 3, lateMs: 250, cursor: 1 },
  { at: 'hold', ...span, positionedS: 3, lateMs: 250, cursor: 2, answeredMs: START_MS + 70_000 },
  { at: 'march', ...span },
  { at: 'paused', ...span, why: 'wearer', fromSlot: 1 },
  { at: 'paused', ...span, why: 'call', guidedMs: START_MS + 35_000 },
  { at: 'ended', ...span, how: 'done' },
  { at: 'ended', ...span, how: 'left', guidedMs: START_MS + 35_000 },
];

/** Those fields that are instants of the wall clock. */
const INSTANTS = 'startedAtMs seenMs sinceMs untilMs guidedMs answeredMs undoneMs'.split(' ');

/** The data with every instant in it moved. */
function moved(data: unknown, byMs: number): unknown {
  if (typeof data !== 'object' || data === null) return data;
  if (Array.isArray(data)) return data.map((one) => moved(one, byMs));
  return Object.fromEntries(
    Object.entries(data).map(([name, value]) => [
      name,
      INSTANTS.includes(name) && value > 0 ? value + byMs : moved(value, byMs),
    ]),
  );
}

describe.each([3_600_000, -7_000])('a clock that was set by %i ms', (byMs) => {
  it.each(phases.filter(({ at }) => at !== 'ended'))(
    'moves all instants of $at, and nothing else',
    (phase) => {
      const state: SessionState = { ...sessionAt(70), phase };
      expect(shiftClock(state, byMs)).toEqual({ ...(moved(state, byMs) as SessionState), clockJumps: 1 });
    },
  );

  it.each(phases)('moves what can be undone to $at', (phase) => {
    const undo = { untilMs: START_MS + 75_000, slot: 0, phase, tries: 0 };
    const state: SessionState = { ...sessionAt(70), undo, undoneMs: START_MS + 60_000 };
    const shifted = shiftClock(state, byMs);
    expect(shifted.undoneMs).toBe(START_MS + 60_000 + byMs);
    expect(shifted.undo?.untilMs).toBe(START_MS + 75_000 + byMs);
    expect(shifted.undo?.phase.untilMs).toBe(phase.untilMs + byMs);
  });
});

describe('the time up to which a session was guided', () => {
  it.each([
    ['is now while it runs', 0, START_MS + 70_000],
    ['is now in a march', 3, START_MS + 70_000],
    ['is the begin of a pause', 4, span.sinceMs],
    ['was before a pause that nobody has seen begin', 5, START_MS + 35_000],
    ['is its end', 6, span.sinceMs],
    ['was before an end that nobody has seen', 7, START_MS + 35_000],
  ])('%s', (_, at, expected) => {
    const state: SessionState = { ...sessionAt(70), phase: phases[at] as SessionPhase };
    expect(lastGuidedMs(state)).toBe(expected);
  });
});

describe('a session is worth a record', () => {
  const tried = (seconds: number): Try => ({
    slot: 0,
    seconds,
    positionedS: 0,
    reached: 0,
    outcome: 'stopped',
    lateMs: 0,
  });

  it.each([
    ['of nothing', 0, [], false],
    ['of a hold of no second', 0, [tried(0)], false],
    ['of a hold of a second', 0, [tried(0), tried(1)], true],
    ['of a lift', 1, [], true],
  ])('%s: %s lifts, %j: %s', (_, beats, tries, expected) => {
    expect(hasGuided({ ...sessionAt(1), beats, tries })).toBe(expected);
  });
});

it('the minimum is over at the instant of its cue', () => {
  const state = sessionAt(70);
  expect([89_999, 90_000].map((ms) => minimumOver(state, START_MS + ms))).toEqual([false, true]);
});

it('a march has no cues of a hold, and a plan has no slot after its last', () => {
  expect([cuesOf(sessionAt(70)).length, cuesOf(sessionAt(490))]).toEqual([2, []]);
  expect(() => slotOf({ ...sessionAt(70), slot: 99 })).toThrow('no slot');
});

it('a session of version 0.1.0 is played as it was then', () => {
  const { style: _style, ...old } = sessionAt(70);
  expect(styleOf(old, usualStyle)).toEqual({ ...usualStyle, edition: 1 });
  expect(styleOf({ ...old, style: usualStyle }, { ...usualStyle, strength: 'strong' })).toEqual(usualStyle);
});
