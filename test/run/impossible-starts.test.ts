/** Clocks that were wrong and are corrected: an impossible start does not count on watch or phone. */
import { describe, expect, it } from 'vitest';
import { createRecordStore } from '../../app-side/record-store.ts';
import { plainRecord } from '../../tools/shared/plain-record.ts';
import { adherenceOf } from '../../utils/core/export/physio.ts';
import { countedSessions } from '../../utils/core/trend/counted-sessions.ts';
import { whatComesBeforeHome } from '../../utils/run/before-home.ts';
import { lastSession, noteIfNone, noteSession } from '../../utils/run/last-session.ts';
import { nextSession } from '../../utils/run/next-session.ts';
import { newWatch, savePreferences } from '../../utils/run/preferences.ts';
import { storedReminderNotes } from '../../utils/run/reminder-notes.ts';
import { createTextStore } from '../../utils/run/text-store.ts';
import { createMemoryFiles } from '../support/memory-files.ts';
import { createMemoryTexts } from '../support/memory-texts.ts';
import { OTHER_WATCH, ratedSession, sessionFrame, WATCH } from '../support/stored-log.ts';

const DAY_MS = 86_400_000;
/** Wednesday, 2026-11-25, 09:00 UTC. */
const NOW_MS = Date.UTC(2026, 10, 25, 9);

const WRONG = [
  ['at 1970', 0],
  ['some minutes after 1970', 300_000],
  ['in 2000', Date.UTC(2000, 0, 1)],
  ['before the app existed', Date.UTC(2023, 11, 31)],
  ['an hour ahead', NOW_MS + 3_600_000],
  ['tomorrow', NOW_MS + DAY_MS],
  ['years ahead', Date.UTC(2037, 5, 1)],
  ['at the end of 32 bits', 0xffffffff * 1000],
] as const;

const rest = { earliestDays: 2, latestDays: 3 };
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
const preferences = {
  ...newWatch,
  safetySeen: true,
  helper: 'refused',
  morningQuestion: true,
  reminder: { on: true, hour: 9 },
  planSummary,
} as const;

function watch() {
  const store = createTextStore(createMemoryFiles(new Map()), (where, sentence) => {
    throw new Error(`${where}: ${sentence}`);
  });
  savePreferences(store, preferences);
  return store;
}

const note = (startedAtMs: number, seq: number, routine = 'hip-release') => {
  return { startedAtMs, zoneOffsetMin: 0, morning: null, seq, routine };
};

describe.each(WRONG)('a session %s', (_when, wrongMs) => {
  it('requires no rest and no answer from the wearer of this watch, and delays nothing', () => {
    const store = watch();
    noteSession(store, note(wrongMs, 1));
    expect(nextSession(store, preferences, NOW_MS, 0).key).toBe('next.open');
    expect(storedReminderNotes(store, NOW_MS, 0, 'rm')).toEqual([]);
    const clock = { nowMs: () => NOW_MS, zoneOffsetMin: () => 0 };
    expect(whatComesBeforeHome({ clock: clock as never, store }, preferences, 'launch', false)).toBeNull();
  });

  it('does not replace the session before it as the last one', () => {
    const store = watch();
    noteSession(store, note(NOW_MS - DAY_MS, 1));
    noteSession(store, note(wrongMs, 2));
    expect(lastSession(store, NOW_MS)?.seq).toBe(1);
    expect(nextSession(store, preferences, NOW_MS, 0).key).toBe('next.or');
    noteSession(store, note(NOW_MS - 60_000, 3));
    expect(lastSession(store, NOW_MS)?.seq).toBe(3);
  });

  it('is sent to no new watch by the phone, and accepted by none', () => {
    const texts = createMemoryTexts();
    const phone = createRecordStore(texts, Math.random, () => NOW_MS);
    const rightMs = NOW_MS - DAY_MS;
    phone.insert(WATCH, [
      sessionFrame(1, { startedAtMs: rightMs }),
      sessionFrame(2, { startedAtMs: wrongMs - (wrongMs % 1000) }),
    ]);
    phone.insert(OTHER_WATCH, [sessionFrame(1, { startedAtMs: wrongMs - (wrongMs % 1000) })]);
    expect(phone.lastSession()?.startedS).toBe(rightMs / 1000);
    const store = watch();
    noteIfNone(store, { lastSessionS: Math.floor(wrongMs / 1000), lastStageCode: 1 }, 0);
    expect(lastSession(store, NOW_MS)).toBeNull();
  });

  it('does not count for trend, rest, advice and adherence', () => {
    const { record } = ratedSession();
    const days = [1, 3].map((ago) =>
      ratedSession({ record: { ...record, startedAtMs: NOW_MS - ago * DAY_MS } }),
    );
    const wrong = ratedSession({ record: { ...record, startedAtMs: wrongMs } });
    const [newer, older] = days;
    for (const all of [
      [wrong, newer, older],
      [newer, wrong, older],
      [newer, older, wrong],
    ]) {
      const counted = countedSessions(all as typeof days, NOW_MS);
      expect(counted).toEqual(days);
      expect(adherenceOf(counted)).toEqual({ inWindow: 1, sooner: 0, later: 0 });
    }
  });
});

it('a watch whose clock is at 1970 shows nothing of a session 56 years ahead', () => {
  const store = watch();
  noteSession(store, note(NOW_MS, 1));
  expect(nextSession(store, preferences, 300_000, 0).key).toBe('next.open');
  expect(storedReminderNotes(store, 300_000, 0, 'rm')).toEqual([]);
});

