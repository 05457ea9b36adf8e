/** How far the cues of a session of half an hour drift from the plan on slow timers. */
import { createSweeper } from './run.ts';
import type { Schedule } from './schedule.ts';

/** Half an hour of holds on timers that are 2 % slow. */
const DRIFT_SCHEDULE: Omit<Schedule, 'seed'> = {
  device: 'Balance 2',
  consent: 'allow',
  preferences: { stage: 'active', sides: ['left', 'right'], lingerS: 120 },
  faults: [{ atMs: 0, fault: { kind: 'rate', rate: 1.02 } }],
  watchMs: 30 * 60_000,
};

/** Cues at either end that are averaged, because the lateness within a tick is chance. */
const CUES = 4;

/** Average lateness of the last cues minus that of the first, ms. */
export async function measureDrift(): Promise<number> {
  const { lateness, findings } = await (await createSweeper()).run(DRIFT_SCHEDULE);
  if (findings.length > 0) throw new Error(`the session that is measured for drift: ${findings[0]?.text}`);
  const mean = (some: typeof lateness): number =>
    some.reduce((sum, { lateMs }) => sum + lateMs, 0) / Math.max(1, some.length);
  return Math.round(mean(lateness.slice(-CUES)) - mean(lateness.slice(0, CUES)));
}
