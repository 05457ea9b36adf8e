/**
 * Runs one gate of the check as a child process with its output streamed through.
 * Knows nothing of what a gate means; a gate holds if its process ends with code 0.
 */
import { spawn } from 'node:child_process';

export interface Gate {
  readonly heading: string;
  readonly program: string;
  readonly args: readonly string[];
}

export interface GateOutcome {
  readonly heading: string;
  readonly isPassed: boolean;
}

/** Prints the heading, runs the gate in `cwd` to its end, prints its seconds. */
export function runGate(gate: Gate, cwd: string): Promise<GateOutcome> {
  process.stdout.write(`\n== ${gate.heading}\n`);
  const startedMs = Date.now();
  return new Promise((resolve) => {
    const finish = (isPassed: boolean): void => {
      const seconds = ((Date.now() - startedMs) / 1000).toFixed(1);
      process.stdout.write(`-- ${gate.heading}: ${isPassed ? 'ok' : 'FAILED'} (${seconds} s)\n`);
      resolve({ heading: gate.heading, isPassed });
    };
    const child = spawn(gate.program, gate.args, { cwd, stdio: ['ignore', 'inherit', 'inherit'] });
    child.on('error', (error) => {
      process.stdout.write(`${gate.program} cannot be started: ${error.message}\n`);
      finish(false);
    });
    child.on('close', (code) => finish(code === 0));
  });
}
