/** What all command lines share: errors in the arguments, failures and exit codes. */
import { readFileSync } from 'node:fs';
import { type Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import { fetchRulesOf } from '../engine/phone/fetch-rules.ts';
import { messageOf } from '../engine/runtime/format-value.ts';

const EXIT_FAILURE = 1;
const EXIT_USAGE = 2;

/**
 * Runs one tool and returns its exit code: 2 after an unknown option or argument, 1 after a failure, else what the tool
 * has set. The reason is printed on stderr as a sentence.
 *
 * @param args the words after the tool's name
 */
export async function runTool(command: Command, args: readonly string[]): Promise<number> {
  prepare(command);
  try {
    await command.parseAsync([...args], { from: 'user' });
    return Number(process.exitCode ?? 0);
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : EXIT_USAGE;
    process.stderr.write(`${printableLines(failureText(error))}\n`);
    return EXIT_FAILURE;
  }
}

/** Parses an option that is a whole number of at least 0. */
export function wholeNumber(text: string): number {
  if (!/^\d+$/.test(text)) throw new InvalidArgumentError('It must be a whole number.');
  return Number(text);
}

/** Parses an option that is a whole number of at least 1. */
export function positiveNumber(text: string): number {
  if (!/^[1-9]\d*$/.test(text)) throw new InvalidArgumentError('It must be a whole number above 0.');
  return Number(text);
}

/** Parses the number of a port. */
export function portNumber(text: string): number {
  const port = Number(text);
  if (!Number.isInteger(port) || port < 1 || port > 65_535)
    throw new InvalidArgumentError('It must be a number from 1 to 65535.');
  return port;
}

/** Collects an option that may be given more than once. */
export function collected(text: string, before: readonly string[] = []): readonly string[] {
  return [...before, text];
}

/** The option that says that the app is the user's own. Without it, the app runs where it cannot reach anything of this computer. */
export function ownAppOption(): Option {
  return new Option(
    '--own-app',
    'the app at the path is your own: run it in Node, where it can read and write your files',
  );
}

/** Reads a file with answers to web requests; see `FetchRule`. */
export function fetchRulesOption(): Option {
  return new Option(
    '--fetch-rules <file>',
    'JSON list of answers to web requests of the side service',
  ).argParser((file: string) => {
    try {
      return fetchRulesOf(JSON.parse(readFileSync(file, 'utf8')));
    } catch (error) {
      throw new InvalidArgumentError(messageOf(error));
    }
  });
}

/** Adds the options of the commands that draw pictures. @param folder where the pictures go by default */
export function withPictureOptions(command: Command, folder: string): Command {
  return command
    .option('--page <name>', 'page to open; may be given more than once', collected, [])
    .option('--all', 'every page of the app')
    .option('--script <file>', 'script that leads to the moment')
    .option('--strip', 'add the strip of vibrations')
    .option('--device <name>', 'model to draw; may be given more than once', collected, [])
    .option('--allow <rule>', 'accept breaches of this rule; may be given more than once', collected, [])
    .option('--out <folder>', 'folder to write', folder)
    .addOption(fetchRulesOption())
    .addOption(ownAppOption());
}

/** A text that an app has made, on one line and without control characters, which a terminal would obey. */
export function printable(text: string): string {
  return text.replace(/\p{Cc}+/gu, ' ');
}

/** The same for a text of several lines, such as what the packer said about an app. */
export function printableLines(text: string): string {
  return text.split('\n').map(printable).join('\n');
}

/** Prepares a command and its sub-commands; the options of a sub-command stand after its name. */
function prepare(command: Command, program = command.name()): void {
  command
    .enablePositionalOptions()
    .exitOverride()
    .configureOutput({
      outputError: (text, write) => write(`${sentence(text)} See \`${program} --help\`.\n`),
    });
  for (const part of command.commands) prepare(part, program);
}

/** `error: unknown option '--x'` as `Unknown option '--x'.` */
function sentence(text: string): string {
  const words = text
    .replace(/^error: /, '')
    .trim()
    .replaceAll('\n', ' ');
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}${/[.)]$/.test(words) ? '' : '.'}`;
}

/**
 * An error of the language itself (a `TypeError`, for example) is a fault of the tool and is printed with its stack. Of any other, the
 * message is printed.
 */
function failureText(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const isFault = [TypeError, RangeError, ReferenceError, SyntaxError].some((kind) => error instanceof kind);
  return (isFault && error.stack) || error.message;
}
