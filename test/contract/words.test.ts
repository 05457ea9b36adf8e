/** Words in the files, and their sizes: the repository speaks of the product only, in short files. */
import { expect, it } from 'vitest';
import { modulesIn, repositoryFiles, textOf } from './sources.ts';

const texts = repositoryFiles.filter((file) => /\.(?:ts|js|json|md|html|css|svg|sh|yml|py)$/.test(file));
const written = texts.filter(
  (file) => file !== 'package-lock.json' && file !== 'test/contract/words.test.ts',
);

it('no file names a path of somebody’s machine', () => {
  const machinePath = /(?:^|[\s"'`(=])(?:\/(?:work|home|root|Users|tmp)\/[a-z]|[A-Z]:\\\\?[A-Za-z])/m;
  expect(written.filter((file) => machinePath.test(textOf(file)))).toEqual([]);
});

it('no file leaves work for later in a comment', () => {
  expect(written.filter((file) => /\b(?:TODO|FIXME|XXX)\b/.test(textOf(file)))).toEqual([]);
});

it('no test is skipped, singled out or left open', () => {
  const tests = modulesIn('test', 'simulator/test').filter((file) => file.endsWith('.test.ts'));
  const weakened = /\b(?:it|test|describe)\.(?:skip|only|todo|fails|skipIf|runIf)\b/;
  expect(
    tests.filter((file) => file !== 'test/contract/words.test.ts' && weakened.test(textOf(file))),
  ).toEqual([]);
});

it('no module is longer than 300 lines', () => {
  const long = repositoryFiles
    .filter((file) => file.endsWith('.ts'))
    .map((file) => ({ file, lines: textOf(file).trimEnd().split('\n').length }))
    .filter(({ lines }) => lines > 300);
  expect(long).toEqual([]);
});

it('the words that the spelling check must know are sorted, few and all needed', () => {
  const words = textOf('cspell-words.txt').trimEnd().split('\n');
  const everything = written
    .filter((file) => file !== 'cspell.json')
    .map(textOf)
    .join('\n')
    .toLowerCase();
  expect(words).toEqual([...new Set(words)].sort());
  expect(words.filter((word) => !everything.includes(word))).toEqual([]);
  expect(words.length).toBeLessThan(200);
});
