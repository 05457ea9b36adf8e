import { expect, it } from 'vitest';
import { documentedCommands, isOfTheTests } from '../../tools/check/documented-commands.ts';
import { inlineCommands, shellLines } from '../support/document-commands.ts';
import { repositoryFiles, textOf } from './sources.ts';

const literal = shellLines(textOf('README.md'));
/** The recipes are run by their test, the rest as `documentedCommands` says. */
const recipes = shellLines(textOf('docs/developer-guide.md').split('## A routine')[1] ?? '');
const documents = repositoryFiles.filter((file) =>
  /^(?:README|CONTRIBUTING|SECURITY|docs\/.*|simulator\/README)\.md$/.test(file),
);
const given = new Set(
  documents.flatMap((file) => [...shellLines(textOf(file)), ...inlineCommands(textOf(file))]),
);

it('every command of a document is run', () => {
  const left = [...given].filter(
    (command) =>
      !literal.includes(command) &&
      !recipes.includes(command) &&
      !isOfTheTests(command) &&
      documentedCommands[command] === undefined,
  );
  expect(left).toEqual([]);
  expect(given.size).toBeGreaterThan(30);
});

it('nothing is run in the name of a command that no document gives', () => {
  expect(Object.keys(documentedCommands).filter((command) => !given.has(command))).toEqual([]);
});
