import { Command } from 'commander';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { positiveNumber, runTool } from 'zepp-watch-simulator/command-line';
import { TOOLS } from '../../tools/tools.ts';

let stdout = '';
let stderr = '';
beforeEach(() => {
  stdout = '';
  stderr = '';
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
    stdout += String(text);
    return true;
  });
  vi.spyOn(process.stderr, 'write').mockImplementation((text) => {
    stderr += String(text);
    return true;
  });
});
afterEach(() => {
  vi.restoreAllMocks();
  process.exitCode = undefined;
});

/** Every tool and every sub-command, as the words that call it. */
const calls: readonly (readonly [call: string, tool: string, words: readonly string[]])[] = (
  await Promise.all(
    Object.entries(TOOLS).map(async ([tool, create]) =>
      [[], ...(await create()).commands.map((command) => [command.name()])].map(
        (words) => [[tool, ...words].join(' '), tool, words] as const,
      ),
    ),
  )
).flat();

const run = async (tool: string, words: readonly string[]): Promise<number> =>
  runTool(await (TOOLS[tool] as () => Promise<Command>)(), words);

describe.each(calls)('%s', (_call, tool, words) => {
  it('prints its usage for --help', async () => {
    expect(await run(tool, [...words, '--help'])).toBe(0);
    expect(stdout).toMatch(/^Usage: np[mx] /);
  });

  it('refuses an unknown option with a sentence that names it', async () => {
    expect(await run(tool, [...words, '--no-such-option'])).toBe(2);
    expect(stderr).toMatch(/^Unknown option '--no-such-option'\. See `[^`]+ --help`\.\n$/);
  });
});

it('an unknown sub-command is refused with its name', async () => {
  expect(await run('sweep', ['nosuch'])).toBe(2);
  expect(stderr).toMatch(/^Unknown command 'nosuch'\. /);
});

it('an unknown benchmark is refused with a list of those that exist', async () => {
  expect(await run('bench', ['nosuch'])).toBe(2);
  expect(stderr).toMatch(/nosuch.* Allowed choices are log, sync, /);
});

it('an option that needs a number refuses a text, with its name', async () => {
  expect(await run('sweep', ['cues', '--count', 'many'])).toBe(2);
  expect(stderr).toMatch(/'--count <number>' argument 'many' is invalid\. It must be a whole number\./);
});

describe('a tool that fails', () => {
  const failing = (error: Error): Command =>
    new Command('tool').action(() => {
      throw error;
    });

  it('prints its reason and ends with code 1', async () => {
    expect(await runTool(failing(new Error('The disk is full.')), [])).toBe(1);
    expect(stderr).toBe('The disk is full.\n');
  });

  it('prints the stack of an error in its own code', async () => {
    expect(await runTool(failing(new TypeError('x is not a function')), [])).toBe(1);
    expect(stderr).toMatch(/^TypeError: x is not a function\n {4}at /);
  });

  it('ends with the code that it has set', async () => {
    const command = new Command('tool').action(() => {
      process.exitCode = 3;
    });
    expect(await runTool(command, [])).toBe(3);
  });
});

it('an option that needs a positive number refuses zero', () => {
  expect(() => positiveNumber('0')).toThrow('above 0');
});
