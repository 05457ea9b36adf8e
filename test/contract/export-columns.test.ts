/** The columns of the CSV, as docs/export.md lists them. */
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { csvOf } from '../../utils/core/export/csv.ts';

it('the CSV has exactly the columns that the document lists, in that order', () => {
  const document = readFileSync('docs/export.md', 'utf8');
  const table = document.slice(document.indexOf('| Column |'), document.indexOf('`guided_s` is the time'));
  const listed = table
    .split('\n')
    .slice(2)
    .flatMap((row) => Array.from((row.split('|')[1] ?? '').matchAll(/`(\w+)`/g), ([, name]) => name));
  expect((csvOf([]).split('\r\n')[0] ?? '').split(',')).toEqual(listed);
});
