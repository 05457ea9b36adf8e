import { describe, expect, it } from 'vitest';
import { asciiBytes } from '../../../utils/core/base/bytes.ts';
import { withCrc } from '../../../utils/core/base/crc32.ts';
import { fromHex, toHex } from '../../../utils/core/base/hex.ts';
import { encodeFrame, frameAt, MAX_BODY, SESSION } from '../../../utils/core/log/frame.ts';

/** Rows of [schema, kind, seq, body, bytes]. The bytes must never change, because watches and phones hold them. */
const GOLDEN: readonly (readonly [number, number, number, string, string])[] = [
  [1, 1, 1, '{}', '050101017b7d876eb94e'],
  [1, 3, 2, '', '03010302f710282a'],
  [7, 9, 0xffffffff, 'abc', '0a0709ffffffff0f616263cf8cec5a'],
];

describe('a frame', () => {
  it.each(GOLDEN)(
    'of schema %i, kind %i, seq %i and body %j has fixed bytes, and is read back from them',
    (schema, kind, seq, body, hex) => {
      expect(toHex(encodeFrame(kind, seq, asciiBytes(body), schema).bytes)).toBe(hex);
      const frame = frameAt(fromHex(hex) ?? new Uint8Array(0), 0);
      expect(frame).toMatchObject({ schema, kind, seq, body: asciiBytes(body) });
      expect(toHex(frame?.bytes ?? new Uint8Array(0))).toBe(hex);
    },
  );

  it('of the longest body is read back', () => {
    const frame = encodeFrame(SESSION, 5, new Uint8Array(MAX_BODY).fill(0x41));
    expect(frameAt(frame.bytes, 0)?.body).toEqual(frame.body);
  });

  it.each([
    ['a body of 3,401 bytes', () => encodeFrame(SESSION, 1, new Uint8Array(MAX_BODY + 1))],
    ['seq 0', () => encodeFrame(SESSION, 0, new Uint8Array(0))],
    ['a seq of 33 bits', () => encodeFrame(SESSION, 2 ** 32, new Uint8Array(0))],
    ['no number', () => encodeFrame(SESSION, Number.NaN, new Uint8Array(0))],
  ])('is not made for %s', (_, make) => {
    expect(make).toThrow(RangeError);
  });

  it.each([
    ['without a seq', [2, 1, 1]],
    ['whose seq goes on into its checksum', [3, 1, 1, 0x81]],
  ])('%s is none, though its checksum is right', (_, inner) => {
    expect(frameAt(withCrc([inner]), 0)).toBeNull();
  });
});
