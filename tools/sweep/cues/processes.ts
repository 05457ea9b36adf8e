/** Shares a sweep among processes and adds up what they send. */
import { type ChildProcess, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { createCounter, type Tally } from './tally.ts';
import { type Done, shareInEnvironment, type Task } from './task.ts';

const SWEEP = fileURLToPath(new URL('../cues.ts', import.meta.url));

/** Between two lines that say how far it is. */
const PROGRESS_MS = 30_000;

/**
 * Says on stderr how far it is, and of each failure at once.
 *
 * @throws Error where a process ends before its share is done
 */
export async function sweepInProcesses(task: Task, jobs: number): Promise<Tally> {
  const counter = createCounter();
  let done = 0;
  const progress = setInterval(() => process.stderr.write(`${done} done\n`), PROGRESS_MS);
  progress.unref();
  await Promise.all(
    Array.from({ length: jobs }, (_, index) => {
      const child = fork(SWEEP, ['cues'], { env: shareInEnvironment({ task, index, of: jobs }) });
      child.on('message', (message) => {
        const { name, judgement, schedule } = message as Done;
        counter.add(name, judgement, schedule);
        done++;
        for (const { text } of judgement.findings) process.stderr.write(`${name}: ${text}\n`);
      });
      return ended(child);
    }),
  );
  return counter.tally();
}

function ended(child: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('exit', (code) =>
      code === 0 ? resolve() : reject(new Error(`a process of the sweep ended with ${code}`)),
    );
  });
}
