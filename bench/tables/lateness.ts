/** How late cues come over simulated holds with random faults; the sweep's own runs and judgement. */

import { createSweeper } from '../../scripts/sweep/run.ts';
import { scheduleOf } from '../../scripts/sweep/schedule.ts';
import { createCounter } from '../../scripts/sweep/tally.ts';
import type { Benchmark } from '../table.ts';

/** The whole sweep has its own command; this many schedules stay within the time of a benchmark. */
const SCHEDULES = 150;

export const latenessTables: Benchmark = async ({ isQuick }) => {
  const sweeper = await createSweeper();
  const counter = createCounter();
  for (let seed = 1; seed <= (isQuick ? 1 : SCHEDULES); seed++)
    counter.add(`seed ${seed}`, await sweeper.run(scheduleOf(seed)), []);
  const { latenessMs, schedules, cues, early, lost, doubled } = counter.tally();
  const { page, standby, ...all } = latenessMs;
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
      compares: `each cue against its due time: ${schedules} random fault schedules, ${cues} cues, ${early} early, ${lost} lost, ${doubled} doubled`,
      rows: [row('all', all), row('page', page), row('standby', standby)],
    },
  ];
};
