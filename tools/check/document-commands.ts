/** Commands that a document gives: the lines of its blocks for a shell, and its inline commands in backquotes. */
import { documentedCommands, isOfTheTests } from './documented-commands.ts';

/** A fence may be indented, as in a list. A block without a language is for a shell if a line of it calls one of these. */
const FENCE = /^[ \t]*```([\w-]*)\n([\s\S]*?)^[ \t]*```$/gm;
const SHELLS = /^(?:sh|bash|shell|zsh|console)$/;
const PROGRAM = /^(?:npm|npx|node|git|cp|cd|mkdir|curl|yarn|pnpm|tsx) /;

/** What `npm run check:fresh` runs literally: these blocks, line by line. */
export const README = 'README.md';
/** This one in an empty folder, with the package of the simulator. */
export const SIMULATOR_README = 'simulator/README.md';
const GUIDE = 'docs/developer-guide.md';
/** The blocks of the guide from here on are run by test/recipes/recipes.test.ts. */
const RECIPES = '## A routine';

/** Lines of every block for a shell below `heading`, or in the whole document. */
export function shellLines(text: string, heading?: string): readonly string[] {
  const part = heading === undefined ? text : sectionOf(text, heading);
  return [...part.matchAll(FENCE)].flatMap(([, language = '', block = '']) => {
    const lines = block.split('\n').map((line) => line.trim().replace(/^\$ /, ''));
    const isShell = language === '' ? lines.some((line) => PROGRAM.test(line)) : SHELLS.test(language);
    return isShell ? lines.filter((line) => line !== '' && !line.startsWith('#')) : [];
  });
}

/** Inline code that begins with `npm` or `npx`. */
export function inlineCommands(text: string): readonly string[] {
  const prose = text.replace(FENCE, '');
  return [...prose.matchAll(/`((?:npm|npx)\s[^`]+)`/g)].map(([, command = '']) =>
    command.replace(/\s+/g, ' '),
  );
}

/** The commands that nothing runs, each behind its file. @param texts the documents by their paths */
export function unknownCommands(texts: Readonly<Record<string, string>>): readonly string[] {
  const linesOf = (file: string): readonly string[] => shellLines(texts[file] ?? '');
  const recipes = shellLines(texts[GUIDE]?.split(RECIPES)[1] ?? '');
  return Object.entries(texts).flatMap(([file, text]) => {
    const ownLines = file === SIMULATOR_README ? linesOf(file) : file === GUIDE ? recipes : [];
    const run = [...linesOf(README), ...ownLines];
    return [...shellLines(text), ...inlineCommands(text)]
      .filter((command) => !run.includes(command) && !isOfTheTests(command))
      .filter((command) => documentedCommands[command] === undefined)
      .map((command) => `${file}: ${command}`);
  });
}

/** The text from this heading to the next of its rank. */
function sectionOf(text: string, heading: string): string {
  const [, rest] = text.split(`## ${heading}\n`);
  if (rest === undefined) throw new Error(`there is no heading "${heading}"`);
  return rest.split(/^## /m)[0] ?? '';
}
