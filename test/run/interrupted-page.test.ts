/** A page that something is in front of, and one that is left: what is felt, what is stored, and what counts as meant. */
import { describe, expect, it } from 'vitest';
import { OPEN_SESSION } from '../../utils/core/stored-names.ts';
import { CALL_ALARM_MS, CALL_PAUSE_MS } from '../../utils/core/tuning.ts';
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
  it('nothing is felt, and what came due is felt once, after it', () => {
    const life = begun(55_000);
    life.runner.interrupt('call');
    ticking(life, 10_000);
    expect(cuesOf(life)).toBe('start');
    life.runner.endInterrupt();
    ticking(life, 1_000);
    expect(cuesOf(life)).toBe('start check');
  });

  it('of over 15 s the hold ends where it began, at once and stored, and the long pulse follows it', () => {
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

  it('another that comes meanwhile does not begin the 15 s anew', () => {
    const life = begun(55_000);
    life.runner.interrupt('call');
    ticking(life, 10_000);
    life.runner.interrupt('call');
    ticking(life, 6_000);
    expect(storedIn(life).phase.at).toBe('paused');
  });

  it('an end that comes twice is no second end', () => {
    const life = begun(55_000);
    life.runner.interrupt('call');
    ticking(life, 20_000);
    life.runner.endInterrupt();
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

  it('what a helper plays is taken over, so that it is not felt again', () => {
    const life = begun(55_000);
    const service = createHelperLife(life.clock, { contents: life.files.contents, port: life.helper });
    life.runner.interrupt('call');
    ticking(life, 12_000);
    life.runner.endInterrupt();
    ticking(life, 5_000);
    expect([cuesOf(life), service.haptics.played.map((cue) => cue.name)]).toEqual(['start', ['check']]);
  });
});

describe('the alarm under a call', () => {
  it('does not ring into one that may still end in time: the page is there, and would be opened over itself', () => {
    const life = begun(103_000);
    life.runner.interrupt('call');
    const latestMs = life.clock.nowMs() + CALL_PAUSE_MS;
    expect(life.alarm.armedMs).toBeGreaterThan(latestMs);
  });

  it('brings a page back that dies under it', () => {
    const life = begun(103_000);
    life.runner.interrupt('call');
    expect(life.alarm.armedMs).toBeLessThanOrEqual(life.clock.nowMs() + CALL_ALARM_MS + 1_000);
  });

  it('is not put forward by it', () => {
    const life = begun(40_000);
    const before = life.alarm.armedMs;
    life.runner.interrupt('call');
    expect(life.alarm.armedMs).toBe(before);
  });

  it('is back at the slot’s end when the call ends', () => {
    const life = begun(103_000);
    const before = life.alarm.armedMs;
    life.runner.interrupt('call');
    ticking(life, 2_000);
    life.runner.endInterrupt();
    expect(life.alarm.armedMs).toBe(before);
  });

  it('stays as it is where the screen goes dark: that page may be ended', () => {
    const life = begun(103_000);
    const before = life.alarm.armedMs;
    life.runner.interrupt('dark-screen');
    expect(life.alarm.armedMs).toBe(before);
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

  it('once has slipped: the session stands, and so does the alarm', () => {
    const life = begun(45_000);
    life.runner.leave();
    expect(storedIn(life)).toMatchObject({ phase: { at: 'hold' }, exits: 1 });
    expect(life.alarm.armedMs).not.toBeNull();
    const back = leftAndBack(begun(45_000));
    expect(back.runner.state().phase.at).toBe('hold');
  });

  it('twice has meant it: a pause is stored, alarm, screen and helper are given back', () => {
    const life = begun(45_000);
    life.helper.listed = true;
    const back = leftAndBack(life);
    ticking(back, 5_000);
    back.runner.leave();
    expect(storedIn(back)).toMatchObject({ phase: { at: 'paused', why: 'wearer' }, exits: 2 });
    expect([back.alarm.armedMs, back.screen.keptUntilMs, back.helper.listed]).toEqual([null, null, false]);
  });

  it('is asked whether to go on when the app is opened again after that', () => {
    const life = leftAndBack(begun(45_000));
    const back = leftAndBack(ticking(life, 5_000));
    expect(back.runner.state().phase.at).toBe('paused');
  });

  it('with the screen dark or under a call has not left it', () => {
    const life = begun(45_000);
    life.runner.interrupt('call');
    life.runner.leave();
    expect(storedIn(life).exits).toBeUndefined();
  });

  it('after its end leaves it ended', () => {
    const life = begun(45_000);
    life.runner.send({ type: 'stopped' });
    const text = life.store.load(OPEN_SESSION);
    life.runner.leave();
    expect(life.store.load(OPEN_SESSION)).toBe(text);
  });
});