it('a phone whose clock is at 1970 still tells a new watch of the last session, and shows the trend', () => {
  const texts = createMemoryTexts();
  const phone = createRecordStore(texts, Math.random, () => 300_000);
  expect(phone.insert(WATCH, [sessionFrame(1, { startedAtMs: NOW_MS })])).toBe(true);
  expect(phone.lastSession()?.startedS).toBe(NOW_MS / 1000);
  expect(countedSessions([ratedSession()], 300_000)).toHaveLength(1);
});

it('a phone whose clock was corrected is right about what it stored before', () => {
  const texts = createMemoryTexts();
  const wrong = createRecordStore(texts, Math.random, () => Date.UTC(2038, 0, 1));
  wrong.insert(WATCH, [
    sessionFrame(1, { startedAtMs: NOW_MS }),
    sessionFrame(2, { startedAtMs: Date.UTC(2037, 0, 1) }),
  ]);
  const right = createRecordStore(texts, Math.random, () => NOW_MS + DAY_MS);
  expect(right.lastSession()?.startedS).toBe(NOW_MS / 1000);
});

it.each<[string, readonly number[]]>([
  ['at 1970', [0, 0, 0]],
  ['at 2035', [1, 1, 1]],
  ['ahead, behind, ahead', [1, 0, 1]],
  ['behind, ahead, behind', [0, 1, 0]],
  ['right, ahead, right', [2, 1, 2]],
])(
  'a phone whose clock is %s accepts every record, and knows the last session as soon as it is right',
  (_what, clocks) => {
    const texts = createMemoryTexts();
    const at = [300_000, Date.UTC(2035, 0, 1), NOW_MS + DAY_MS];
    clocks.forEach((which, seq) => {
      const phone = createRecordStore(texts, Math.random, () => at[which] ?? 0);
      expect(phone.insert(WATCH, [sessionFrame(seq + 1, { startedAtMs: NOW_MS - (3 - seq) * DAY_MS })])).toBe(
        true,
      );
      expect(phone.heldThrough(WATCH, 1)).toBe(seq + 1);
    });
    const right = createRecordStore(texts, Math.random, () => NOW_MS + DAY_MS);
    expect(right.lastSession()?.startedS).toBe((NOW_MS - DAY_MS) / 1000);
  },
);

it('a phone whose clock was corrected does not take a session of a few seconds for the last one', () => {
  const texts = createMemoryTexts();
  const wrong = createRecordStore(texts, Math.random, () => Date.UTC(2038, 0, 1));
  const [hold] = plainRecord.holds;
  if (hold === undefined) throw new Error('the record has holds');
  wrong.insert(WATCH, [
    sessionFrame(1, { startedAtMs: NOW_MS }),
    sessionFrame(2, { startedAtMs: NOW_MS + 60_000, holds: [{ ...hold, seconds: 9 }] }),
    sessionFrame(3, { startedAtMs: Date.UTC(2037, 0, 1) }),
  ]);
  const right = createRecordStore(texts, Math.random, () => NOW_MS + DAY_MS);
  expect(right.lastSession()?.startedS).toBe(NOW_MS / 1000);
});

describe('by routine', () => {
  it('rest after one routine does not concern the other, and the morning question is about the last session of all', () => {
    const store = watch();
    noteSession(store, note(NOW_MS - 2 * DAY_MS, 1, 'hip-release'));
    noteSession(store, note(NOW_MS - DAY_MS, 2, 'calf-and-hip-stretch'));
    expect(nextSession(store, preferences, NOW_MS, 0).key).toBe('next.today.or');
    const stretch = { ...preferences, routine: 'calf-and-hip-stretch' };
    expect(nextSession(store, stretch, NOW_MS, 0).key).toBe('next.or');
    expect(lastSession(store, NOW_MS)?.seq).toBe(2);
    expect(storedReminderNotes(store, NOW_MS, 0, 'r').map(({ key }) => key)).toEqual(['next.today.or']);
  });

  it('many sessions of one routine do not push out the last of the other', () => {
    const store = watch();
    noteSession(store, note(NOW_MS - 9 * DAY_MS, 1, 'hip-release'));
    for (let seq = 2; seq < 9; seq++)
      noteSession(store, note(NOW_MS - (9 - seq) * DAY_MS, seq, 'calf-and-hip-stretch'));
    expect(lastSession(store, NOW_MS, 'hip-release')?.seq).toBe(1);
    expect(lastSession(store, NOW_MS)?.seq).toBe(8);
  });

  it('a note of version 0.1.0, which names no routine, counts for the one that is chosen', () => {
    const store = watch();
    store.save('last', JSON.stringify([NOW_MS - DAY_MS, 0, 'worse', 7]));
    expect(lastSession(store, NOW_MS, 'hip-release')).toMatchObject({ seq: 7, morning: 'worse' });
    noteSession(store, note(NOW_MS, 8, 'calf-and-hip-stretch'));
    expect(lastSession(store, NOW_MS, 'hip-release')?.seq).toBe(7);
  });

  it('an answer goes to its own session and leaves the others as they are', () => {
    const store = watch();
    noteSession(store, note(NOW_MS - DAY_MS, 1));
    const last = lastSession(store, NOW_MS);
    if (last === null) throw new Error('there is one');
    noteSession(store, { ...last, morning: 'better' });
    noteSession(store, note(NOW_MS, 2));
    expect(lastSession(store, NOW_MS)).toMatchObject({ seq: 2, morning: null });
    expect(JSON.parse(store.load('last'))).toHaveLength(2);
  });
});
