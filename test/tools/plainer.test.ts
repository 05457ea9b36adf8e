/** Plainer words mean the same: each snippet is run as it is written and as the watch gets it. */
import { runInNewContext } from 'node:vm';
import { describe, expect, it } from 'vitest';
import { plainer } from '../../tools/package/lower-syntax.ts';

/** What the last line of `code` gives. */
const run = (code: string): unknown =>
  runInNewContext(`(() => {${code.replace(/(?:export )?default\s/, '')}})()`);

/** The snippet is a function's body, so that Babel, which reads modules, takes its `return`. */
async function onTheWatch(body: string): Promise<string> {
  const code = await plainer('snippet', `globalThis.snippet = () => {${body}};`, true);
  return `${code}; return globalThis.snippet();`;
}

const SNIPPETS: readonly (readonly [string, string])[] = [
  ['fields of a parameter', 'const f = ({ a, b: { c } }) => [a, c]; return f({ a: 1, b: { c: 2 } });'],
  ['a number that stands in for a missing field', 'const f = ({ a = 5, b }) => a + b; return f({ b: 1 });'],
  [
    'a default that speaks of another name',
    'const x = 7; const f = ({ a = x }) => { const x = 1; return a + x; }; return f({});',
  ],
  [
    'a computed field',
    "const k = 'a'; const f = ({ [k]: a }) => { const k = 2; return a + k; }; return f({ a: 1 });",
  ],
  ['a body with a variable of the same name', 'function f({ a }) { var a; return a; } return f({ a: 3 });'],
  ['places of an array, one left out', 'const [a, , c] = [1, 2, 3]; return [a, c];'],
  ['a swap', 'let a = 1; let b = 2; [a, b] = [b, a]; return [a, b];'],
  [
    'pairs of a loop',
    'const all = []; for (const [k, v] of Object.entries({ a: 1, b: 2 })) all.push(k + v); return all;',
  ],
  [
    'a closure for each turn of a loop',
    'const all = []; for (const { n } of [{ n: 1 }, { n: 2 }]) all.push(() => n); return all.map((f) => f());',
  ],
  ['a source that is set anew on the way', 'let s = { a: { b: 4 } }; ({ a: s } = s); return s.b;'],
  ['a template beside a number', 'const n = 3; return `$' + '{n}$' + '{n} of $' + '{[1, 2]}`;'],
  [
    'a class with a method that takes something apart',
    'class C { m({ a }) { return a; } } return new C().m({ a: 9 });',
  ],
];

it.each(SNIPPETS)('%s gives the same', async (_, body) => {
  expect(run(await onTheWatch(body))).toEqual(run(body));
});

it.each(SNIPPETS.slice(0, 2))('%s leaves no pattern', async (_, body) => {
  expect(await onTheWatch(body)).not.toMatch(/(?:var|let|const) ?[{[]/);
});

it('what is null cannot be taken apart here either', async () => {
  const body = 'const { a } = null; return a;';
  expect(() => run(body)).toThrow();
  const code = await onTheWatch(body);
  expect(() => run(code)).toThrow();
});

describe('the build refuses', () => {
  it.each([
    [
      'the rest of a list',
      "const [a, ...rest] = JSON.parse('[1]'); return [a, rest];",
      'snippet uses what costs a helper',
    ],
    [
      'the rest of an object',
      'const { a, ...rest } = { a: 1 }; return [a, rest];',
      'snippet uses what costs a helper',
    ],
    ['keys of a map', 'const [k] = new Map([[1, 2]]).keys(); return k;', 'takes apart what is no array'],
    ['a set', 'const [k] = new Set([1]); return k;', 'takes apart what is no array'],
  ])('%s', async (_, body, sentence) => {
    await expect(onTheWatch(body)).rejects.toThrow(sentence);
  });
});
