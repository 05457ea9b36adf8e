/** The packed app under each fault of the platform, at instants throughout a session, judged by the motor and true time. */
import { beforeAll, describe, expect, it } from 'vitest';
import { measureDrift } from '../../tools/sweep/cues/drift.ts';
import { FAULTS, matrixCells } from '../../tools/sweep/cues/matrix.ts';
import { createSweeper, type Sweeper } from '../../tools/sweep/cues/run.ts';
import { scheduleWithReadings } from '../../tools/sweep/cues/schedule.ts';
import { createCounter } from '../../tools/sweep/cues/tally.ts';

/** About ten instants of the session for each fault and model; `npm run sweep -- cues --matrix` takes them all. */
const EVERY = 16;
/** Window, gap and one timer period of the page. */
const HELPER_LATEST_MS = 1_500 + 1_000 + 250;

let sweeper: Sweeper;

beforeAll(async () => {
  sweeper = await createSweeper();
});

describe('a single fault costs no cue while page or helper can play it', () => {
  for (const name of Object.keys(FAULTS)) {
    it(`${name}: none early, doubled or lost`, async () => {
      const failed: string[] = [];
      for (const cell of matrixCells(EVERY, [name])) {
        const { findings } = await sweeper.run(cell.schedule);
        failed.push(...findings.map(({ text }) => `${cell.name}: ${text}`));
      }
      expect(failed).toEqual([]);
    });
  }
});

describe('random fault schedules', () => {
  it('cost no cue while page or helper can play it, and make none later than promised', async () => {
    const counter = createCounter();
    for (let seed = 1; seed <= 60; seed++) {
      counter.add(`seed ${seed}`, await sweeper.run(scheduleWithReadings(seed)), []);
    }
    const { failures, latenessMs } = counter.tally();
    expect(failures).toEqual([]);
    expect(latenessMs.page.p99).toBeLessThanOrEqual(250);
    expect(latenessMs.helper.p99).toBeLessThanOrEqual(HELPER_LATEST_MS);
  });
});

describe('over thirty minutes on timers that are 2 % slow', () => {
  it('the last cues come as punctually as the first, to half a tick', async () => {
    expect(Math.abs(await measureDrift())).toBeLessThanOrEqual(125);
  });
});
