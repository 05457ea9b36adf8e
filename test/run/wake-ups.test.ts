/** Which notification a wake-up brings: each sentence at its own hour, once, over hours, zones, stages and routines. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { routines } from '../../utils/core/routine/built-in.ts';
import type { Stage } from '../../utils/core/routine/routine.ts';
import { DAY_MS, HOUR_MS, localHour } from '../../utils/core/schedule/calendar.ts';
import { MORNING_NOTE_HOUR } from '../../utils/core/schedule/reminder.ts';
import { OPEN_SESSION } from '../../utils/core/stored-names.ts';
import type { WakeUp } from '../../utils/ports/ports.ts';
import { noteSession } from '../../utils/run/last-session.ts';
import { newWatch, savePreferences, type WatchPreferences } from '../../utils/run/preferences.ts';
import { storedReminderNotes } from '../../utils/run/reminder-notes.ts';
import { renewReminders, setReminders } from '../../utils/run/reminders.ts';
import { createTextStore } from '../../utils/run/text-store.ts';
import { createMemoryFiles } from '../support/memory-files.ts';
import { offsetIn, ZONES } from '../support/zones.ts';

interface Wearer {
  readonly zone: string;
  readonly startedAtMs: number;
  readonly hour: number;
  readonly stage: Stage;
  readonly routine: string;
  readonly morningQuestion: boolean;
}

const anyWearer: fc.Arbitrary<Wearer> = fc.record({
  zone: fc.constantFrom(...ZONES),
  startedAtMs: fc
    .integer({ min: Date.UTC(2025, 0, 1) / 1000, max: Date.UTC(2032, 0, 1) / 1000 })
    .map((s) => s * 1000),
  hour: fc.integer({ min: 0, max: 23 }),
  stage: fc.constantFrom<Stage>('sore', 'active', 'maintenance'),
  routine: fc.constantFrom(...routines.map(({ id }) => id)),
  morningQuestion: fc.boolean(),
});

/** She trained at the hour of her reminder. */
const EVENING_WEARER: Wearer = {
  zone: 'Europe/Berlin',
  startedAtMs: Date.UTC(2026, 10, 23, 18),
  hour: 18,
  stage: 'sore',
  routine: 'hip-release',
  morningQuestion: false,
};

function watchOf({ stage, routine, hour, morningQuestion, startedAtMs, zone }: Wearer) {
  const store = createTextStore(createMemoryFiles(new Map()), (where, sentence) => {
    throw new Error(`${where}: ${sentence}`);
  });
  const rest = routines.find(({ id }) => id === routine)?.rest[stage];
  if (rest === undefined) throw new Error('no rest');
  const planSummary = {
    kit: 'ball',
    band: true,
    sides: ['left'],
    left: 1,
    right: 0,
    lifts: 0,
    minutes: 4,
    rest,
  } as const;
  const reminder = { on: true, hour };
  const preferences: WatchPreferences = {
    ...newWatch,
    stage,
    routine,
    morningQuestion,
    reminder,
    planSummary,
  };
  savePreferences(store, preferences);
  noteSession(store, {
    startedAtMs,
    zoneOffsetMin: offsetIn(zone)(startedAtMs),
    morning: null,
    seq: 1,
  });
  return { store, preferences };
}

/** The wake-ups that the app asks the system for. */
function wakeUpsOf(preferences: WatchPreferences, nowMs: number, offsetAt: (utcMs: number) => number) {
  const set: WakeUp[] = [];
  setReminders(
    { offsetAt, zoneWhenSet: () => null, set: (wakeUps) => set.push(...wakeUps) },
    preferences,
    nowMs,
  );
  return set;
}

/** How a system may repeat an alarm daily: each 24 hours, or at the hour on the clock. */
const REPEATS = {
  'each 24 hours': (atMs: number, day: number) => atMs + day * DAY_MS,
  'at the hour on the clock': (atMs: number, day: number, offsetAt: (utcMs: number) => number) => {
    const laterMs = atMs + day * DAY_MS;
    return laterMs + (offsetAt(atMs) - offsetAt(laterMs)) * 60_000;
  },
};

