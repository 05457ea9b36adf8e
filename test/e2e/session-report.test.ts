/** The report that `npm run simulate` prints of a whole session of the packed app. */
import { expect, it } from 'vitest';
import { reportOf, reportText } from '../../tools/simulate/session-report.ts';
import { planWith } from '../support/arbitraries.ts';
import { startedWatch, untilSummary } from '../support/worn-watch.ts';

it('gives every cue of holds and march its due time, and each was felt then', async () => {
  const watch = await startedWatch({ on: 'Balance 2' });
  await untilSummary(watch);
  await watch.advance(4_000);
  const report = reportOf(watch.sim, planWith());
  expect(report.cues.filter(({ step }) => step === 'march')).toHaveLength(12);
  // A page looks four times a second.
  for (const { dueMs, playedMs } of report.cues)
    expect(Math.abs(Number(playedMs) - Number(dueMs ?? Number.NaN))).toBeLessThanOrEqual(250);
  expect(reportText(report)).toMatch(/^done {8}march {22}47\.\d\d s {4}47\.\d\d s$/m);
});
