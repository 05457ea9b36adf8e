import { describe, expect, it } from 'vitest';
import { asciiBytes } from '../../../utils/core/base/bytes.ts';
import { fromHex, toHex } from '../../../utils/core/base/hex.ts';
import { encodeFrame, frameAt, isWholeLength, MAX_BODY } from '../../../utils/core/log/frame.ts';

/** [schema, seq, body, bytes]: the bytes are frozen, because watches and phones hold them. */
const GOLDEN: readonly (readonly [number, number, string, string])[] = [
  [0, 1, '{}', '000700000000017b7d0f71da3c'],
  [255, 2, '', '0005ff00000002e9cbe86d'],
  [7, 0xffffffff, 'abc', '000807ffffffff616263fa617b26'],
];

describe('a frame', () => {
  it.each(GOLDEN)(
    'of schema %i, seq %i and body %j is the same bytes both ways',
    (schema, seq, body, hex) => {
      expect(toHex(encodeFrame(schema, seq, asciiBytes(body)).bytes)).toBe(hex);
      const frame = frameAt(fromHex(hex) ?? new Uint8Array(0), 0);
      expect(frame).toMatchObject({ schema, seq, body: asciiBytes(body) });
      expect(toHex(frame?.bytes ?? new Uint8Array(0))).toBe(hex);
    },
  );

  it('of the longest body is read back', () => {
    const frame = encodeFrame(0, 5, new Uint8Array(MAX_BODY).fill(0x41));
    expect(frameAt(frame.bytes, 0)?.body).toEqual(frame.body);
  });

  it.each([
    ['a body of 3,401 bytes', () => encodeFrame(0, 1, new Uint8Array(MAX_BODY + 1))],
    ['seq 0', () => encodeFrame(0, 0, new Uint8Array(0))],
    ['a seq of 33 bits', () => encodeFrame(0, 2 ** 32, new Uint8Array(0))],
    ['no number', () => encodeFrame(0, Number.NaN, new Uint8Array(0))],
  ])('is not made for %s', (_, make) => {
    expect(make).toThrow(RangeError);
  });

  it('spoilt in its body still shows that all of it was written; one cut short does not', () => {
    const { bytes } = encodeFrame(0, 5, asciiBytes('body'));
    bytes[8] = 0;
    expect(isWholeLength(bytes, 0)).toBe(true);
    for (let length = 0; length < bytes.length; length++) {
      expect(isWholeLength(bytes.slice(0, length), 0)).toBe(false);
    }
  });
});
