/** Runs a program as a child process and returns its output. */
import { spawn } from 'node:child_process';

export interface CommandResult {
  readonly code: number;
  /** Standard output and error, in the order of arrival, without colour codes. */
  readonly output: string;
}

export interface CommandOptions {
  readonly cwd: string;
  readonly env?: Readonly<Record<string, string>>;
}

/** Waits for the end of the program, whatever its exit code is. @throws Error if it cannot be started */
export function runCommand(
  program: string,
  args: readonly string[],
  { cwd, env = {} }: CommandOptions,
): Promise<CommandResult> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, {
      cwd,
      env: { ...process.env, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const parts: string[] = [];
    const collect = (chunk: Buffer): void => void parts.push(chunk.toString('utf8'));
    child.stdout.on('data', collect);
    child.stderr.on('data', collect);
    child.on('error', reject);
    child.on('close', (code) => resolve({ code: code ?? 1, output: withoutColour(parts.join('')) }));
  });
}

function withoutColour(text: string): string {
  const escapeCode = String.fromCharCode(27);
  return text.replaceAll(new RegExp(`${escapeCode}\\[[0-9;]*m`, 'g'), '');
}
