/** Documents: every link has a target, and every command exists and accepts its arguments. */
import { existsSync } from 'node:fs';
import { join, posix } from 'node:path';
import { CommanderError } from 'commander';
import { expect, it } from 'vitest';
import { inlineCommands, SIMULATOR_README, shellLines } from '../../tools/check/document-commands.ts';
import { objectAt, stringAt } from '../../tools/shared/json.ts';
import { repositoryRoot } from '../../tools/shared/project.ts';
import { TOOLS } from '../../tools/tools.ts';
import { jsonOf, repositoryFiles, textOf } from './sources.ts';

const documents = repositoryFiles.filter(
  (file) => file.endsWith('.md') && !file.startsWith('store/') && !file.endsWith('THIRD-PARTY-NOTICES.md'),
);
const scripts = objectAt(jsonOf('package.json'), 'scripts');

/** Targets of links and pictures that lie in the repository, resolved from the document's folder. */
function targetsOf(file: string): readonly string[] {
  const prose = textOf(file).replace(/^```[\s\S]*?^```$/gm, '');
  const found = [...prose.matchAll(/\]\(([^)\s]+)\)|<(?:img|a) [^>]*(?:src|href)="([^"]+)"/g)];
  return found.map(([, link, tag]) => link ?? tag ?? '').filter((target) => !/^[a-z]+:/.test(target));
}

/** A heading's anchor, as code hosts make it. */
function anchorsOf(file: string): readonly string[] {
  return [...textOf(file).matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s_-]/gu, '')
      .replace(/ /g, '-'),
  );
}

function isDead(file: string, target: string): boolean {
  const [path = '', anchor] = target.split('#');
  const at = path === '' ? file : posix.join(posix.dirname(file), path);
  if (!existsSync(join(repositoryRoot, at))) return true;
  return anchor !== undefined && !anchorsOf(at).includes(anchor);
}

it.each(documents)('every link and picture of %s has a target', (file) => {
  expect(targetsOf(file).filter((target) => isDead(file, target))).toEqual([]);
});

it('the search for links and pictures finds them', () => {
  expect(targetsOf('README.md')).toEqual(
    expect.arrayContaining(['docs/pictures/session.webp', 'docs/wearer-guide.md', 'LICENSE']),
  );
  expect(isDead('README.md', 'docs/no-such-file.md')).toBe(true);
  expect(isDead('docs/privacy.md', '#permissions')).toBe(false);
  expect(isDead('docs/privacy.md', '../README.md#no-such-heading')).toBe(true);
});

/** The files that a document names in backquotes, by a path with a folder in it. */
const pathPattern =
  /`((?:app-service|app-side|assets|docs|page|setting|simulator|store|test|tools|utils)\/[\w./-]*\w)`/g;

it.each(documents.filter((file) => file !== 'CHANGELOG.md'))('every path that %s names exists', (file) => {
  const named = [...textOf(file).matchAll(pathPattern)].map(([, path = '']) => path);
  const example = /\/my-routine|-it\.ts$|it-IT/;
  const lost = named.filter(
    (path) =>
      !example.test(path) &&
      !existsSync(join(repositoryRoot, path)) &&
      !existsSync(join(repositoryRoot, posix.dirname(file), path)),
  );
  expect(lost).toEqual([]);
});

/** The blocks of the simulator's README are run in an empty folder (test/tools/simulator-package.test.ts). */
const isRunElsewhere = (file: string, line: string): boolean =>
  file === SIMULATOR_README && shellLines(textOf(file)).includes(line);
const commands = documents.flatMap((file) =>
  [...shellLines(textOf(file)), ...inlineCommands(textOf(file))]
    .filter((line) => !isRunElsewhere(file, line))
    .flatMap((line) => line.split(' && ').map((command) => ({ file, command: command.trim() }))),
);

/** What is wrong with a command, or nothing. */
async function fault(command: string): Promise<string | null> {
  const [program = '', ...words] = (command.match(/"[^"]*"|\S+/g) ?? []).map((word) =>
    word.replaceAll('"', ''),
  );
  if (program === 'cp') return existsSync(join(repositoryRoot, words[0] ?? '')) ? null : 'no such file';
  if (program === 'npx') return npxFault(words);
  if (program !== 'npm') return `unknown program "${program}"`;
  if (words[0] === 'ci') return null;
  const [verb = '', ...rest] = words.filter((word) => word !== '--silent');
  const name = verb === 'run' ? (rest[0] ?? '') : verb;
  const script = stringAt(scripts, name);
  if (script === undefined || (verb !== 'run' && !['start', 'test'].includes(verb)))
    return `no script "${name}"`;
  const given = words.includes('--') ? words.slice(words.indexOf('--') + 1) : [];
  const tool = /^tsx tools\/main.ts (\S+)$/.exec(script)?.[1];
  if (tool !== undefined) return toolFault(tool, given);
  return given.length === 0 ? null : `the script "${name}" takes no arguments`;
}

/** Stops a tool after it has parsed its arguments, before it does anything. */
class Parsed extends Error {}

/** Why a tool refuses its arguments. A placeholder such as NAME may stand for a value. */
async function toolFault(name: string, args: readonly string[]): Promise<string | null> {
  const command = await TOOLS[name]?.();
  if (command === undefined) return `no tool "${name}"`;
  command.hook('preAction', () => {
    throw new Parsed();
  });
  for (const part of [command, ...command.commands])
    part
      .enablePositionalOptions()
      .exitOverride()
      .configureOutput({ writeOut() {}, writeErr() {} });
  try {
    await command.parseAsync(args, { from: 'user' });
    return 'it does nothing';
  } catch (error) {
    if (error instanceof Parsed) return null;
    if (!(error instanceof CommanderError)) throw error;
    const isAccepted = ['commander.invalidArgument', 'commander.helpDisplayed'].includes(error.code);
    return isAccepted ? null : error.message;
  }
}

function npxFault([tool = '', ...words]: readonly string[]): string | null {
  if (tool === 'vitest' || tool === 'tsc') {
    const paths = words.filter((word) => word !== 'run' && !word.startsWith('-'));
    return paths.every((path) => existsSync(join(repositoryRoot, path))) ? null : 'no such test';
  }
  if (tool === 'tsx') return existsSync(join(repositoryRoot, words[0] ?? '')) ? null : 'no such program';
  return `unknown tool "${tool}"`;
}

it('every command of every document exists and accepts its arguments', async () => {
  const faults = await Promise.all(
    commands.map(async ({ file, command }) => ({ file, command, fault: await fault(command) })),
  );
  expect(faults.filter((row) => row.fault !== null)).toEqual([]);
  expect(commands.length).toBeGreaterThan(20);
});

it.each([
  ['npm run nosuch', 'no script "nosuch"'],
  ['npm run simulate -- --nosuch', "error: unknown option '--nosuch'"],
  ['npm run sweep -- nosuch', "error: unknown command 'nosuch'"],
  ['npm run lint -- --nosuch', 'the script "lint" takes no arguments'],
  ['npx vitest run test/nosuch', 'no such test'],
  ['npx tsx tools/bench/nosuch.ts', 'no such program'],
  ['curl example.org', 'unknown program "curl"'],
])('`%s` is reported as faulty', async (command, told) => {
  expect(await fault(command)).toBe(told);
});
