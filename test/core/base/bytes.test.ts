import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  asciiBytes,
  asciiText,
  concatBytes,
  createGrowingBytes,
  putU32,
  u32At,
  u32Bytes,
} from '../../../utils/core/base/bytes.ts';
import { fromHex, toHex } from '../../../utils/core/base/hex.ts';

const HEX: readonly (readonly [readonly number[], string])[] = [
  [[], ''],
  [[0], '00'],
  [[9, 10, 15, 16], '090a0f10'],
  [[127, 128, 255], '7f80ff'],
];

const WORDS: readonly (readonly [readonly number[], string])[] = [
  [[], ''],
  [[0], '00000000'],
  [[1, 0x01020304], '0000000101020304'],
  [[0xffffffff, 0x80000000], 'ffffffff80000000'],
];

describe('hex', () => {
  it.each(HEX)('writes %j as %s and reads it back', (values, hex) => {
    expect(toHex(Uint8Array.from(values))).toBe(hex);
    expect([...(fromHex(hex) ?? [])]).toEqual(values);
  });

  it.each(['0', 'abc', '0g', 'zz', 'AB', ' 00', '00\n', '0x00', '5A', '0@', 'f_', '0/', '0:'])(
    'refuses %j, which is no hex',
    (text) => {
      expect(fromHex(text)).toBeNull();
    },
  );

  it('reads any bytes back', () => {
    fc.assert(
      fc.property(fc.uint8Array(), (bytes) => {
        expect(fromHex(toHex(bytes))).toEqual(bytes);
      }),
    );
  });
});

describe('numbers of four bytes', () => {
  it.each(WORDS)('are written big-endian: %j as %s', (values, hex) => {
    const bytes = u32Bytes(...values);
    expect(toHex(bytes)).toBe(hex);
    expect(values.map((_, at) => u32At(bytes, at * 4))).toEqual(values);
  });

  it('are read from the start of a view, not from the start of its larger buffer', () => {
    const part = u32Bytes(1, 2, 3).subarray(4, 8);
    expect(u32At(part, 0)).toBe(2);
  });

  it('are put into their place, and nowhere else', () => {
    const bytes = new Uint8Array(8).fill(7);
    putU32(bytes, 2, 0xfedcba98);
    expect(toHex(bytes)).toBe('0707fedcba980707');
  });

  it('read zeros beyond the end of the bytes', () => {
    expect(u32At(Uint8Array.from([1, 2]), 0)).toBe(0x01020000);
  });
});

describe('texts and parts', () => {
  it('keep every code point up to 255', () => {
    const text = String.fromCharCode(...Array.from({ length: 256 }, (_, at) => at));
    expect(asciiText(asciiBytes(text))).toBe(text);
  });

  it('of more characters than are made in one call are whole', () => {
    for (const length of [255, 256, 257, 1_000]) {
      const text = Array.from({ length }, (_, at) => String.fromCharCode(33 + (at % 90))).join('');
      expect(asciiText(asciiBytes(text))).toBe(text);
    }
  });

  it('that grow, stay, shrink or change have the bytes of each of them', () => {
    const bytesOf = createGrowingBytes();
    for (const text of ['', 'ab', 'abcd', 'abcd', 'abc', 'abX', 'abXY', 'Q', ''])
      expect(bytesOf(text)).toEqual(asciiBytes(text));
  });

  it('are joined in order, empty ones included', () => {
    expect(toHex(concatBytes([u32Bytes(1), new Uint8Array(0), asciiBytes('A')]))).toBe('0000000141');
  });
});
