/** What a launch does with a stored session: credit depends on what a helper has reported, not on whether it is listed. */
import { describe, expect, it } from 'vitest';
import { HELPER_REPORT, OPEN_SESSION, UNLOGGED_SESSIONS } from '../../utils/core/stored-names.ts';
import { noteSession } from '../../utils/run/last-session.ts';
import { createFakeHelper } from '../support/fake-helper.ts';
import { begun } from '../support/helper-beside-page.ts';
import { createHelperLife } from '../support/helper-life.ts';
import { createManualClock } from '../support/manual-clock.ts';
import { createWatchLife, defaultPlan, storedIn, type WatchLife } from '../support/watch-life.ts';

/** The state of the helper after its page died: none, one that is listed but dead, or one that lives. */
type Helped = 'not' | 'listed-and-dead' | 'lives';

/** A page that comes back `awayMs` after another one died. That page died `heldMs` into the first hold, when the screen went dark. */
function backAfter(heldMs: number, awayMs: number, helped: Helped): WatchLife & { readonly old: WatchLife } {
  const clock = createManualClock();
  const helper = createFakeHelper();
  helper.listed = helped !== 'not';
  const first = createWatchLife(clock, { helper });
  first.runner.start(defaultPlan());
  let isDark = false;
  const { contents } = first.files;
  const service = helped === 'lives' ? createHelperLife(clock, { contents, isDark: () => isDark }) : null;
  clock.advance(30_000);
  for (let elapsedMs = 0; elapsedMs <= heldMs; elapsedMs += 250) {
    first.runner.send({ type: 'ticked' });
    if (elapsedMs < heldMs) clock.advance(250);
  }
  isDark = true;
  service?.loop.screenChanged();
  clock.advance(awayMs);
  return { ...createWatchLife(clock, { contents, helper }), old: first };
}

const goesOn = (name: string) => ({ to: 'session', cue: { name, to: null } });

describe.each(['not', 'listed-and-dead'] as const)('with the helper: %s', (helped) => {
  it('a hold that still runs goes on with the come-back cue', () => {
    const life = backAfter(10_000, 5_000, helped);
    expect(life.resume()).toEqual(goesOn('come-back'));
    expect(storedIn(life).phase.at).toBe('hold');
  });

  it('a cue that came due in the meantime is felt instead', () => {
    expect(backAfter(10_000, 25_000, helped).resume()).toEqual(goesOn('check'));
  });

  it('a hold whose end has passed is not credited, and the wearer is asked', () => {
    const life = backAfter(10_000, 70_000, helped);
    expect(life.resume()).toEqual(goesOn('come-back'));
    expect(storedIn(life)).toMatchObject({
      phase: { at: 'paused', why: 'unguided' },
      tries: [{ outcome: 'interrupted', seconds: 0 }],
    });
  });

  it('a session that was left alone for half an hour goes to the summary', () => {
    const life = backAfter(10_000, 30 * 60_000, helped);
    expect(life.resume()).toEqual({ to: 'summary' });
    expect(storedIn(life).phase).toMatchObject({ at: 'ended', how: 'left' });
  });
});

it('after a helper has played and ended long before the next cue was due, the session does not go on as if it lived', () => {
  const { page, service } = begun();
  page.clock.advance(40_000);
  service.end();
  page.clock.advance(300_000);
  const life = createWatchLife(page.clock, { contents: page.files.contents });
  expect(life.resume()).toEqual(goesOn('come-back'));
  expect(storedIn(life).phase).toMatchObject({ at: 'paused', why: 'unguided' });
});

it('the page takes over if the last cue was only just missed', () => {
  const { page, service } = begun();
  page.clock.advance(40_000);
  service.end();
  page.clock.advance(28_000);
  const life = createWatchLife(page.clock, { contents: page.files.contents });
  expect(life.resume()).toEqual({ to: 'session', cue: null });
  expect(storedIn(life).phase.at).toBe('hold');
});

describe('after a helper has guided the session in the meantime', () => {
  it('a hold that still runs goes on with the come-back cue', () => {
    expect(backAfter(10_000, 1_000, 'lives').resume()).toEqual(goesOn('come-back'));
  });

  it.each([0, 1_000, 2_500, 5_900])(
    'a check that was due %i ms ago, and that the helper has left to the page, is played by the session page',
    (lateMs) => {
      const life = backAfter(10_000, 20_000 + lateMs, 'lives');
      expect(life.resume()).toEqual({ to: 'session', cue: null });
      life.runner.load();
      life.runner.send({ type: 'ticked' });
      expect(life.haptics.played.map((cue) => cue.name)).toEqual(['check']);
    },
  );

  it('a check that the helper played over 5 s ago is followed by the come-back cue', () => {
    expect(backAfter(10_000, 32_000, 'lives').resume()).toEqual(goesOn('come-back'));
  });

  it.each([26_000, 27_000])(
    'a check that the helper has just played is not cut short (away %i ms)',
    (awayMs) => {
      const life = backAfter(10_000, awayMs, 'lives');
      expect(life.resume()).toEqual({ to: 'session', cue: null });
      expect(storedIn(life).phase).toMatchObject({ at: 'hold', cursor: 1, lateMs: 6_000 });
    },
  );

  it('a cue that the helper has just played is not cut short either if the old page stored it before it was replaced', () => {
    const { clock, old, files } = backAfter(10_000, 69_000, 'lives');
    old.runner.send({ type: 'ticked' });
    const life = createWatchLife(clock, { contents: files.contents });
    expect(life.resume()).toEqual({ to: 'session', cue: null });
    expect(storedIn(life)).toMatchObject({ slot: 1, phase: { at: 'position' } });
  });

  it('a hold that ended in the meantime counts as guided to its end', () => {
    const life = backAfter(10_000, 75_000, 'lives');
    life.resume();
    expect(storedIn(life)).toMatchObject({
      slot: 1,
      phase: { at: 'position' },
      tries: [{ outcome: 'guided-to-end', seconds: 75 }],
    });
  });

  it('a hold that ended seconds ago, while the helper waited for the page, does not count as unguided', () => {
    const life = backAfter(65_000, 14_500, 'lives');
    expect(life.resume()).toEqual({ to: 'session', cue: null });
    life.runner.load();
    life.runner.send({ type: 'ticked' });
    expect(storedIn(life)).toMatchObject({ slot: 1, tries: [{ outcome: 'guided-to-end', seconds: 75 }] });
  });

  it('the alarm is armed for the slot that the helper has come to', () => {
    const life = backAfter(10_000, 93_500, 'lives');
    expect(life.resume().to).toBe('session');
    life.runner.load();
    expect(life.alarm.armedMs ?? 0).toBeGreaterThan(life.clock.nowMs());
  });

  it('a session that was guided to its end goes to the summary with all its holds', () => {
    const life = backAfter(10_000, 650_000, 'lives');
    expect(life.resume()).toEqual({ to: 'summary' });
    expect(storedIn(life)).toMatchObject({ phase: { at: 'ended', how: 'done' }, beats: 10 });
    expect(storedIn(life).tries.map((tried) => tried.outcome)).toEqual(Array(4).fill('guided-to-end'));
  });

  it('a clock that went back makes nothing early', () => {
    const life = backAfter(10_000, 8_000, 'lives');
    life.clock.setWall(life.clock.nowMs() - 3_600_000);
    expect(life.resume()).toEqual(goesOn('come-back'));
  });
});

