/** How late cues come over 10,000 simulated holds with random faults, from runs of `npm run sweep -- cues`. */

import { createSweeper } from '../../sweep/cues/run.ts';
import { scheduleOf } from '../../sweep/cues/schedule.ts';
import { createCounter, type Tally } from '../../sweep/cues/tally.ts';
import { sweepCuesInProcesses } from '../../sweep/workers.ts';
import type { Benchmark } from '../table.ts';

/** Enough for 10,000 holds. */
const SCHEDULES = 5_300;
const PROCESSES = 2;

export const latenessTables: Benchmark = async ({ isQuick }) => {
  const task = { of: 'seeds', seed: 1, count: SCHEDULES } as const;
  const tally = isQuick ? await first() : await sweepCuesInProcesses(task, PROCESSES);
  const { latenessMs, schedules, holds, cues, early, lost, doubled } = tally;
  const { page, helper, ...all } = latenessMs;
  const row = (by: string, of: { readonly p50: number; readonly p99: number; readonly max: number }) => ({
    by,
    'p50 ms': of.p50,
    'p99 ms': of.p99,
    'max ms': of.max,
  });
  return [
    {
      name: 'cue lateness',
      command: 'npm run bench -- lateness (npm run sweep -- cues for 10,000 schedules)',
      compares: `each cue against its due time: ${schedules} random fault schedules, ${holds} holds, ${cues} cues, ${early} early, ${lost} lost, ${doubled} doubled; the page and the helper where nothing had disturbed them since the cue before`,
      rows: [row('all', all), row('page', page), row('helper', helper)],
    },
  ];
};

/** Runs the first schedule only, in this process. */
async function first(): Promise<Tally> {
  const counter = createCounter();
  counter.add('the first', await (await createSweeper()).run(scheduleOf(1)), []);
  return counter.tally();
}
