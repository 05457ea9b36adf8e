/** Taking a touch back within 5 s: the session is as it was before, and the wearer is not sent anywhere needlessly. */
import { describe, expect, it } from 'vitest';
import type { SessionState } from '../../../utils/core/session/state.ts';
import { planWith, START_MS } from '../../support/arbitraries.ts';
import { outcomes, score, startWalk, type Walk } from './walk.ts';

/** The instant of the first start cue. */
const HOLD_MS = START_MS + 30_000;

/** The session `heldMs` after its first start cue. */
function holding(heldMs: number): Walk {
  const walk = startWalk(planWith());
  walk.tick(START_MS, HOLD_MS, 1_000);
  walk.tick(HOLD_MS, HOLD_MS + heldMs, 250);
  return walk;
}

/** The state without the instants at which it was last seen and undone. Only these may differ after a touch was taken back. */
const but = (state: SessionState): Omit<SessionState, 'seenMs' | 'undoneMs'> => {
  const { seenMs: _seenMs, undoneMs: _undoneMs, ...rest } = state;
  return rest;
};

describe('taking a touch back', () => {
  const leaves = [
    ['not-easing', 40_000],
    ['skipped', 40_000],
    ['skipped', 70_000],
    ['let-go', 70_000],
  ] as const;

  it.each(leaves)('"%s" at %i ms is undone exactly, up to 5 s later', (type, heldMs) => {
    const walk = holding(heldMs);
    const before = walk.state();
    walk.happen(type, HOLD_MS + heldMs);
    walk.tick(HOLD_MS + heldMs, HOLD_MS + heldMs + 5_000, 250);
    walk.happen('undone', HOLD_MS + heldMs + 5_000);
    expect(but(walk.state())).toEqual(but(before));
  });

  it.each(leaves)('"%s" at %i ms stands after 5 s', (type, heldMs) => {
    const walk = holding(heldMs);
    walk.happen(type, HOLD_MS + heldMs);
    expect(walk.happen('undone', HOLD_MS + heldMs + 5_001)).toEqual([]);
  });

  it('a hold whose touch was taken back goes on to its cues as if nothing had happened', () => {
    const walk = holding(58_000);
    walk.happen('not-easing', HOLD_MS + 58_000);
    walk.happen('undone', HOLD_MS + 62_000);
    walk.tick(HOLD_MS + 62_000, HOLD_MS + 76_000, 250);
    expect(score(walk.cues).slice(2)).toEqual(['move spot 88', 'minimum 92.25', 'move side 105']);
    expect(outcomes(walk.state())).toEqual(['slot 0: guided-to-end 75 s']);
  });

  it('another spot on the same side asks for no move back, and another side does', () => {
    const felt = (type: 'not-easing' | 'skipped'): readonly string[] => {
      const walk = holding(40_000);
      walk.happen(type, HOLD_MS + 40_000);
      const before = walk.cues.length;
      walk.happen('undone', HOLD_MS + 42_000);
      return score(walk.cues.slice(before));
    };
    expect([felt('not-easing'), felt('skipped')]).toEqual([[], ['move side 72']]);
  });

  it('a pause that was left by a skip goes on, and asks for no move', () => {
    const walk = holding(40_000);
    walk.send({ type: 'paused', why: 'wearer', atMs: HOLD_MS + 40_000 });
    walk.happen('skipped', HOLD_MS + 41_000);
    const before = walk.cues.length;
    walk.happen('undone', HOLD_MS + 42_000);
    expect(walk.state().phase.at).toBe('paused');
    expect(walk.cues.slice(before)).toEqual([]);
  });

  it('works once', () => {
    const walk = holding(40_000);
    walk.happen('skipped', HOLD_MS + 40_000);
    walk.happen('undone', HOLD_MS + 41_000);
    expect(walk.happen('undone', HOLD_MS + 42_000)).toEqual([]);
  });

  it('takes back only the last touch', () => {
    const walk = holding(40_000);
    walk.happen('skipped', HOLD_MS + 40_000);
    walk.happen('skipped', HOLD_MS + 42_000);
    walk.happen('undone', HOLD_MS + 43_000);
    expect(walk.state().slot).toBe(1);
    expect(outcomes(walk.state())).toEqual(['slot 0: skipped 40 s']);
  });
});
