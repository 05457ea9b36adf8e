/** What a session leaves: a record, a note for the days of rest, or nothing. */
import { describe, expect, it } from 'vitest';
import { wearersDayEndMs } from '../../utils/core/schedule/calendar.ts';
import { LAST_SESSION } from '../../utils/core/stored-names.ts';
import { whatComesBeforeHome } from '../../utils/run/before-home.ts';
import { lastSession, noteSession } from '../../utils/run/last-session.ts';
import { logEndedSession } from '../../utils/run/log-ended-session.ts';
import { painBefore, recentPainBefore, savePainBefore } from '../../utils/run/pain-before.ts';
import { loadPreferences, newWatch, savePreferences } from '../../utils/run/preferences.ts';
import { createManualClock } from '../support/manual-clock.ts';
import { createWatchLife, defaultPlan, tickToEnd, type WatchLife } from '../support/watch-life.ts';

const HOUR_MS = 3_600_000;

/** A life with a session of the day before in its log and its notes, and with an answer to "pain now". */
function livedLife(): WatchLife {
  const life = createWatchLife(createManualClock());
  life.runner.start(defaultPlan());
  tickToEnd(life);
  logEndedSession(life.ports, '');
  life.clock.advance(24 * HOUR_MS);
  savePainBefore(life.store, 6, life.clock.nowMs());
  return life;
}

function tick(life: WatchLife): void {
  life.clock.advance(250);
  life.runner.send({ type: 'ticked' });
}

/** A whole session that is stopped in its first hold after this many seconds. */
function stoppedAfter(life: WatchLife, guidedS: number) {
  life.runner.start(defaultPlan());
  while (life.runner.state().phase.at !== 'hold') tick(life);
  for (let ticks = 0; ticks < guidedS * 4; ticks++) tick(life);
  life.runner.send({ type: 'stopped' });
  return logEndedSession(life.ports, '');
}

describe('a session in which nothing was guided', () => {
  const ways: readonly [string, (life: WatchLife) => void][] = [
    ['that is ended at once', () => {}],
    ['whose first hold is skipped', (life) => void life.runner.send({ type: 'skipped' })],
    [
      'whose slots are all skipped',
      (life) => {
        while (life.runner.state().phase.at !== 'ended') life.runner.send({ type: 'skipped' });
      },
    ],
  ];

  it.each(ways)('%s leaves log and notes as they were', (_how, act) => {
    const life = livedLife();
    const before = [life.sessionLog.tail(), life.store.load(LAST_SESSION)];
    life.runner.start(defaultPlan());
    act(life);
    life.runner.send({ type: 'stopped' });
    expect(logEndedSession(life.ports, '')).toMatchObject({ stored: true, seq: null });
    expect([life.sessionLog.tail(), life.store.load(LAST_SESSION)]).toEqual(before);
  });

  it.each(ways)('%s keeps the pain answer for the next Start of the day, and no longer', (_how, act) => {
    const life = livedLife();
    life.runner.start(defaultPlan());
    act(life);
    life.runner.send({ type: 'stopped' });
    logEndedSession(life.ports, '');
    const dayEndMs = wearersDayEndMs(life.clock.nowMs(), life.clock.zoneOffsetMin());
    expect(painBefore(life.store)).toBe(6);
    expect(recentPainBefore(life.store, dayEndMs - 1)).toBe(6);
    expect(recentPainBefore(life.store, dayEndMs)).toBeNull();
    expect(stoppedAfter(life, 40)?.record.painBefore).toBe(6);
    expect(painBefore(life.store)).toBeNull();
  });
});

describe('the record', () => {
  it.each([
    ['', [false, false, false]],
    ['p', [false, false, true]],
    ['s', [true, false, false]],
    ['ap', [false, true, true]],
    ['psa', [true, true, true]],
  ])(
    'says in the letters "%s" which of helper, alarm and page protected the session',
    (letters, expected) => {
      const life = createWatchLife(createManualClock());
      life.runner.start(defaultPlan());
      tickToEnd(life);
      const { standby, alarm, screen } = logEndedSession(life.ports, letters)?.record.protection ?? {};
      expect([standby, alarm, screen]).toEqual(expected);
    },
  );
});

describe('the words for each cue', () => {
  const isTaught = ({ store, ports }: WatchLife): boolean => loadPreferences(store, ports.report).coachDone;

  it('stay after a session that was stopped', () => {
    const life = createWatchLife(createManualClock());
    savePreferences(life.store, newWatch);
    stoppedAfter(life, 40);
    expect(isTaught(life)).toBe(false);
  });

  it('end with the first whole session, whatever comes later', () => {
    const life = createWatchLife(createManualClock());
    savePreferences(life.store, newWatch);
    life.runner.start(defaultPlan());
    tickToEnd(life);
    logEndedSession(life.ports, '');
    expect(isTaught(life)).toBe(true);
    stoppedAfter(life, 40);
    expect(isTaught(life)).toBe(true);
  });
});

describe('days of rest', () => {
  it.each([
    [29, 1],
    [30, 2],
  ])('after %i seconds on the spot are counted from record %i', (guidedS, seq) => {
    const life = livedLife();
    expect(stoppedAfter(life, guidedS)).toMatchObject({ stored: true, seq: 2 });
    expect(lastSession(life.store)?.seq).toBe(seq);
  });
});

describe('the question about the morning', () => {
  const preferences = {
    ...newWatch,
    safetySeen: true,
    helper: 'refused' as const,
    planSummary: {} as NonNullable<(typeof newWatch)['planSummary']>,
  };
  const comesNext = (life: WatchLife) => whatComesBeforeHome(life, preferences, 'launch', false);

  it('comes at any launch until it is answered, at any hour, days later too', () => {
    const life = livedLife();
    for (let day = 0; day < 5; day++) {
      expect(comesNext(life)).toBe('morning-question');
      life.clock.advance(29 * HOUR_MS);
    }
    const last = lastSession(life.store);
    if (last !== null) noteSession(life.store, { ...last, morning: 'same' });
    expect(comesNext(life)).toBeNull();
  });

  it('does not come again after it was skipped, until there is another session', () => {
    const life = livedLife();
    const last = lastSession(life.store);
    if (last !== null) noteSession(life.store, { ...last, isMorningSkipped: true });
    life.clock.advance(24 * HOUR_MS);
    expect(comesNext(life)).toBeNull();
    stoppedAfter(life, 40);
    expect(comesNext(life)).toBeNull();
    life.clock.advance(24 * HOUR_MS);
    expect(comesNext(life)).toBe('morning-question');
  });

  it('is not asked about a session that has no number on this watch', () => {
    const life = livedLife();
    noteSession(life.store, {
      startedAtMs: life.clock.nowMs() - 20 * HOUR_MS,
      zoneOffsetMin: 0,
      morning: null,
      seq: 0,
    });
    expect(comesNext(life)).toBeNull();
  });
});
