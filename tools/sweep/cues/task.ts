/** What is swept: schedules by number. A worker runs every n-th of them and sends each judgement home. */
import { faultText } from './fault.ts';
import { matrixCells } from './matrix.ts';
import type { Judgement } from './oracle.ts';
import { createSweeper } from './run.ts';
import { type Schedule, scheduleOf } from './schedule.ts';

export type Task =
  | { readonly of: 'seeds'; readonly seed: number; readonly count: number }
  | { readonly of: 'matrix'; readonly every: number; readonly only?: readonly string[] };

/** One schedule, done. */
export interface Done {
  readonly name: string;
  readonly judgement: Judgement;
  readonly schedule: readonly string[];
}

export interface Share {
  readonly task: Task;
  /** This one of so many. */
  readonly index: number;
  readonly of: number;
}

interface Run {
  readonly name: string;
  readonly schedule: Omit<Schedule, 'seed'>;
  readonly words: readonly string[];
}

const SHARE = 'ILIACUS_SWEEP_SHARE';

function* runsOf(task: Task): Generator<Run> {
  if (task.of === 'matrix') {
    for (const { name, schedule } of matrixCells(task.every, task.only))
      yield { name, schedule, words: schedule.faults.map(faultText) };
    return;
  }
  for (let seed = task.seed; seed < task.seed + task.count; seed++) {
    const schedule = scheduleOf(seed);
    const { device, consent, choices } = schedule;
    const words = [`${device}, consent ${consent}, ${JSON.stringify(choices)}`];
    yield {
      name: `--seed ${seed} --count 1`,
      schedule,
      words: [...words, ...schedule.faults.map(faultText)],
    };
  }
}

export const isWorker = (): boolean => process.env[SHARE] !== undefined;

export const shareInEnvironment = (share: Share): NodeJS.ProcessEnv => ({
  ...process.env,
  [SHARE]: JSON.stringify(share),
});

/** What a worker does: its share, then it ends. */
export async function work(): Promise<void> {
  const { task, index, of }: Share = JSON.parse(process.env[SHARE] ?? '');
  // Nobody waits for it any more.
  process.once('disconnect', () => process.exit());
  const sweeper = await createSweeper();
  let number = 0;
  for (const { name, schedule, words } of runsOf(task)) {
    if (number++ % of !== index) continue;
    const { cues, holds, excused, untracked, findings, lateness } = await sweeper.run(schedule);
    const judgement = { cues, holds, excused, untracked, findings, lateness };
    const done: Done = { name, judgement, schedule: words };
    await new Promise((resolve) => process.send?.(done, resolve));
  }
  process.disconnect();
}
