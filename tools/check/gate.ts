/** Runs one gate of `npm test` as a child process whose output is passed on. */
import { spawn } from 'node:child_process';

export interface Gate {
  readonly heading: string;
  readonly program: string;
  readonly args: readonly string[];
}

/**
 * Prints the heading, runs the gate in `cwd` and prints the seconds that it took.
 * @returns true if the process ended with code 0
 */
export async function runGate({ heading, program, args }: Gate, cwd: string): Promise<boolean> {
  process.stdout.write(`\n== ${heading}\n`);
  const startedMs = Date.now();
  const isPassed = await new Promise<boolean>((resolve) => {
    const child = spawn(program, args, { cwd, stdio: ['ignore', 'inherit', 'inherit'] });
    child.on('error', (error) => {
      process.stdout.write(`${program} cannot be started: ${error.message}\n`);
      resolve(false);
    });
    child.on('close', (code) => resolve(code === 0));
  });
  const seconds = ((Date.now() - startedMs) / 1000).toFixed(1);
  process.stdout.write(`-- ${heading}: ${isPassed ? 'ok' : 'FAILED'} (${seconds} s)\n`);
  return isPassed;
}
