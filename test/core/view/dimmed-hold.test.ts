/** A hold in which nothing has happened for a while: what stays on the glass, from when on, and what brings the rest back. */
import { describe, expect, it } from 'vitest';
import { dimsAtMs } from '../../../utils/core/view/dimmed-hold.ts';
import { diffView, drawnAt, type SessionView, sessionView } from '../../../utils/core/view/session-view.ts';
import { planWith, START_MS } from '../../support/arbitraries.ts';
import { startWalk, type Walk } from '../session/walk.ts';

/** When the hold of a new wearer begins, s after Start. Its cues come 30 and 60 s later. */
const BEGIN_S = 30;
const NEVER = Number.POSITIVE_INFINITY;

function walkTo(heldS: number, lingerS = 15): Walk {
  const walk = startWalk(planWith({ lingerS }));
  walk.tick(START_MS, START_MS + (BEGIN_S + heldS) * 1_000, 250);
  return walk;
}

const instantMs = (heldS: number): number => START_MS + (BEGIN_S + heldS) * 1_000;

/** What the glass shows of a hold at one of its seconds. */
function seenAt(heldS: number, touchedAtS = -BEGIN_S, lingerS?: number): SessionView {
  const state = walkTo(heldS, lingerS).state();
  return sessionView(state, instantMs(heldS), 'crown', dimsAtMs(state, instantMs(touchedAtS)));
}

/** Whether line, note and dots are hidden at one of the seconds of a hold. */
const isDim = (...at: Parameters<typeof seenAt>): readonly boolean[] => {
  const { line, note, isDimmed } = seenAt(...at);
  return [line === null, note === null, isDimmed];
};

const LIT = [false, true, false];
const DIM = [true, true, true];

describe('without a touch', () => {
  it.each([
    [20.25, LIT],
    [20.5, DIM],
    [29.75, DIM],
    // The cue at 30 s, and the minimum.
    [30, LIT],
    [50.25, LIT],
    [50.5, DIM],
  ])('at %d s of a hold, line, note and dots are hidden: %j', (heldS, gone) => {
    expect(isDim(heldS)).toEqual(gone);
  });

  it('side, number and ring stay', () => {
    const { big, side, sweepDeg } = seenAt(25);
    expect([big, side.key, sweepDeg]).toEqual(['25', 'side.left', 150]);
  });

  it('the minimum brings all of it back', () => {
    expect(isDim(60)).toEqual([false, false, false]);
  });

  it('a longer stay is dimmed too, first its note between two seconds, and its line at the next second', () => {
    expect(isDim(80.25, undefined, 120)).toEqual([false, false, false]);
    expect(isDim(80.5, undefined, 120)).toEqual([false, true, true]);
    expect(isDim(81, undefined, 120)).toEqual(DIM);
  });
});

it.each([
  [32, LIT],
  [32.5, DIM],
])('after a touch at 12 s of a hold, at %d s: %j', (heldS, gone) => {
  // The hold of a hook has its first cue later.
  const state = walkTo(12).state();
  const view = sessionView(state, instantMs(heldS), 'crown', dimsAtMs(state, instantMs(12)));
  expect([view.line === null, view.note === null, view.isDimmed]).toEqual(gone);
});

it('a position, a march and a pause are never dimmed', () => {
  const walk = startWalk(planWith());
  expect(dimsAtMs(walk.state(), 0)).toBe(NEVER);
  walk.send({ type: 'paused', why: 'wearer', atMs: START_MS + 1_000 });
  expect(dimsAtMs(walk.state(), 0)).toBe(NEVER);
});

it('a page checks again when the hold is to be dimmed, and then draws the view anew', () => {
  const state = walkTo(20).state();
  const dims = dimsAtMs(state, 0);
  const drawn = drawnAt(state, instantMs(20), dims);
  expect(drawn.untilMs).toBe(instantMs(20.5));
  expect(diffView(drawn, state, instantMs(20.5), dims)).toBe('view');
});

it('a page that is told of a touch draws the view anew', () => {
  const state = walkTo(22).state();
  const drawn = drawnAt(state, instantMs(22), dimsAtMs(state, 0));
  expect(diffView(drawn, state, instantMs(22.25), dimsAtMs(state, instantMs(22.25)))).toBe('view');
});
