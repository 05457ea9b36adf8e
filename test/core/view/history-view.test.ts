/** A line of the history, as a wearer reads it. */
import { expect, it } from 'vitest';
import { makeRecord } from '../../../utils/core/log/make-record.ts';
import { historyLine } from '../../../utils/core/view/history-view.ts';
import { planWith, START_MS } from '../../support/arbitraries.ts';
import { inLanguage } from '../../support/phrases.ts';
import { startWalk } from '../session/walk.ts';

function lineAt(startedAtMs: number, zoneOffsetMin: number): string {
  const walk = startWalk(planWith());
  walk.happen('stopped', START_MS + 1_000);
  return inLanguage(
    'en-US',
    historyLine({ ...makeRecord(walk.state()), startedAtMs, zoneOffsetMin, durationS: 517, holds: [] }),
  );
}

it.each([
  ['Mon 11/23: 0×, 9 min', Date.UTC(2026, 10, 23, 12), 0],
  ['Thu 1/1: 0×, 9 min', 0, 0],
  ['Thu 2/29: 0×, 9 min', Date.UTC(2024, 1, 29, 12), 0],
  ['Fri 3/1: 0×, 9 min', Date.UTC(2024, 2, 1), 0],
  ['Wed 12/31: 0×, 9 min', Date.UTC(2025, 11, 31, 23, 59), 0],
  ['Thu 1/1: 0×, 9 min', Date.UTC(2025, 11, 31, 23, 30), 60],
  ['Sun 2/28: 0×, 9 min', Date.UTC(2100, 1, 28), 0],
  ['Mon 3/1: 0×, 9 min', Date.UTC(2100, 2, 1), 0],
])('%s', (line, startedAtMs, zoneOffsetMin) => {
  expect(lineAt(startedAtMs, zoneOffsetMin)).toBe(line);
});
