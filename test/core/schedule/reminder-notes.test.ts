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
