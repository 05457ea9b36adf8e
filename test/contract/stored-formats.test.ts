/** The documents of stored formats agree with the code. */
import { expect, it } from 'vitest';
import { ENDINGS, MORNINGS, OUTCOMES, PHASES, STEPS, TOOLS } from '../../utils/core/log/codes.ts';
import * as storedNames from '../../utils/core/stored-names.ts';
import { textOf } from './sources.ts';

/** The words of a row of the documented code table, without what is in brackets or after a semicolon. */
function documentedWords(list: string): readonly string[] {
  const row = textOf('docs/log-format.md')
    .split('\n')
    .find((line) => line.startsWith(`| ${list} |`));
  const words = row?.split('|')[2]?.replace(/\(.*?\)|;.*/g, '') ?? '';
  return words.split(',').map((word) => word.trim());
}

it.each([
  ['phase', PHASES],
  ['tool', TOOLS],
  ['step', STEPS],
  ['ending', ENDINGS],
  ['outcome', OUTCOMES],
  ['morning', MORNINGS],
])('docs/log-format.md gives the codes of a %s in their order', (list, words) => {
  expect(documentedWords(list)).toEqual(words);
});

it('docs/storage.md lists every name that is stored, and no other', () => {
  const listed = [...textOf('docs/storage.md').matchAll(/^\| `([^`]+)` \|/gm)].map(([, name]) => name);
  expect(listed.sort()).toEqual(Object.values(storedNames).sort());
});
