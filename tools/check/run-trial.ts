/** Runs one documented command as a stranger's shell would, and judges how it ended. */
import { spawn } from 'node:child_process';
import type { Trial } from './documented-commands.ts';

export interface Outcome {
  readonly isGood: boolean;
  /** What happened, the seconds that it took, the command, and its sentence if it has refused. */
  readonly line: string;
}

interface End {
  readonly code: number;
  /** True if the command never ends by itself and has printed that it is ready. */
  readonly isReady: boolean;
  readonly output: string;
}

/** What a command that never ends by itself prints once it is ready. */
const READY_TEXT = 'Ctrl+C ends the simulator';
const LONGEST_MS = 45 * 60_000;
const OUTPUT_KEPT = 20_000;

/** Runs the command in `cwd` with this home folder; prints its output on stderr if it does not end as it must. */
export async function runTrial(trial: Trial, cwd: string, home: string): Promise<Outcome> {
  const sinceMs = performance.now();
  const end = await runLiterally(trial.as, cwd, home);
  const refusal = refusalIn(trial, end);
  const mustRefuse = trial.refusal !== undefined && trial.refusal.mayWork !== true;
  const hasWorked = !mustRefuse && (end.isReady || end.code === 0);
  const isGood = hasWorked || refusal !== undefined;
  if (!isGood) process.stderr.write(`${end.output}\n`);
  const seconds = Math.round((performance.now() - sinceMs) / 1000);
  const what = hasWorked ? 'worked' : isGood ? 'refused' : 'FAILED';
  const said = hasWorked || refusal === undefined ? '' : `\n  ${refusal}`;
  return { isGood, line: `${what}, ${seconds} s: ${trial.as}${said}` };
}

/** The sentence with which the command refused, if it did as it must. */
function refusalIn({ refusal }: Trial, { code, output }: End): string | undefined {
  if (refusal === undefined || code !== 1) return undefined;
  return output.split('\n').find((line) => line.includes(refusal.says));
}

function runLiterally(command: string, cwd: string, home: string): Promise<End> {
  return new Promise((resolve) => {
    // Pass on nothing of the npm that started this, and open no browser window.
    const { PATH, TMPDIR, npm_config_registry } = process.env;
    const env = { PATH, TMPDIR, npm_config_registry, HOME: home, CI: '1' };
    const child = spawn(command, {
      cwd,
      shell: true,
      detached: true,
      env: Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined)),
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    let isReady = false;
    const end = (): void => {
      if (child.pid !== undefined) process.kill(-child.pid, 'SIGTERM');
    };
    const timer = setTimeout(end, LONGEST_MS);
    const collect = (chunk: Buffer): void => {
      output = (output + chunk.toString('utf8')).slice(-OUTPUT_KEPT);
      if (isReady || !output.includes(READY_TEXT)) return;
      isReady = true;
      end();
    };
    child.stdout.on('data', collect);
    child.stderr.on('data', collect);
    child.on('close', (code) => {
      clearTimeout(timer);
      resolve({ code: code ?? 1, isReady, output });
    });
  });
}
