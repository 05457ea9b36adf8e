/** The counters in the engine: they count what it does, and do not change it. */
import { build } from 'esbuild';
import { expect, it } from 'vitest';
import { countedEngine } from '../../../tools/bench/counted-engine.ts';
import { ENTRIES, INSTRUCTIONS, withCounters } from '../../../tools/bench/wasm-counters.ts';
import { repositoryRoot } from '../../../tools/shared/project.ts';

/** `(module (import "a" "f" (func)) (global i32 …) (func (export "go") (param i32) (loop … br_if)))` in bytes. */
const MODULE = Uint8Array.from([
  ...[0x00, 0x61, 0x73, 0x6d, 1, 0, 0, 0],
  // Types: () -> () and (i32) -> ().
  ...[1, 8, 2, 0x60, 0, 0, 0x60, 1, 0x7f, 0],
  // Import "a" "f".
  ...[2, 7, 1, 1, 0x61, 1, 0x66, 0, 0],
  ...[3, 2, 1, 1],
  ...[6, 6, 1, 0x7f, 0, 0x41, 7, 0x0b],
  // Export "go", function 1.
  ...[7, 6, 1, 2, 0x67, 0x6f, 0, 1],
  // loop; local.get 0; i32.const 1; i32.sub; local.tee 0; br_if 0; end; end
  ...[10, 16, 1, 14, 0, 0x03, 0x40, 0x20, 0, 0x41, 1, 0x6b, 0x22, 0, 0x0d, 0, 0x0b, 0x0b],
]);

async function counted(rounds: number): Promise<readonly bigint[]> {
  const bytes = new Uint8Array(withCounters(MODULE, 'go'));
  const { instance } = await WebAssembly.instantiate(bytes, { a: { f() {} } });
  (instance.exports.go as (rounds: number) => void)(rounds);
  return [INSTRUCTIONS, ENTRIES].map((name) => (instance.exports[name] as WebAssembly.Global<'i64'>).value);
}

it.each([
  [1, 5n],
  [2, 10n],
  [1_000, 5_000n],
])(
  '%d rounds of a loop of five instructions are counted exactly, and its function once',
  async (rounds, all) => {
    expect(await counted(rounds)).toEqual([all, 1n]);
  },
);

it('a module without a function that is to be counted is refused with the function’s name', () => {
  expect(() => withCounters(MODULE, 'malloc')).toThrow('exports no function "malloc"');
});

// Without its last four bytes or fewer, the code section is cut off. Shorter modules lose whole sections, or end within one.
it.each([1, 2, 3, 5, 8, 13, 17, 18, 19, 24])('a module that lacks its last %d bytes is refused', (bytes) => {
  const torn = MODULE.subarray(0, MODULE.length - bytes);
  expect(() => withCounters(torn, 'go')).toThrow(/the module (ends at \d+|has no section)/);
});

it('the same work is counted the same twice, and twice the work about twice', async () => {
  const { quickjs, work } = await countedEngine();
  const vm = quickjs.createVm();
  const instructionsOf = (rounds: number): number => {
    const before = work().instructions;
    vm.unwrapResult(vm.evalCode(`for (var i = 0; i < ${rounds}; i++);`)).dispose();
    return work().instructions - before;
  };
  instructionsOf(1_000);
  const [once, again, twice] = [10_000, 10_000, 20_000].map(instructionsOf);
  expect(Math.abs((again ?? 0) / (once ?? 1) - 1)).toBeLessThan(0.01);
  expect((twice ?? 0) / (once ?? 1)).toBeCloseTo(2, 1);
});

async function allocationsOf(expression: string): Promise<number> {
  const { quickjs, work } = await countedEngine();
  const vm = quickjs.createVm();
  const before = work().allocations;
  vm.unwrapResult(
    vm.evalCode(`var kept = new Array(1000); for (var i = 0; i < 1000; i++) kept[i] = ${expression};`),
  ).dispose();
  return work().allocations - before;
}

it('a number counts as no allocation', async () => {
  expect(await allocationsOf('i')).toBeLessThan(200);
});

it('each object that is kept counts as an allocation, though nothing is freed', async () => {
  expect(await allocationsOf('{}')).toBeGreaterThan(1_000);
});

it('the checksum takes less than half the work of one that goes bit by bit', async () => {
  const { quickjs, work } = await countedEngine();
  const vm = quickjs.createVm();
  const { outputFiles } = await build({
    stdin: { contents: "export { crc32 } from './utils/core/base/crc32.ts';", resolveDir: repositoryRoot },
    bundle: true,
    write: false,
    format: 'iife',
    globalName: 'ours',
    target: 'es2019',
  });
  const bitByBit = `function plain(b) { var c = -1; for (var at = 0; at < b.length; at++) { c ^= b[at];
    for (var bit = 0; bit < 8; bit++) c = (c >>> 1) ^ (-306674912 & -(c & 1)); } return ~c >>> 0; }`;
  const evaluate = (code: string): number => {
    const handle = vm.unwrapResult(vm.evalCode(code));
    const value = Number(vm.dump(handle) ?? 0);
    handle.dispose();
    return value;
  };
  evaluate(`${outputFiles[0]?.text}; ${bitByBit}; var b = new Uint8Array(1400).map((_, at) => at * 37); 0`);
  const costs = ['ours.crc32(b)', 'plain(b)'].map((call) => {
    const before = work().instructions;
    return [evaluate(call), work().instructions - before] as const;
  });
  const [[ours, oursWork] = [0, 0], [plain, plainWork] = [1, 0]] = costs;
  expect(ours).toBe(plain);
  expect(oursWork).toBeLessThan(plainWork / 2);
});