/** All notifications in the 30 days after the session, with their local hour. */
function notesOf(wearer: Wearer, repeat: keyof typeof REPEATS, isTold = true) {
  const offsetAt = offsetIn(wearer.zone);
  const { store, preferences } = watchOf(wearer);
  const said: { key: string; hour: number }[] = [];
  for (const { atMs, saying } of wakeUpsOf(preferences, wearer.startedAtMs, offsetAt)) {
    for (let day = 0; day < 30; day++) {
      const nowMs = REPEATS[repeat](atMs, day, offsetAt);
      for (const { key } of storedReminderNotes(store, nowMs, offsetAt(nowMs), isTold ? saying : undefined)) {
        said.push({ key, hour: localHour(nowMs, offsetAt(nowMs)) });
      }
    }
  }
  return said;
}

const hoursApart = (one: number, other: number): number =>
  Math.min((one - other + 24) % 24, (other - one + 24) % 24);

describe.each(Object.keys(REPEATS) as (keyof typeof REPEATS)[])(
  'if the system repeats an alarm %s',
  (repeat) => {
    it('the reminder comes once in each window at its hour, and the question once at eight', () => {
      fc.assert(
        fc.property(anyWearer, (wearer) => {
          const said = notesOf(wearer, repeat);
          const [questions, reminders] = [true, false].map((isQuestion) =>
            said.filter(({ key }) => (key === 'reminder.morning') === isQuestion),
          );
          expect(reminders).toHaveLength(1);
          expect(hoursApart(reminders?.[0]?.hour ?? 99, wearer.hour)).toBeLessThanOrEqual(1);
          expect(questions).toHaveLength(wearer.morningQuestion ? 1 : 0);
          if (wearer.morningQuestion)
            expect(hoursApart(questions?.[0]?.hour ?? 99, 8)).toBeLessThanOrEqual(1);
        }),
      );
    });
  },
);

it('a wake-up that does not say what it is for still brings each sentence once', () => {
  fc.assert(
    // After a clock change, neighbouring hours cannot be told apart.
    fc.property(
      anyWearer.filter(({ hour }) => hour === 8 || hoursApart(hour, 8) > 2),
      (wearer) => {
        const said = notesOf(wearer, 'each 24 hours', false).map(({ key }) => key);
        expect(said.filter((key) => key === 'reminder.morning')).toHaveLength(wearer.morningQuestion ? 1 : 0);
        expect(said.filter((key) => key !== 'reminder.morning')).toHaveLength(1);
      },
    ),
  );
});

it('a wake-up that does not say what it is for brings the question if no reminder is wanted', () => {
  const { store, preferences } = watchOf({
    zone: 'Europe/Berlin',
    startedAtMs: Date.UTC(2026, 10, 23, 18),
    hour: 18,
    stage: 'sore',
    routine: 'hip-release',
    morningQuestion: true,
  });
  savePreferences(store, { ...preferences, reminder: { on: false, hour: 18 } });
  const said = storedReminderNotes(store, Date.UTC(2026, 10, 24, 7), 60);
  expect(said.map(({ key }) => key)).toEqual(['reminder.morning']);
});

describe('the wake-ups that are set', () => {
  const sayings = (morningQuestion: boolean, on: boolean, hour: number): readonly string[] => {
    const set: WakeUp[] = [];
    const reminders = {
      offsetAt: () => 60,
      zoneWhenSet: () => null,
      set: (wakeUps: readonly WakeUp[]) => set.push(...wakeUps),
    };
    setReminders(reminders, { morningQuestion, reminder: { on, hour } }, Date.UTC(2026, 10, 23, 18));
    return set.map(({ atMs, saying }) => `${localHour(atMs, 60)} ${saying}`);
  };

  it('say what they are for', () => {
    expect(sayings(true, false, 18)).toEqual([`${MORNING_NOTE_HOUR} m`]);
    expect(sayings(false, true, 18)).toEqual(['18 r']);
    expect(sayings(true, true, 18)).toEqual([`${MORNING_NOTE_HOUR} m`, '18 r']);
    expect(sayings(true, true, MORNING_NOTE_HOUR)).toEqual([`${MORNING_NOTE_HOUR} rm`]);
  });
});

