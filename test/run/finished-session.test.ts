import { describe, expect, it } from 'vitest';
import { decodeRecord } from '../../utils/core/log/decode.ts';
import { encodeSession } from '../../utils/core/log/encode.ts';
import { makeRecord } from '../../utils/core/log/make-record.ts';
import type { Plan } from '../../utils/core/routine/plan.ts';
import { OPEN_SESSION } from '../../utils/core/stored-names.ts';
import { finishSession } from '../../utils/run/finished-session.ts';
import { createManualClock } from '../support/manual-clock.ts';
import { PowerLoss } from '../support/memory-files.ts';
import { createRecordingReport } from '../support/recording-report.ts';
import {
  createWatchLife,
  defaultPlan,
  startedLife,
  ticking,
  tickToEnd,
  type WatchLife,
} from '../support/watch-life.ts';

/** The default plan under the name of a routine that has no code in the log. */
function spelledPlan(): Plan {
  return { ...defaultPlan(), routine: 'calf-and-hip-stretch' };
}

function endedLife(plan = defaultPlan(), unreadable: readonly string[] = []): WatchLife {
  const life = createWatchLife(createManualClock());
  for (const name of unreadable) {
    life.files.unreadable.add(name);
    life.files.contents.set(name, new Uint8Array(0));
  }
  // As home has done before a session.
  life.sessionLog.installId();
  life.runner.start(plan);
  tickToEnd(life);
  return life;
}

