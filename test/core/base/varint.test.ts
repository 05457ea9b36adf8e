/** Numbers of as few bytes as they need. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { putVarint, takeVarint } from '../../../utils/core/base/varint.ts';

function written(value: number): Uint8Array {
  const out: number[] = [];
  putVarint(out, value);
  return Uint8Array.from(out);
}

it.each([
  [0, [0]],
  [127, [127]],
  [128, [128, 1]],
  [16_383, [255, 127]],
  [16_384, [128, 128, 1]],
  [2 ** 32 - 1, [255, 255, 255, 255, 15]],
])('%i is written as %j', (value, bytes) => {
  expect([...written(value)]).toEqual(bytes);
});

it('any number is read back, and the next begins after it', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 2 ** 32 - 1 }), (value) => {
      const cursor = { bytes: Uint8Array.from([...written(value), 9]), at: 0 };
      expect([takeVarint(cursor), takeVarint(cursor)]).toEqual([value, 9]);
    }),
  );
});

it('one that no writer makes ends beyond the bytes', () => {
  const cursor = { bytes: new Uint8Array(9).fill(255), at: 0 };
  expect(takeVarint(cursor)).toBe(0);
  expect(cursor.at).toBeGreaterThan(cursor.bytes.length);
});