it('bring no notification in the middle of a session', () => {
  const wearer = { ...EVENING_WEARER, morningQuestion: true };
  const { store, preferences } = watchOf(wearer);
  const said = () =>
    Array.from({ length: 6 }, (_, day) =>
      wakeUpsOf(preferences, wearer.startedAtMs, () => 60).flatMap(({ atMs, saying }) =>
        storedReminderNotes(store, atMs + day * DAY_MS, 60, saying),
      ),
    ).flat();
  expect(said()).toHaveLength(2);
  store.save(OPEN_SESSION, 'a session');
  expect(said()).toEqual([]);
});

describe('what was done since', () => {
  const wearer = { ...EVENING_WEARER, morningQuestion: true };
  const session = { startedAtMs: wearer.startedAtMs, zoneOffsetMin: 60, morning: null, seq: 1 };
  const saidOf = ({ store, preferences }: ReturnType<typeof watchOf>) =>
    wakeUpsOf(preferences, wearer.startedAtMs, () => 60).flatMap(({ atMs, saying }) =>
      Array.from({ length: 12 }, (_, day) =>
        storedReminderNotes(store, atMs + day * DAY_MS, 60, saying).map(({ key }) => `${day} ${key}`),
      ).flat(),
    );

  it('leaves out the question about a morning that was answered', () => {
    const watch = watchOf(wearer);
    expect(saidOf(watch).join()).toContain('reminder.morning');
    noteSession(watch.store, { ...session, morning: 'same' });
    expect(saidOf(watch).join()).not.toContain('reminder.morning');
  });

  it('puts off no reminder if it was a session of another routine', () => {
    const watch = watchOf({ ...wearer, morningQuestion: false });
    const before = saidOf(watch);
    const later = { ...session, startedAtMs: session.startedAtMs + 2 * DAY_MS, seq: 2 };
    noteSession(watch.store, { ...later, routine: 'calf-and-hip-stretch' });
    expect([before.length, saidOf(watch)]).toEqual([1, before]);
  });
});

describe('after a journey', () => {
  const wearer = EVENING_WEARER;

  it.each([-12, -9, -6, -3, 3, 6, 9, 12])('of %i hours the reminder still comes once', (hours) => {
    const { store, preferences } = watchOf(wearer);
    const [wakeUp] = wakeUpsOf(preferences, wearer.startedAtMs, () => 60);
    if (wakeUp === undefined) throw new Error('no wake-up');
    const said = Array.from({ length: 12 }, (_, day) =>
      storedReminderNotes(store, wakeUp.atMs + day * DAY_MS, 60 + hours * 60, wakeUp.saying),
    );
    expect(said.flat()).toHaveLength(1);
  });

  it.each([
    ['of six hours', 60, 420, true],
    ['over a change of clocks', 60, 120, true],
    ['that leads nowhere', 60, 60, false],
    ['after an update of the app', null, 60, true],
  ])(
    '%s the wake-ups are set anew at the next launch, for the hour where the wearer is',
    (_what, before, now, isSet) => {
      const { preferences } = watchOf(wearer);
      const set: WakeUp[] = [];
      const nowMs = wearer.startedAtMs + HOUR_MS;
      const reminders = {
        offsetAt: () => now,
        zoneWhenSet: () => before,
        set: (wakeUps: readonly WakeUp[]) => set.push(...wakeUps),
      };
      renewReminders(reminders, preferences, nowMs);
      expect(set.map(({ atMs }) => localHour(atMs, now))).toEqual(isSet ? [18] : []);
    },
  );

  it('no wake-up is set if none is wanted', () => {
    const { preferences } = watchOf(wearer);
    const set: unknown[] = [];
    const reminders = {
      offsetAt: () => 60,
      zoneWhenSet: () => null,
      set: (wakeUps: unknown) => set.push(wakeUps),
    };
    renewReminders(reminders, { ...preferences, reminder: { on: false, hour: 18 } }, wearer.startedAtMs);
    expect(set).toEqual([]);
  });
});
