/** A page that something covers, and one that the wearer leaves: what is felt, what is stored, and what counts as intended. */
import { describe, expect, it } from 'vitest';
import { CALL_PAUSE_MS } from '../../utils/core/tuning.ts';
import { createHelperLife } from '../support/helper-life.ts';
import {
  createWatchLife,
  cuesOf,
  goOn,
  startedLife,
  storedIn,
  ticking,
  type WatchLife,
} from '../support/watch-life.ts';

const HOUR_MS = 3_600_000;

/** A session `forMs` after Start; the start cue of its first hold is felt at 30 s. */
function begun(forMs: number): WatchLife {
  const life = startedLife();
  return ticking(life, forMs);
}

describe('under a call', () => {
  it('of over 15 s the hold ends at its beginning, which is stored at once, and the long pulse follows the call', () => {
    const life = begun(55_000);
    life.runner.interrupt('call');
    ticking(life, 15_250);
    expect(storedIn(life)).toMatchObject({
      phase: { at: 'paused', why: 'call' },
      tries: [{ outcome: 'interrupted', seconds: 25 }],
    });
    ticking(life, 15_000);
    expect(cuesOf(life)).toBe('start');
    life.runner.endInterrupt();
    expect(cuesOf(life)).toBe('start come-back');
  });

  it.each([HOUR_MS, -HOUR_MS, 9_000])(
    'a clock that is set by %i ms does not count as time under it',
    (byMs) => {
      const life = begun(40_000);
      life.runner.interrupt('call');
      ticking(life, 8_000);
      life.clock.setWall(life.clock.nowMs() + byMs);
      life.runner.send({ type: 'clock-jumped' });
      ticking(life, 4_000);
      life.runner.endInterrupt();
      expect(life.runner.state().phase.at).toBe('hold');
      ticking(life, 7_750);
      expect(cuesOf(life)).toBe('start');
      ticking(life, 750);
      expect(cuesOf(life)).toBe('start check');
    },
  );

  it('a helper plays nothing, because the screen is lit, and the page plays after the call', () => {
    const life = begun(55_000);
    const service = createHelperLife(life.clock, { contents: life.files.contents, port: life.helper });
    life.runner.interrupt('call');
    ticking(life, 12_000);
    life.runner.endInterrupt();
    ticking(life, 5_000);
    expect([cuesOf(life), service.haptics.played]).toEqual(['start check', []]);
  });
});

describe('the alarm under a call', () => {
  it('does not ring during one that may still end in time, because it would open the living page a second time', () => {
    const life = begun(103_000);
    life.runner.interrupt('call');
    const latestMs = life.clock.nowMs() + CALL_PAUSE_MS;
    expect(life.alarm.armedMs).toBeGreaterThan(latestMs);
  });
});

describe('a page that its wearer leaves', () => {
  /** Leaves the page, and opens the app again 5 s later. */
  function leftAndBack(life: WatchLife): WatchLife {
    life.runner.leave();
    life.clock.advance(5_000);
    const back = createWatchLife(life.clock, { contents: life.files.contents, helper: life.helper });
    goOn(back);
    return back;
  }

  it('twice is left intentionally: a pause is stored, and alarm, screen and helper are released', () => {
    const life = begun(45_000);
    life.helper.listed = true;
    const back = leftAndBack(life);
    ticking(back, 5_000);
    back.runner.leave();
    expect(storedIn(back)).toMatchObject({ phase: { at: 'paused', why: 'wearer' }, exits: 2 });
    expect([back.alarm.armedMs, back.screen.keptUntilMs, back.helper.listed]).toEqual([null, null, false]);
  });
});