describe('finishing a session', () => {
  it('appends its record to the log and closes it', () => {
    const life = endedLife();
    const record = makeRecord(life.runner.state());
    expect(finishSession(life.store, life.sessionLog)).toEqual({ record, stored: true, seq: 1 });
    expect(life.sessionLog.framesFrom(1).map(decodeRecord)).toEqual([{ ok: true, value: record }]);
    expect(life.store.load(OPEN_SESSION)).toBe('');
  });

  it('twice appends its record once', () => {
    const life = endedLife();
    finishSession(life.store, life.sessionLog);
    expect(finishSession(life.store, life.sessionLog)).toBeNull();
    expect(life.sessionLog.tail()).toBe(1);
  });

  it('appends once although it could not be closed', () => {
    const life = endedLife();
    // The append, its mark, then the closing.
    const clearing = life.files.writes.length + 2;
    life.files.fault = { kind: 'dies', atWrite: clearing, keptBytes: 4 };
    expect(() => finishSession(life.store, life.sessionLog)).toThrow(PowerLoss);
    const next = createWatchLife(life.clock, { contents: life.files.contents });
    expect(finishSession(next.store, next.sessionLog)?.stored).toBe(true);
    expect(next.sessionLog.tail()).toBe(1);
  });

  it('keeps it open and says so if the log refuses it, and logs it at the next launch', () => {
    const life = endedLife();
    life.files.fault = { kind: 'refuses' };
    expect(finishSession(life.store, life.sessionLog)).toMatchObject({ stored: false });
    expect(life.lines).toEqual(['log: the session could not be stored', 'kept: could not be stored']);
    const next = createWatchLife(life.clock, { contents: life.files.contents });
    expect(finishSession(next.store, next.sessionLog)?.stored).toBe(true);
    expect(next.sessionLog.tail()).toBe(1);
  });

  it('whose end could not be stored at first is never continued once it is in the log, wherever the power fails', () => {
    for (let atWrite = 0; atWrite < 5; atWrite++) {
      const life = createWatchLife(createManualClock());
      life.sessionLog.installId();
      life.runner.start(defaultPlan());
      while (life.runner.state().beats < 9) {
        life.clock.advance(500);
        life.runner.send({ type: 'ticked' });
      }
      life.files.fault = { kind: 'refuses' };
      tickToEnd(life);
      life.files.fault = { kind: 'dies', atWrite: life.files.writes.length + atWrite, keptBytes: 0 };
      expect(() => finishSession(life.store, life.sessionLog)).toThrow(PowerLoss);
      const next = createWatchLife(life.clock, { contents: life.files.contents });
      const isLogged = next.sessionLog.tail() > 0;
      expect(isLogged && next.resume().to === 'session', `write ${atWrite}`).toBe(false);
    }
  });

  it('that is in the log is not logged again from an older state of it, which has another ending', () => {
    const life = createWatchLife(createManualClock());
    life.runner.start(defaultPlan());
    while (life.runner.state().beats < 5) {
      life.clock.advance(500);
      life.runner.send({ type: 'ticked' });
    }
    const older = life.store.load(OPEN_SESSION);
    tickToEnd(life);
    finishSession(life.store, life.sessionLog);
    life.store.save('kept', older);
    finishSession(life.store, life.sessionLog);
    expect([life.sessionLog.tail(), life.store.load('kept')]).toEqual([1, '']);
  });

  it('that was logged as left is not logged again from an older state of it', () => {
    const life = startedLife();
    const older = ticking(life, 200_000).store.load(OPEN_SESSION);
    const newer = ticking(life, 10_000).store.load(OPEN_SESSION);
    life.store.save(OPEN_SESSION, '');
    for (const kept of [newer, older]) {
      life.store.save('kept', kept);
      finishSession(life.store, life.sessionLog);
      expect([life.sessionLog.tail(), life.store.load('kept')]).toEqual([1, '']);
    }
  });

  it('keeps nothing beside it if the log refuses it', () => {
    const life = endedLife();
    const ended = life.store.load(OPEN_SESSION);
    life.files.fault = { kind: 'refuses', only: 'log' };
    finishSession(life.store, life.sessionLog);
    expect(life.store.load('kept')).toBe(ended);
  });

  it('logs it although its number was taken by a frame without a record', () => {
    const life = endedLife();
    life.sessionLog.reserve(1);
    expect(finishSession(life.store, life.sessionLog)?.stored).toBe(true);
    const last = life.sessionLog.framesFrom(2)[0];
    expect(last?.body).toEqual(encodeSession(makeRecord(life.runner.state())));
  });

  it.each([
    ['the routine that has a code', defaultPlan()],
    ['a routine that is spelled', spelledPlan()],
  ])('of %s does not lose it to the next one if the log refuses it, and both are logged later', (_, plan) => {
    const life = endedLife(plan, ['log0']);
    const first = makeRecord(life.runner.state());
    expect(finishSession(life.store, life.sessionLog)).toMatchObject({ stored: false });
    life.clock.advance(60_000);
    life.runner.start(plan);
    tickToEnd(life);
    const second = makeRecord(life.runner.state());
    expect(finishSession(life.store, life.sessionLog)).toMatchObject({ stored: false });
    life.files.unreadable.clear();
    const next = createWatchLife(life.clock, { contents: life.files.contents });
    expect(finishSession(next.store, next.sessionLog)).toMatchObject({ stored: true });
    const logged = next.sessionLog.framesFrom(1).map(decodeRecord);
    expect(logged).toHaveLength(2);
    expect(logged).toContainEqual({ ok: true, value: first });
    expect(logged).toContainEqual({ ok: true, value: second });
    expect([next.store.load('kept'), finishSession(next.store, next.sessionLog)]).toEqual(['', null]);
  });

  it('in which nothing was guided leaves no record, and closes it', () => {
    const life = startedLife();
    life.runner.send({ type: 'stopped' });
    expect(finishSession(life.store, life.sessionLog)?.stored).toBe(true);
    expect([life.sessionLog.tail(), life.store.load(OPEN_SESSION)]).toEqual([0, '']);
  });

  it('that still runs, is missing or cannot be read does nothing', () => {
    const life = createWatchLife(createManualClock());
    expect(finishSession(life.store, life.sessionLog)).toBeNull();
    life.runner.start(defaultPlan());
    expect(finishSession(life.store, life.sessionLog)).toBeNull();
    life.store.save(OPEN_SESSION, '{"version":1,"state":null,"seq":1}');
    expect(finishSession(life.store, life.sessionLog)).toBeNull();
    expect(life.sessionLog.tail()).toBe(0);
  });

  it('that another version kept leaves it as it is, and one that can be read again is closed and logged once', () => {
    const life = startedLife();
    for (let ticks = 0; ticks < 300; ticks++) {
      life.clock.advance(500);
      life.runner.send({ type: 'ticked' });
    }
    const open = life.store.load(OPEN_SESSION);
    const later = open.replace('"version":1', '"version":2');
    life.store.save('kept', `${later}\n${open}`);
    life.store.save(OPEN_SESSION, '');
    for (let launches = 0; launches < 2; launches++) finishSession(life.store, life.sessionLog);
    expect(life.store.load('kept')).toBe(later);
    expect(life.sessionLog.framesFrom(1).map(decodeRecord)).toMatchObject([
      { ok: true, value: { how: 'left', holds: [{ outcome: 'guided-to-end' }] } },
    ]);
  });

  it('keeps the newest eight that wait for the log, and reports the loss of an older one', () => {
    const life = createWatchLife(createManualClock());
    const { report, lines } = createRecordingReport();
    const later = Array.from({ length: 9 }, (_, at) => `{"version":2,"state":{"at":${at}}}`);
    life.store.save('kept', later.join('\n'));
    finishSession(life.store, life.sessionLog, undefined, report);
    finishSession(life.store, life.sessionLog, undefined, report);
    expect(life.store.load('kept')).toBe(later.slice(1).join('\n'));
    expect(lines).toEqual(['kept: more than 8 sessions wait for the log: the oldest is lost']);
  });
});
