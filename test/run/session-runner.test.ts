/** The runner: what it plays and stores, alone, beside a helper and with the alarm net, and what it resumes. */
import { describe, expect, it } from 'vitest';
import { crc32 } from '../../utils/core/base/crc32.ts';
import { decodeSnapshot } from '../../utils/core/session/snapshot.ts';
import { OPEN_SESSION } from '../../utils/core/stored-names.ts';
import { ALARM_GRACE_MS, CALL_ALARM_MS } from '../../utils/core/tuning.ts';
import { createReportWriter, nextStepText } from '../../utils/run/helper-report.ts';
import { usualStyle } from '../support/cue-style.ts';
import { begun } from '../support/helper-beside-page.ts';
import { createManualClock } from '../support/manual-clock.ts';
import {
  createWatchLife,
  cuesOf,
  defaultPlan,
  goOn,
  launch,
  startedLife,
  storedIn,
  TICK_MS,
  tickToEnd,
  type WatchLife,
} from '../support/watch-life.ts';

const HOLD = 'start check minimum';
const BEATS = Array.from({ length: 10 }, () => 'beat').join(' ');
const DEFAULT_CUES = `${HOLD} move:side ${HOLD} move:step ${HOLD} move:side ${HOLD} move:step start ${BEATS} done`;

function cues(life: WatchLife): string {
  return life.haptics.played.map((cue) => (cue.to === null ? cue.name : `${cue.name}:${cue.to}`)).join(' ');
}

describe('a whole default session', () => {
  it('has each state in storage before its cue is felt', () => {
    let checked = 0;
    const life: WatchLife = createWatchLife(createManualClock(), {
      onPlay() {
        const stored = decodeSnapshot(life.store.load(OPEN_SESSION));
        expect(stored.ok ? stored.value.state : stored.failure).toEqual(life.runner.state());
        checked++;
      },
    });
    life.runner.start(defaultPlan());
    tickToEnd(life);
    expect(checked).toBe(DEFAULT_CUES.split(' ').length);
  });

  it('keeps the page alive to its end, and no longer', () => {
    const clock = createManualClock();
    const life = createWatchLife(clock);
    life.runner.start(defaultPlan());
    while (life.runner.state().phase.at !== 'ended') {
      expect(life.screen.keptUntilMs ?? 0).toBeGreaterThan(clock.nowMs() + TICK_MS);
      clock.advance(TICK_MS);
      life.runner.send({ type: 'ticked' });
    }
    expect(life.screen.keptUntilMs).toBeNull();
  });

  it('is guided to the end if storage refuses every write, and each refusal is reported', () => {
    const life = createWatchLife(createManualClock(), { fault: { kind: 'refuses' } });
    life.runner.start(defaultPlan());
    tickToEnd(life);
    expect(cues(life)).toBe(DEFAULT_CUES);
    expect(new Set(life.lines)).toEqual(new Set(['open: could not be stored']));
  });

  it('does not repeat a cue during a call, but does while the screen is dark', () => {
    const life = startedLife();
    life.runner.interrupt('dark-screen');
    expect(life.haptics.dropped).toBe(0);
    life.runner.endInterrupt();
    life.runner.interrupt('call');
    expect(life.haptics.dropped).toBe(1);
  });

  it('writes nothing between two cues', () => {
    const life = startedLife();
    tickToEnd(life);
    // The start of the session, then one write for each cue, and one more for its end.
    expect(life.files.writes).toHaveLength(2 + DEFAULT_CUES.split(' ').length);
  });
});

describe('the last seconds before a slot', () => {
  it.each([
    ['felt', 3],
    ['seen', 0],
  ] as const)('which are to be %s give %i ticks', (leadIn, ticks) => {
    const life = createWatchLife(createManualClock(), { style: { ...usualStyle, leadIn } });
    life.runner.start(defaultPlan());
    while (life.runner.state().phase.at === 'position') {
      life.clock.advance(TICK_MS);
      life.runner.send({ type: 'ticked' });
    }
    expect(life.haptics.ticks).toBe(ticks);
  });
});