it('home opens if nothing is stored, and nothing is written', () => {
  const life = createWatchLife(createManualClock());
  expect([life.resume(), life.files.writes, life.lines]).toEqual([{ to: 'home' }, [], []]);
});

it('a session whose end the files could not store, and whose note says that it is over, is forgotten', () => {
  const life = createWatchLife(createManualClock());
  life.runner.start(defaultPlan());
  const { startedAtMs } = life.runner.state();
  noteSession(life.store, { startedAtMs, zoneOffsetMin: 0, morning: null, seq: 1 });
  expect([life.resume(), life.store.load(OPEN_SESSION), life.lines]).toEqual([{ to: 'home' }, '', []]);
});

it('a session that began within a second is forgotten as well if its note says that it is over', () => {
  const clock = createManualClock();
  clock.advance(750);
  const life = createWatchLife(clock);
  life.runner.start(defaultPlan());
  const startedAtMs = Math.floor(life.runner.state().startedAtMs / 1000) * 1000;
  noteSession(life.store, { startedAtMs, zoneOffsetMin: 0, morning: null, seq: 1 });
  expect([life.resume(), life.store.load(OPEN_SESSION)]).toEqual([{ to: 'home' }, '']);
});

it('an old session that waits for the log already is not set aside a second time', () => {
  const life = createWatchLife(createManualClock());
  life.runner.start(defaultPlan());
  const text = life.store.load(OPEN_SESSION);
  life.store.save(UNLOGGED_SESSIONS, text);
  life.clock.advance(86_400_000);
  const startedAtMs = life.clock.nowMs() - 3_600_000;
  noteSession(life.store, { startedAtMs, zoneOffsetMin: 0, morning: null, seq: 1 });
  expect(life.resume()).toEqual({ to: 'home' });
  expect([life.store.load(OPEN_SESSION), life.store.load(UNLOGGED_SESSIONS)]).toEqual(['', text]);
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

  it('is kept as it is and reported, and home is free for the next one', () => {
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

  it('stays open if it cannot be kept', () => {
    const life = createWatchLife(createManualClock());
    life.store.save(OPEN_SESSION, later);
    life.files.fault = { kind: 'refuses' };
    expect(life.resume()).toEqual({ to: 'home' });
    expect(life.store.load(OPEN_SESSION)).toBe(later);
  });
});

describe('when the last texts of the helper cannot be read for 5 s', () => {
  /** A page that is opened a second after the helper has played the check, as its files were before that; `tell` shows them as they are. */
  function backTooSoon() {
    const before = backAfter(10_000, 25_000, 'lives');
    const { contents } = before.files;
    const reports = () => [...contents].filter(([name]) => name.startsWith(HELPER_REPORT));
    const old = reports();
    before.clock.advance(2_000);
    const newer = reports();
    const put = (files: typeof old) => {
      for (const [name] of reports()) contents.delete(name);
      for (const [name, bytes] of files) contents.set(name, bytes);
    };
    put(old);
    const life = createWatchLife(before.clock, { contents });
    const resumed = life.resume();
    life.runner.load();
    const tickFor = (forMs: number): readonly string[] => {
      for (let ms = 0; ms < forMs; ms += 250) {
        life.clock.advance(250);
        life.runner.send({ type: 'ticked' });
      }
      return life.haptics.played.map(({ name }) => name);
    };
    return { life, resumed, tickFor, tell: () => put(newer) };
  }

  it('the page waits for its report, and the cue is felt once', () => {
    const { life, resumed, tickFor, tell } = backTooSoon();
    expect(resumed).toEqual({ to: 'session', cue: null });
    expect(tickFor(4_500)).toEqual([]);
    tell();
    expect(tickFor(5_000)).toEqual([]);
    expect(storedIn(life).phase).toMatchObject({ at: 'hold', cursor: 1, lateMs: 6_000 });
  });

  it('the page plays the cue if the report says after 5 s that it was not played', () => {
    const { tickFor } = backTooSoon();
    expect(tickFor(4_500)).toEqual([]);
    expect(tickFor(1_000)).toEqual(['check']);
  });
});
