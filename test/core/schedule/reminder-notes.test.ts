/** What the reminder says at a wake-up, by the facts alone. */
import { describe, expect, it } from 'vitest';
import { localDay } from '../../../utils/core/schedule/calendar.ts';
import { type ReminderFacts, reminderNotes } from '../../../utils/core/schedule/reminder-notes.ts';

/** A Thursday evening, UTC. */
const NOW_MS = Date.UTC(2026, 10, 26, 18);
const TODAY = localDay(NOW_MS, 0);
const FACTS: ReminderFacts = {
  reminder: { on: true, hour: 18 },
  morningQuestion: false,
  unasked: null,
  window: { earliestDay: TODAY, latestDay: TODAY + 1 },
  quietDay: 0,
};
const keys = (facts: Partial<ReminderFacts>, saying?: string): readonly string[] =>
  reminderNotes({ ...FACTS, ...facts }, NOW_MS, 0, saying).map(({ key }) => key);

describe('the reminder', () => {
  it('says on the first good day that today is good', () => {
    expect(keys({})).toEqual(['next.today.or']);
  });

  it('says nothing on a day on which the wearer wants no reminder', () => {
    expect(keys({ quietDay: TODAY })).toEqual([]);
  });

  it('says nothing on the second good day, without a known day, or if it is off', () => {
    expect(keys({ window: { earliestDay: TODAY - 1, latestDay: TODAY } })).toEqual([]);
    expect(keys({ window: null })).toEqual([]);
    expect(keys({ reminder: { on: false, hour: 18 } })).toEqual([]);
  });

  it('says nothing at a wake-up for the morning question', () => {
    expect(keys({}, 'm')).toEqual([]);
    expect(keys({}, 'r')).toEqual(['next.today.or']);
  });
});

describe('the morning question', () => {
  const MORNING_MS = Date.UTC(2026, 10, 26, 8);
  const unasked = { startedAtMs: MORNING_MS - 14 * 3_600_000, zoneOffsetMin: 0, morning: null };
  const asking = { ...FACTS, morningQuestion: true, unasked };
  const keysAt = (atMs: number, facts: Partial<ReminderFacts> = {}, saying?: string): readonly string[] =>
    reminderNotes({ ...asking, ...facts }, atMs, 0, saying).map(({ key }) => key);

  it('is asked on the morning after a session, and the reminder waits for its own hour', () => {
    expect(keysAt(MORNING_MS)).toEqual(['reminder.morning']);
  });

  it('is not asked if the wearer does not want it, or has been asked', () => {
    expect(keysAt(MORNING_MS, { morningQuestion: false, reminder: { on: false, hour: 18 } })).toEqual([]);
    expect(keysAt(MORNING_MS, { unasked: null })).toEqual([]);
  });

  it('is asked at any hour of the morning if there is no reminder', () => {
    expect(keysAt(MORNING_MS + 5 * 3_600_000, { reminder: { on: false, hour: 13 } })).toEqual([
      'reminder.morning',
    ]);
  });

  it('is left to its own hour by a wake-up that is nearer to the reminder', () => {
    expect(keysAt(MORNING_MS + 2 * 3_600_000, { reminder: { on: true, hour: 10 } })).toEqual([
      'next.today.or',
    ]);
  });

  it('is asked together with the reminder at the same hour', () => {
    expect(keysAt(MORNING_MS, { reminder: { on: true, hour: 8 } })).toEqual([
      'reminder.morning',
      'next.today.or',
    ]);
  });

  it('is asked at any wake-up that the system says is for it', () => {
    expect(keysAt(MORNING_MS + 2 * 3_600_000, { reminder: { on: true, hour: 10 } }, 'm')).toEqual([
      'reminder.morning',
    ]);
  });
});

it('the reminder comes at its own hour if the morning question is off, however near its hour is', () => {
  const eightMs = Date.UTC(2026, 10, 26, 8);
  const facts = { ...FACTS, reminder: { on: true, hour: 18 } };
  expect(reminderNotes(facts, eightMs, 0).map(({ key }) => key)).toEqual(['next.today.or']);
});
