/** Who plays a cue while a helper is listed, and what the page takes for played. */
import { describe, expect, it } from 'vitest';
import {
  isHelpersTurn,
  isOnlyRebased,
  takenOverByHelper,
} from '../../../utils/core/session/helper-handover.ts';
import type { SessionState } from '../../../utils/core/session/state.ts';
import { planWith, START_MS } from '../../support/arbitraries.ts';
import { outcomes, startWalk, walkFrom } from './walk.ts';

const begun = startWalk(planWith()).stored();
/** When the first start cue is due. */
const DUE_MS = START_MS + 30_000;

describe('a due cue is', () => {
  it.each([
    [-1, false],
    [0, false],
    [1_499, false],
    [1_500, true],
    [60_000, true],
  ])('%i ms after its time the helper’s: %s', (lateMs, isIts) => {
    expect(isHelpersTurn(begun, DUE_MS + lateMs)).toBe(isIts);
  });

  it('nobody’s once the session has ended', () => {
    const walk = startWalk(planWith());
    walk.happen('stopped', START_MS + 1_000);
    expect(isHelpersTurn(walk.state(), START_MS + 600_000)).toBe(false);
  });
});

describe('what the helper has played', () => {
  it.each([-1, 0, 1_500, 2_999])('is nothing %i ms after the time of the next cue', (lateMs) => {
    expect(takenOverByHelper(begun, DUE_MS + lateMs)).toBe(begun);
  });

  it('counts from 2.7 s after its time, as the helper counts it, and its lateness is kept', () => {
    expect(takenOverByHelper(begun, DUE_MS + 3_000)).toMatchObject({
      seenMs: DUE_MS + 2_700,
      phase: { at: 'hold', sinceMs: DUE_MS + 2_700, lateMs: 2_700 },
    });
  });

  it('is the same whether it is taken over at once or bit by bit', () => {
    for (let endS = 30; endS < 700; endS += 13) {
      let bitByBit = begun;
      for (let atS = 0; atS < endS; atS += 1) bitByBit = takenOverByHelper(bitByBit, START_MS + atS * 1_000);
      const endMs = START_MS + (endS - 1) * 1_000;
      expect(bitByBit).toEqual(takenOverByHelper(begun, endMs));
    }
  });

  it('is the whole session, credited to its end, where nobody else was there', () => {
    const ended = takenOverByHelper(begun, START_MS + 700_000);
    expect(ended).toMatchObject({ phase: { at: 'ended', how: 'done' }, beats: 10 });
    expect(outcomes(ended)).toEqual([0, 1, 2, 3].map((slot) => `slot ${slot}: guided-to-end 75 s`));
  });

  it('of a pause that nobody comes back to is its end after 30 minutes', () => {
    const walk = walkFrom(begun);
    walk.send({ type: 'paused', why: 'wearer', atMs: START_MS + 5_000 });
    expect(takenOverByHelper(walk.state(), START_MS + 3_600_000).phase).toMatchObject({
      at: 'ended',
      how: 'left',
    });
  });
});

describe('a session that is stored anew', () => {
  const HOUR_MS = 3_600_000;
  const rebased = (times: number): SessionState => {
    const walk = walkFrom(begun);
    for (let jump = 0; jump < times; jump++) walk.happen('clock-jumped', START_MS + 10_000 + jump * HOUR_MS);
    return walk.stored();
  };

  it.each([1, 2])('has only its clock changed where that was set %i times', (times) => {
    expect(isOnlyRebased(begun, rebased(times))).toBe(true);
  });

  it('has more changed where the wearer has touched it as well', () => {
    const walk = walkFrom(rebased(1));
    walk.happen('more-time', START_MS + 10_500);
    expect(isOnlyRebased(begun, walk.stored())).toBe(false);
  });

  it('has no changed clock where it is the same, or a cue further', () => {
    const walk = walkFrom(begun);
    walk.happen('ticked', DUE_MS);
    expect([isOnlyRebased(begun, begun), isOnlyRebased(begun, walk.stored())]).toEqual([false, false]);
  });
});
