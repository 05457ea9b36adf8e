/** A line of the history, as a wearer reads it. */
import { expect, it } from 'vitest';
import { plainHold } from '../../../tools/shared/plain-record.ts';
import { historyLine } from '../../../utils/core/view/history-view.ts';
import { inLanguage } from '../../support/phrases.ts';
import { recordWith } from '../../support/records.ts';

/** The minutes of the line are guided ones: what a pause took is not in them. */
const holds = [{ ...plainHold, seconds: 290 }];

function lineAt(startedAtMs: number, zoneOffsetMin: number): string {
  return inLanguage(
    'en-US',
    historyLine(recordWith({ startedAtMs, zoneOffsetMin, durationS: 1_517, holds })),
  );
}

it.each([
  ['Mon 11/23: 1×, 5 min', Date.UTC(2026, 10, 23, 12), 0],
  ['Thu 1/1: 1×, 5 min', 0, 0],
  ['Thu 2/29: 1×, 5 min', Date.UTC(2024, 1, 29, 12), 0],
  ['Fri 3/1: 1×, 5 min', Date.UTC(2024, 2, 1), 0],
  ['Wed 12/31: 1×, 5 min', Date.UTC(2025, 11, 31, 23, 59), 0],
  ['Thu 1/1: 1×, 5 min', Date.UTC(2025, 11, 31, 23, 30), 60],
  ['Sun 2/28: 1×, 5 min', Date.UTC(2100, 1, 28), 0],
  ['Mon 3/1: 1×, 5 min', Date.UTC(2100, 2, 1), 0],
])('%s', (line, startedAtMs, zoneOffsetMin) => {
  expect(lineAt(startedAtMs, zoneOffsetMin)).toBe(line);
});
