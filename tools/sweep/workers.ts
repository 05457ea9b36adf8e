/** Shares the work of a sweep among processes, each of which is this program with the sub-command `worker`. */
import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { createCounter, type Tally } from './cues/tally.ts';
import { type CueTask, type JudgedSchedule, judgeSchedules } from './cues/task.ts';
import { type Count, sumOf } from './log/count.ts';
import { type CrashSweep, sweepCrash } from './log/crash.ts';
import { liveYear, type YearReport } from './year/year.ts';

/** One of several equal parts: every `of`-th piece of the work, from `index` on. */
export interface Share {
  readonly index: number;
  readonly of: number;
}

type Work =
  | { readonly sweep: 'cues'; readonly task: CueTask }
  | { readonly sweep: 'crash'; readonly task: CrashSweep }
  | { readonly sweep: 'year'; readonly task: YearSweep };

/** So many years, from this seed on. */
export interface YearSweep {
  readonly count: number;
  readonly seed: number;
}

const MAIN = fileURLToPath(new URL('../main.ts', import.meta.url));
const PROGRESS_MS = 30_000;

/**
 * Runs and judges the schedules of `task`. Prints on stderr each finding at once, and the progress from time to time.
 * @throws Error if a process ends before its share is done
 */
export async function sweepCuesInProcesses(task: CueTask, jobs: number): Promise<Tally> {
  const counter = createCounter();
  let done = 0;
  const progress = setInterval(() => process.stderr.write(`${done} done\n`), PROGRESS_MS);
  progress.unref();
  await inProcesses({ sweep: 'cues', task }, jobs, (message) => {
    const { name, judgement, schedule } = message as JudgedSchedule;
    counter.add(name, judgement, schedule);
    done++;
    for (const { text } of judgement.findings) process.stderr.write(`${name}: ${text}\n`);
  });
  clearInterval(progress);
  return counter.tally();
}

/** @throws Error if a process ends before its share is done */
export async function sweepCrashInProcesses(task: CrashSweep, jobs: number): Promise<Count> {
  const counts: Count[] = [];
  await inProcesses({ sweep: 'crash', task }, jobs, (message) => void counts.push(message as Count));
  return sumOf(counts);
}

/** In the order of their seeds. @throws Error if a process ends before its share is done */
export async function sweepYearsInProcesses(task: YearSweep, jobs: number): Promise<readonly YearReport[]> {
  const years: YearReport[] = [];
  await inProcesses({ sweep: 'year', task }, jobs, (message) => void years.push(message as YearReport));
  return years.sort((one, other) => one.seed - other.seed);
}

/** What a worker process does with its one argument: it sends its results to its parent and ends. */
export async function runWorker(argument: string): Promise<void> {
  const { work, share }: { readonly work: Work; readonly share: Share } = JSON.parse(argument);
  const isOrphan = (): void => process.exit();
  process.once('disconnect', isOrphan);
  const send = (message: unknown): Promise<void> =>
    new Promise((resolve) => process.send?.(message, () => resolve()));
  try {
    if (work.sweep === 'year') {
      const { count, seed } = work.task;
      for (let at = share.index; at < count; at += share.of) await send(liveYear(seed + at));
    } else if (work.sweep === 'crash') await send(sweepCrash({ ...work.task, share }));
    else for await (const judged of judgeSchedules(work.task, share)) await send(judged);
  } catch (thrown) {
    // Thrown on, it would be lost: the simulator's engine keeps the process alive.
    process.stderr.write(`${thrown instanceof Error ? thrown.stack : String(thrown)}\n`);
    process.exit(1);
  }
  process.off('disconnect', isOrphan);
  process.disconnect();
}

async function inProcesses(work: Work, jobs: number, receive: (message: unknown) => void): Promise<void> {
  await Promise.all(
    Array.from({ length: jobs }, (_, index) => {
      const argument = JSON.stringify({ work, share: { index, of: jobs } });
      const child = fork(MAIN, ['sweep', 'worker', argument], { execArgv: ['--import', 'tsx'] });
      child.on('message', receive);
      return new Promise<void>((resolve, reject) => {
        child.on('error', reject);
        child.on('exit', (code) =>
          code === 0 ? resolve() : reject(new Error(`A process of the sweep ended with code ${code}.`)),
        );
      });
    }),
  );
}
