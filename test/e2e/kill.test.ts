/** The packed app: the page is killed in the middle of a hold and opened again. */
import { describe, expect, it } from 'vitest';
import type { Watch } from 'zepp-watch-simulator';
import { reportOf, type SessionReport } from '../../tools/simulate/session-report.ts';
import { planWith } from '../support/arbitraries.ts';
import { startedWatch, untilSummary } from '../support/worn-watch.ts';

/** From Start to the first hold's start cue, s. */
const POSITION_S = 30;

/** A watch whose first hold has run for `holdS` seconds when its page is killed. */
async function killedAt(holdS: number): Promise<Watch> {
  const watch = await startedWatch({ on: 'Falcon' }, (POSITION_S + holdS) * 1_000);
  await watch.kill('page');
  return watch;
}

async function toTheEnd(watch: Watch): Promise<SessionReport> {
  await untilSummary(watch);
  await watch.advance(4_000);
  return reportOf(watch.sim, planWith());
}

describe('a page that is killed in a hold', () => {
  it.each([1, 12, 29, 31, 45, 59, 61, 68])(
    'at %i s and opened 3 s later goes on at the right second',
    async (holdS) => {
      const watch = await killedAt(holdS);
      await watch.advance(3_000);
      await watch.launch();
      // The page is within a tick of the second at which the wearer looks.
      await watch.advance(1_250);
      expect(watch.texts()).toContain(String(holdS + 4));
      const report = await toTheEnd(watch);
      expect(report.breaches).toEqual([]);
      expect(report.holds.map(({ seconds, outcome }) => `${seconds} ${outcome}`)).toEqual(
        Array(4).fill('75 guided-to-end'),
      );
      expect(report.phone.records).toHaveLength(1);
    },
  );

  it('and opened later asks, and after Continue holds the same spot afresh', async () => {
    const watch = await killedAt(40);
    await watch.advance(60_000);
    await watch.launch();
    await watch.advance(1_000);
    await watch.tapText('Continue');
    const report = await toTheEnd(watch);
    expect(report.holds.map(({ side, outcome }) => `${side} ${outcome}`)).toEqual([
      'left interrupted',
      'left guided-to-end',
      'right guided-to-end',
      'left guided-to-end',
      'right guided-to-end',
    ]);
  });
});
