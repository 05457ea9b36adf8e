/** The runner beside a helper and over the alarm net: who plays, what is taken over, what is given back. */
import { describe, expect, it } from 'vitest';
import { decodeSnapshot } from '../../utils/core/session/snapshot.ts';
import { stepAwake } from '../../utils/core/session/step.ts';
import { OPEN_SESSION } from '../../utils/core/stored-names.ts';
import { ALARM_GRACE_MS } from '../../utils/core/tuning.ts';
import { leaveHelperReport } from '../../utils/run/helper-report.ts';
import { createManualClock } from '../support/manual-clock.ts';
import {
  createWatchLife,
  cuesOf,
  defaultPlan,
  startedLife,
  storedIn,
  TICK_MS,
  ticking,
  type WatchLife,
} from '../support/watch-life.ts';

describe('beside a listed helper', () => {
  /** A session 30 s after Start, its page late by `lateMs` for the start cue. */
  function late(lateMs: number, isListed = true): WatchLife {
    const life = createWatchLife(createManualClock());
    life.helper.listed = isListed;
    life.runner.start(defaultPlan());
    life.clock.advance(29_750);
    life.runner.send({ type: 'ticked' });
    life.clock.advance(250 + lateMs);
    life.runner.send({ type: 'ticked' });
    return life;
  }

  it.each([0, 1_000, 1_499])('a page that is %i ms late plays the cue', (lateMs) => {
    const life = late(lateMs);
    expect([cuesOf(life), life.runner.state().phase.at]).toEqual(['start', 'hold']);
  });

  it.each([1_500, 2_500, 2_999])(
    'a page that is %i ms late leaves the cue to it, and stores nothing',
    (lateMs) => {
      const life = late(lateMs);
      expect([cuesOf(life), life.runner.state().phase.at, life.files.writes.length]).toEqual([
        '',
        'position',
        1,
      ]);
    },
  );

  it('a page takes the cue for played 3 s after it was due, and stores that', () => {
    const life = ticking(late(1_500), 1_500);
    expect(cuesOf(life)).toBe('');
    const phase = { at: 'hold', sinceMs: life.clock.nowMs(), lateMs: 3_000 };
    expect(life.runner.state().phase).toMatchObject(phase);
    const stored = decodeSnapshot(life.store.load(OPEN_SESSION));
    expect(stored.ok && stored.value.state.phase).toMatchObject(phase);
  });

  it.each([3_000, 5_000, 14_000])(
    'a page that has stalled for %i ms gives it the time of one look',
    (lateMs) => {
      const life = ticking(late(lateMs), 1_250);
      expect([cuesOf(life), life.runner.state().phase.at, life.files.writes.length]).toEqual([
        '',
        'position',
        1,
      ]);
      ticking(life, 250);
      expect([cuesOf(life), life.runner.state().phase.at]).toEqual(['', 'hold']);
    },
  );

  it('a page that has stalled takes its word for it at once', () => {
    const life = late(-1_000);
    const { state, clock } = { state: life.runner.state(), clock: life.clock };
    clock.advance(9_000);
    const [told] = stepAwake(state, { type: 'ticked', atMs: clock.nowMs() - 5_000 });
    leaveHelperReport(life.store, storedIn(life).seenMs, told);
    life.runner.send({ type: 'ticked' });
    expect([cuesOf(life), life.runner.state().phase]).toEqual(['', told.phase]);
    expect(storedIn(life).phase).toEqual(told.phase);
  });

  it('a page that is late without one plays the cue itself', () => {
    expect(cuesOf(late(5_000, false))).toBe('start');
  });

  it('a clock that is found an hour on is no hour guided', () => {
    const life = late(3_600_000);
    expect([cuesOf(life), life.runner.state().tries]).toEqual(['start', []]);
  });

  it('a clock that is told to be an hour on moves the cue with it', () => {
    const life = late(-1_000);
    life.clock.setWall(life.clock.nowMs() + 3_600_000);
    life.runner.send({ type: 'clock-jumped' });
    expect([cuesOf(life), life.runner.state().phase.at]).toEqual(['', 'position']);
  });

  it('a touch in the time that is the helper’s is taken at once', () => {
    const life = late(2_000);
    life.runner.send({ type: 'more-time' });
    expect(life.haptics.confirmed).toBe(2);
    expect(life.runner.state().phase).toMatchObject({ at: 'position', untilMs: life.clock.nowMs() + 18_000 });
  });

  it('a touch after it means what the helper has brought about', () => {
    const life = ticking(late(1_500), 2_250);
    life.clock.advance(250);
    life.runner.send({ type: 'not-easing' });
    expect(life.runner.state().tries).toMatchObject([{ slot: 0, outcome: 'not-easing', seconds: 1 }]);
  });

  it('what it has brought about moves the alarm on, and keeps the screen on', () => {
    const life = late(0);
    life.clock.advance(74_000);
    life.runner.send({ type: 'ticked' });
    life.clock.advance(5_000);
    ticking(life, 1_750);
    expect(life.runner.state()).toMatchObject({ slot: 1, phase: { at: 'position' } });
    expect(life.alarm.armedMs).toBe(
      Math.ceil((life.runner.state().phase.untilMs + 75_000 + ALARM_GRACE_MS) / 1_000) * 1_000,
    );
    expect(life.screen.keptUntilMs ?? 0).toBeGreaterThan(life.clock.nowMs() + 60_000);
  });

  it('an end that it has brought about gives screen and alarm back, and does not cut its last cue short', () => {
    const life = startedLife();
    while (life.runner.state().beats < 10) {
      life.clock.advance(250);
      life.runner.send({ type: 'ticked' });
    }
    life.helper.listed = true;
    const lifeCues = cuesOf(life);
    life.clock.advance(life.runner.state().phase.untilMs + 3_000 - life.clock.nowMs());
    ticking(life, 2_000);
    expect(life.runner.state().phase).toMatchObject({ at: 'ended', how: 'done' });
    expect([life.screen.keptUntilMs, life.alarm.armedMs, life.helper.stops]).toEqual([null, null, 0]);
    expect(cuesOf(life)).toBe(lifeCues);
  });

  it('a state that could not be stored ends it: it would play again what has been played', () => {
    const life = createWatchLife(createManualClock());
    life.helper.listed = true;
    life.runner.start(defaultPlan());
    life.files.fault = { kind: 'refuses' };
    life.clock.advance(30_000);
    life.runner.send({ type: 'ticked' });
    expect([cuesOf(life), life.helper.listed]).toEqual(['start', false]);
  });
});

describe('the alarm net', () => {
  it('is armed for some seconds after the end of the slot in hand, all through the session, and given back at its end', () => {
    const life = startedLife();
    while (life.runner.state().phase.at !== 'ended') {
      const aheadMs = (life.alarm.armedMs ?? 0) - life.clock.nowMs();
      // A plan does not count the two seconds that follow the last lift.
      expect(aheadMs).toBeGreaterThanOrEqual(ALARM_GRACE_MS - 2_000);
      expect(aheadMs).toBeLessThanOrEqual(30_000 + 75_000 + ALARM_GRACE_MS + 1_000);
      life.clock.advance(TICK_MS);
      life.runner.send({ type: 'ticked' });
    }
    expect(life.alarm.armedMs).toBeNull();
  });

  it('is given back where the wearer stops', () => {
    const life = startedLife();
    life.runner.send({ type: 'stopped' });
    expect(life.alarm.armedMs).toBeNull();
  });
});