describe('going on with a stored session', () => {
  it.each([
    [
      'of another version',
      '{"version":9,"state":{}}',
      'open: snapshot/version: the stored session is of version 9, not 1: kept',
    ],
    ['that is no snapshot', 'rubbish', 'open: snapshot: the stored session is not readable: kept'],
    [
      'whose state is null',
      '{"version":1,"state":null}',
      'open: snapshot: the stored session is not readable: kept',
    ],
  ])('sets aside one %s with a sentence, once', (_, text, told) => {
    const clock = createManualClock();
    const life = createWatchLife(clock);
    life.store.save(OPEN_SESSION, text);
    expect([life.resume(), life.runner.load()]).toEqual([{ to: 'home' }, null]);
    expect(life.lines).toEqual([told]);
    const next = createWatchLife(clock, { contents: life.files.contents });
    expect(next.resume()).toEqual({ to: 'home' });
    expect(next.lines).toEqual([]);
  });

  it('drops a damaged one with a sentence, and starts anew', () => {
    const life = createWatchLife(createManualClock());
    life.files.contents.set('open-a', new Uint8Array(40));
    life.files.contents.set('open-b', new Uint8Array(5));
    expect(life.resume()).toEqual({ to: 'home' });
    expect(life.lines).toEqual(['open: what was stored is damaged']);
    expect(launch(life)?.phase.at).toBe('position');
    expect(goOn(createWatchLife(life.clock, { contents: life.files.contents }))).not.toBeNull();
  });

  it('leaves an ended session as it is and plays nothing', () => {
    const clock = createManualClock();
    const first = createWatchLife(clock);
    first.runner.start(defaultPlan());
    const ended = first.runner.send({ type: 'stopped' });
    clock.advance(3_600_000);
    const second = createWatchLife(clock, { contents: first.files.contents });
    expect(second.resume()).toEqual({ to: 'summary' });
    expect(second.runner.load()).toBeNull();
    const stored = decodeSnapshot(second.store.load(OPEN_SESSION));
    expect(stored.ok && stored.value.state).toEqual(ended);
    expect([second.alarm.armedMs, second.screen.keptUntilMs]).toEqual([null, null]);
    expect(cues(second)).toBe('');
  });

  it('is needed before anything is sent', () => {
    const life = createWatchLife(createManualClock());
    expect(() => life.runner.send({ type: 'ticked' })).toThrow('no session');
    expect(() => life.runner.state()).toThrow('no session');
  });
});

describe('beside a helper', () => {
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

  it.each([
    [1_000, true],
    [1_500, true],
    [5_000, true],
    [14_000, true],
    [14_000, false],
  ])('a lit page that is %i ms late plays the cue; the helper is listed: %s', (lateMs, isListed) => {
    const life = late(lateMs, isListed);
    expect([cuesOf(life), storedIn(life).phase.at]).toEqual(['start', 'hold']);
  });

  it('a page that was gone believes what the helper reports to have played', () => {
    const life = late(-1_000);
    life.clock.advance(9_000);
    const seenMs = life.clock.nowMs() - 5_000;
    const ofMs = storedIn(life).seenMs;
    createReportWriter(life.files, crc32)(ofMs, seenMs, nextStepText(seenMs - ofMs));
    life.runner.send({ type: 'ticked' });
    expect([cuesOf(life), storedIn(life).phase]).toEqual(['', life.runner.state().phase]);
    expect(storedIn(life).phase).toMatchObject({ at: 'hold', sinceMs: seenMs });
  });

  it('a wearer who leaves the page a second time ends the helper, and once does not', () => {
    const life = startedLife();
    life.helper.listed = true;
    life.runner.leave();
    const once = life.helper.listed;
    life.runner.leave();
    expect([once, life.helper.listed, life.lines]).toEqual([true, false, []]);
  });

  it('a state that could not be stored ends the helper, which would otherwise play cues again', () => {
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
  it('is never due at once when a page opens, whatever the helper has reported, because it would open the page over and over', () => {
    let opened = 0;
    for (let openedS = 20; openedS <= 150; openedS++) {
      for (const deadS of [0, 7, 9, 14]) {
        const { page, service } = begun(1, true);
        page.clock.advance((openedS - deadS) * 1_000);
        service.end();
        page.clock.advance(deadS * 1_000);
        const next = createWatchLife(page.clock, { contents: page.files.contents });
        if (next.resume().to !== 'session' || next.runner.load() === null) continue;
        opened++;
        const aheadMs = (next.alarm.armedMs ?? Number.POSITIVE_INFINITY) - page.clock.nowMs();
        expect(
          aheadMs,
          `opened ${openedS} s after Start, ${deadS} s after the helper's end`,
        ).toBeGreaterThanOrEqual(10_000);
      }
    }
    expect(opened).toBeGreaterThan(500);
  });

  it('is put off under a call that begins just before it, and comes back as the call ends', () => {
    const life = startedLife();
    while (life.runner.state().phase.untilMs - life.clock.nowMs() > 500) {
      life.clock.advance(TICK_MS);
      life.runner.send({ type: 'ticked' });
    }
    const before = life.alarm.armedMs;
    life.clock.advance(ALARM_GRACE_MS + 74_000);
    life.runner.send({ type: 'ticked' });
    life.runner.interrupt('call');
    const aheadMs = (life.alarm.armedMs ?? 0) - life.clock.nowMs();
    expect(aheadMs).toBeGreaterThanOrEqual(CALL_ALARM_MS);
    expect(life.alarm.armedMs).not.toBe(before);
  });

  it('is armed for some seconds after the end of the current slot, all through the session, and cancelled at its end', () => {
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
});
