/** What a launch does with a stored session, with and without a helper that has gone on meanwhile. */
import { describe, expect, it } from 'vitest';
import { OPEN_SESSION, UNLOGGED_SESSIONS } from '../../utils/core/stored-names.ts';
import { createFakeHelper } from '../support/fake-helper.ts';
import { createManualClock } from '../support/manual-clock.ts';
import { createWatchLife, defaultPlan, storedIn, type WatchLife } from '../support/watch-life.ts';

/** A page that comes back `awayMs` after another has died `heldMs` into the first hold. */
function backAfter(heldMs: number, awayMs: number, isListed: boolean): WatchLife {
  const clock = createManualClock();
  const helper = createFakeHelper();
  helper.listed = isListed;
  const first = createWatchLife(clock, { helper });
  first.runner.start(defaultPlan());
  clock.advance(30_000);
  for (let elapsedMs = 0; elapsedMs <= heldMs; elapsedMs += 250) {
    first.runner.send({ type: 'ticked' });
    if (elapsedMs < heldMs) clock.advance(250);
  }
  clock.advance(awayMs);
  return createWatchLife(clock, { contents: first.files.contents, helper });
}

const goesOn = (name: string) => ({ to: 'session', cue: { name, to: null } });

describe('without a helper', () => {
  it('a hold whose end has passed is not credited, and the wearer is asked', () => {
    const life = backAfter(10_000, 70_000, false);
    expect(life.resume()).toEqual(goesOn('come-back'));
    expect(storedIn(life)).toMatchObject({
      phase: { at: 'paused', why: 'unguided' },
      tries: [{ outcome: 'interrupted', seconds: 0 }],
    });
  });

  it('a session that was left alone for half an hour goes to the summary', () => {
    const life = backAfter(10_000, 30 * 60_000, false);
    expect(life.resume()).toEqual({ to: 'summary' });
    expect(storedIn(life).phase).toMatchObject({ at: 'ended', how: 'left' });
  });
});

describe('with a helper listed', () => {
  it('a hold that still runs goes on with the come-back cue', () => {
    expect(backAfter(10_000, 5_000, true).resume()).toEqual(goesOn('come-back'));
  });

  it.each([0, 1_000, 1_499, 1_500, 2_499, 2_999])(
    'a check that was due %i ms ago is nobody’s here: the page plays it in its window, or the helper',
    (lateMs) => {
      const life = backAfter(10_000, 20_000 + lateMs, true);
      expect(life.resume()).toEqual({ to: 'session', cue: null });
      life.runner.load();
      life.runner.send({ type: 'ticked' });
      expect(life.haptics.played.map((cue) => cue.name)).toEqual(lateMs < 1_500 ? ['check'] : []);
    },
  );

  it('a check that it played 5 s ago is followed by the come-back cue', () => {
    expect(backAfter(10_000, 28_000, true).resume()).toEqual(goesOn('come-back'));
  });

  it('a check that was due 3 s ago has been played, and is not cut short', () => {
    const life = backAfter(10_000, 23_000, true);
    expect(life.resume()).toEqual({ to: 'session', cue: null });
    expect(storedIn(life).phase).toMatchObject({ at: 'hold', cursor: 1, lateMs: 2_700 });
  });

  it('a hold that ended meanwhile was guided to its end', () => {
    const life = backAfter(10_000, 75_000, true);
    life.resume();
    expect(storedIn(life)).toMatchObject({
      slot: 1,
      phase: { at: 'position' },
      tries: [{ outcome: 'guided-to-end', seconds: 75 }],
    });
  });

  it('a move that is due this moment is no end unguided', () => {
    const life = backAfter(65_000, 10_500, true);
    expect(life.resume()).toEqual({ to: 'session', cue: null });
    expect(storedIn(life).phase.at).toBe('hold');
  });

  it('the alarm is armed for the slot that the helper has come to', () => {
    const life = backAfter(10_000, 93_500, true);
    expect(life.resume()).toEqual({ to: 'session', cue: null });
    life.runner.load();
    expect(life.alarm.armedMs ?? 0).toBeGreaterThan(life.clock.nowMs());
  });

  it('a session that was guided to its end goes to the summary with all its holds', () => {
    const life = backAfter(10_000, 650_000, true);
    expect(life.resume()).toEqual({ to: 'summary' });
    expect(storedIn(life)).toMatchObject({ phase: { at: 'ended', how: 'done' }, beats: 10 });
    expect(storedIn(life).tries.map((tried) => tried.outcome)).toEqual(Array(4).fill('guided-to-end'));
  });

  it('a clock that went back makes nothing early', () => {
    const life = backAfter(10_000, 5_000, true);
    life.clock.setWall(life.clock.nowMs() - 3_600_000);
    expect(life.resume()).toEqual(goesOn('come-back'));
  });
});

it('where nothing is stored home comes, and nothing is written', () => {
  const life = createWatchLife(createManualClock());
  expect([life.resume(), life.files.writes]).toEqual([{ to: 'home' }, []]);
});

it('an ended session that was not logged keeps the number its record was promised', () => {
  const first = createWatchLife(createManualClock());
  first.runner.start(defaultPlan());
  first.runner.send({ type: 'stopped' });
  const text = first.store.load(OPEN_SESSION);
  expect(first.resume()).toEqual({ to: 'summary' });
  expect(first.store.load(OPEN_SESSION)).toBe(text);
});

describe('a session that another version has stored', () => {
  const later = '{"version":2,"state":{"startedAtMs":5},"seq":0}';

  it('is kept as it is, and told; home is free for the next', () => {
    const life = createWatchLife(createManualClock());
    life.store.save(OPEN_SESSION, later);
    expect(life.resume()).toEqual({ to: 'home' });
    life.store.save(OPEN_SESSION, later);
    life.resume();
    expect([life.store.load(OPEN_SESSION), life.store.load(UNLOGGED_SESSIONS)]).toEqual([
      '',
      `${later}\n${later}`,
    ]);
    expect(life.lines[0]).toBe('open: snapshot/version: the stored session is of version 2, not 1: kept');
  });

  it('stays open where it cannot be kept', () => {
    const life = createWatchLife(createManualClock());
    life.store.save(OPEN_SESSION, later);
    life.files.fault = { kind: 'refuses' };
    expect(life.resume()).toEqual({ to: 'home' });
    expect(life.store.load(OPEN_SESSION)).toBe(later);
  });
});
