/** `npm run check:fresh` knows every command of every document, and names those that it does not know. */
import { expect, it } from 'vitest';
import { inlineCommands, shellLines, unknownCommands } from '../../tools/check/document-commands.ts';
import { documentedCommands } from '../../tools/check/documented-commands.ts';
import { repositoryFiles, textOf } from './sources.ts';

const texts = Object.fromEntries(
  repositoryFiles.filter((file) => file.endsWith('.md')).map((file) => [file, textOf(file)]),
);
const given = new Set(Object.values(texts).flatMap((text) => [...shellLines(text), ...inlineCommands(text)]));

it('every command of every document is run', () => {
  expect(unknownCommands(texts)).toEqual([]);
  expect(given.size).toBeGreaterThan(30);
});

it('no command is run that no document gives', () => {
  expect(Object.keys(documentedCommands).filter((command) => !given.has(command))).toEqual([]);
});

const MADE_UP = 'npm run build -- --made-up';
it.each([
  ['in backquotes', `Run \`${MADE_UP}\` now.`],
  ['in backquotes, over the end of a line', `Run \`${MADE_UP.replace(' --m', '\n--m')}\` now.`],
  ['in a block', `\`\`\`sh\n${MADE_UP}\n\`\`\`\n`],
  ['in a block of a list', `1. Run\n   \`\`\`sh\n   ${MADE_UP}\n   \`\`\`\n`],
  ['in a block of another shell', `\`\`\`console\n$ ${MADE_UP}\n\`\`\`\n`],
  ['in a block without a language', `\`\`\`\n${MADE_UP}\n\`\`\`\n`],
])('a made-up command %s of a document is found', (_, text) => {
  for (const file of ['CONTRIBUTING.md', 'docs/decisions/made-up.md', 'simulator/CHANGELOG.md'])
    expect(unknownCommands({ ...texts, [file]: `${texts[file] ?? ''}\n${text}` })).toEqual([
      `${file}: ${MADE_UP}`,
    ]);
});

it('a command that the README gives only in backquotes is not run with its blocks', () => {
  expect(unknownCommands({ 'README.md': `\`${MADE_UP}\`` })).toEqual([`README.md: ${MADE_UP}`]);
});
