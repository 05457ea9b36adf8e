/** What comes before home: each thing only when it is due, and in this order. */
import { describe, expect, it } from 'vitest';
import { LAST_SESSION, OPEN_SESSION } from '../../utils/core/stored-names.ts';
import { type HomeOpenedBy, whatComesBeforeHome } from '../../utils/run/before-home.ts';
import { noteSession } from '../../utils/run/last-session.ts';
import { newWatch, WAITING_TEXTS, type WatchPreferences } from '../../utils/run/preferences.ts';
import { createTextStore, isWrittenByApp, type TextStore } from '../../utils/run/text-store.ts';
import { createManualClock, MONDAY_MS } from '../support/manual-clock.ts';
import { createMemoryFiles, type MemoryFiles } from '../support/memory-files.ts';

const HOUR_MS = 3_600_000;
const rest = { earliestDays: 1, latestDays: 2 };
/** A wearer who has finished every first step, with a plan. */
const ready: WatchPreferences = {
  ...newWatch,
  safetySeen: true,
  helper: 'refused',
  planSummary: { kit: 'ball', band: true, sides: ['left'], left: 1, right: 0, lifts: 0, minutes: 4, rest },
};

interface Watch {
  readonly files: MemoryFiles;
  readonly store: TextStore;
}

function newStore(): Watch {
  const files = createMemoryFiles();
  return { files, store: createTextStore(files, () => {}, isWrittenByApp) };
}

/** Yesterday's session, with the morning question still open. */
function yesterday({ store }: Watch): void {
  noteSession(store, { startedAtMs: MONDAY_MS - 24 * HOUR_MS, zoneOffsetMin: 0, morning: null, seq: 3 });
}

function comesFirst(
  { store }: Watch,
  openedBy: HomeOpenedBy,
  over: Partial<WatchPreferences> = {},
  canHaveHelper = true,
): string {
  const ports = { clock: createManualClock(), store };
  return whatComesBeforeHome(ports, { ...ready, ...over }, openedBy, canHaveHelper) ?? 'home';
}

describe('the first run', () => {
  it.each(['launch', 'app', 'apply-preferences'] as const)('comes first (home opened by %s)', (by) => {
    expect(comesFirst(newStore(), by, { safetySeen: false })).toBe('first-run');
    expect(comesFirst(newStore(), by, { firstRun: 'helper-test', helper: 'unasked' })).toBe('first-run');
  });

  it('is followed by the question about the helper, on a watch that can run one', () => {
    expect(comesFirst(newStore(), 'launch', { helper: 'unasked' })).toBe('helper-question');
    expect(comesFirst(newStore(), 'launch', { helper: 'unasked' }, false)).toBe('home');
  });
});

describe('a session that is stored', () => {
  function withSession(): Watch {
    const watch = newStore();
    watch.store.save(OPEN_SESSION, 'a session');
    return watch;
  }

  it('comes before home at a launch', () => {
    expect(comesFirst(withSession(), 'launch', { planSummary: null })).toBe('session');
  });

  it('does not come again for a wearer who has left it for home', () => {
    expect(comesFirst(withSession(), 'app')).toBe('home');
  });

  it('comes before home within the app if the disk first refused it and now accepts it', () => {
    const watch = newStore();
    watch.files.fault = { kind: 'refuses' };
    watch.store.save(OPEN_SESSION, 'a session');
    expect(comesFirst(watch, 'app')).toBe('home');
    watch.files.fault = { kind: 'none' };
    expect(comesFirst(watch, 'app')).toBe('session');
    expect(comesFirst(watch, 'app')).toBe('home');
  });

  it('does not come if the disk refused something else', () => {
    const watch = newStore();
    watch.files.fault = { kind: 'refuses' };
    watch.store.save(LAST_SESSION, '[]');
    watch.files.fault = { kind: 'none' };
    expect(comesFirst(watch, 'app')).toBe('home');
  });
});

describe('preferences are applied before home', () => {
  it.each(WAITING_TEXTS)('if "%s" waits, at a launch and within the app, and not twice', (name) => {
    const watch = newStore();
    watch.store.save(name, '1');
    const times = (['launch', 'app', 'apply-preferences'] as const).map((by) => comesFirst(watch, by));
    expect(times).toEqual(['apply-preferences', 'apply-preferences', 'home']);
  });

  it('at a launch without a plan, and not each time home opens', () => {
    const without = { planSummary: null };
    expect(comesFirst(newStore(), 'launch', without)).toBe('apply-preferences');
    expect(comesFirst(newStore(), 'app', without)).toBe('home');
    expect(comesFirst(newStore(), 'apply-preferences', without)).toBe('home');
  });
});

describe('the morning question', () => {
  it.each([
    ['launch', 'morning-question'],
    ['apply-preferences', 'morning-question'],
    ['app', 'home'],
  ] as const)('comes as soon as the night is over (home opened by %s: %s)', (by, expected) => {
    const watch = newStore();
    yesterday(watch);
    expect(comesFirst(watch, by)).toBe(expected);
  });

  it('does not come on the day of the session, nor without one', () => {
    const watch = newStore();
    noteSession(watch.store, { startedAtMs: MONDAY_MS - HOUR_MS, zoneOffsetMin: 0, morning: null, seq: 3 });
    expect([comesFirst(watch, 'launch'), comesFirst(newStore(), 'launch')]).toEqual(['home', 'home']);
  });

  it.each([
    ['answered', { morning: 'same' as const, seq: 3 }],
    ['skipped', { morning: null, seq: 3, isMorningSkipped: true }],
    ['about a session that only the phone has', { morning: null, seq: 0 }],
  ])('does not come if it was %s', (_, over) => {
    const watch = newStore();
    noteSession(watch.store, { startedAtMs: MONDAY_MS - 24 * HOUR_MS, zoneOffsetMin: 0, ...over });
    expect(comesFirst(watch, 'launch')).toBe('home');
  });
});
