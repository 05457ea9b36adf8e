/** What the watch's engine lacks, or pays for dearly in every bundle, named with file and line. */
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
  ['async functions, which cost 650 bytes in each bundle', /\b(?:async|await)\b/],
  ['private names, which cost 890 bytes in each bundle', /(?:^|[\s.(])#[a-z]/i],
  ['classes, whose fields cost 470 bytes in each bundle', /\bclass\s+\w/],
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
  ['object rest, which costs 640 bytes in each bundle', /\.\.\.\w+\s*\}\s*(?:=[^=>]|\)|:)/],
])('the watch does without %s', (_what, pattern) => {
  expect(places(watch, pattern)).toEqual([]);
});

it.each([
  ['the clock', /\bDate\b|\bperformance\b/],
  ['chance', /\bMath\.random\b/],
  ['timers', /\b(?:setTimeout|setInterval|clearTimeout|clearInterval)\b/],
  ['the console', /\bconsole\b/],
  ['promises', /\bPromise\b/],
])('core, ports and loops do without %s: it arrives as an argument', (_what, pattern) => {
  expect(places(withoutPlatform, pattern)).toEqual([]);
});

it('no shared module keeps state at its top level, since every bundle would have its own copy', () => {
  expect(places(modulesIn('utils'), /^(?:export )?(?:let|var)\b/)).toEqual([]);
});
