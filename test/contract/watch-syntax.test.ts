/** Finds uses of what the watch's engine lacks, and of what the pure layers must get as an argument, with file and line. */
import { expect, it } from 'vitest';
import { codeOf, modulesIn } from './sources.ts';

const watch = modulesIn(
  'app.ts',
  'page',
  'app-service',
  'utils/core',
  'utils/ports',
  'utils/run',
  'utils/zos',
);
const withoutPlatform = modulesIn('utils/core', 'utils/ports', 'utils/run');

function places(files: readonly string[], pattern: RegExp): readonly string[] {
  return files.flatMap((file) =>
    codeOf(file)
      .split('\n')
      .flatMap((line, index) => (pattern.test(line) ? [`${file}:${index + 1}: ${line.trim()}`] : [])),
  );
}

it.each([
  ['async functions: its side is synchronous, with callbacks at the ports', /\b(?:async|await)\b/],
  ['private names, which the bundler turns into weak maps', /(?:^|[\s.(])#[a-z]/i],
  ['BigInt literals, which the engine refuses', /\b\d[\d_]*n\b/],
  ['logical assignment, which the engine refuses', /(?:\|\||&&|\?\?)=/],
  [
    'methods newer than the engine',
    /\.(?:at|findLast|findLastIndex|hasOwn|toSorted|toReversed|toSpliced|groupBy)\(/,
  ],
  [
    'names newer than the engine',
    /\b(?:BigInt|WeakRef|FinalizationRegistry|structuredClone|TextEncoder|TextDecoder)\b/,
  ],
  ['code from text, which the platform forbids', /\beval\(|\bnew Function\b/],
])('the watch does without %s', (_what, pattern) => {
  expect(places(watch, pattern)).toEqual([]);
});

it.each([
  ['the clock', /\bDate\b/],
  ['chance', /\bMath\.random\b/],
  ['promises', /\bPromise\b/],
])('core, ports and loops do without %s, which they get as an argument', (_what, pattern) => {
  expect(places(withoutPlatform, pattern)).toEqual([]);
});

it('no shared module keeps state at its top level, since every bundle would have its own copy', () => {
  expect(places(modulesIn('utils'), /^(?:export )?(?:let|var)\b/)).toEqual([]);
});
