import { describe, expect, it } from 'vitest';
import { asciiBytes, u32Bytes } from '../../../utils/core/base/bytes.ts';
import { crc32 } from '../../../utils/core/base/crc32.ts';
import { fromHex, toHex } from '../../../utils/core/base/hex.ts';
import { sentence } from '../../../utils/core/base/result.ts';
import { encodeFrame } from '../../../utils/core/log/frame.ts';
import {
  HELLO,
  HOLDINGS,
  MAX_BODY_BYTES,
  MAX_MESSAGE_BYTES,
  PUSH,
  REFUSAL,
  seal,
  unseal,
} from '../../../utils/core/sync/message.ts';
import { encodeHello, encodePush } from '../../support/watch-messages.ts';

/** Rows of [what, message, bytes]. The bytes must never change, because watch and phone are updated separately. */
const GOLDEN: readonly (readonly [string, Uint8Array, string])[] = [
  ['hello', encodeHello(1, 2, 3, 4), '49010100000001000000020000000300000004921a8af2'],
  [
    'push',
    encodePush(0xffffffff, 0xdeadbeef, 1, [encodeFrame(255, 1, new Uint8Array(0))]),
    '490102ffffffffdeadbeef000000010301ff01d610d72170f5b22a',
  ],
  ['holds', seal(HOLDINGS, 7, 2, u32Bytes(0x01020304, 9)), '4901810000000700000002010203040000000999435d73'],
  ['refusal', seal(REFUSAL, 0, 0, asciiBytes('no')), '4901ff00000000000000006e6f928138e4'],
];

/** The message with one byte changed and its CRC corrected. */
function altered(bytes: Uint8Array, at: number, value: number): Uint8Array {
  const copy = bytes.slice();
  copy[at] = value;
  copy.set(u32Bytes(crc32(copy, 0, copy.length - 4)), copy.length - 4);
  return copy;
}

function fault(bytes: Uint8Array): string {
  const opened = unseal(bytes);
  return opened.ok ? 'none' : sentence(opened.failure);
}

describe('a message', () => {
  it.each(GOLDEN)('%s has exactly these bytes', (_, bytes, hex) => {
    expect(toHex(bytes)).toBe(hex);
  });

  it('is read back as it was sealed', () => {
    expect(unseal(fromHex(GOLDEN[1]?.[2] ?? '') ?? new Uint8Array(0))).toEqual({
      ok: true,
      value: {
        kind: PUSH,
        id: 0xffffffff,
        install: 0xdeadbeef,
        body: fromHex('000000010301ff01d610d721'),
      },
    });
  });

  it('is read from a view of a larger buffer, as zml hands it over', () => {
    const bytes = seal(HELLO, 5, 6, u32Bytes(1, 0));
    const padded = Uint8Array.from([9, 9, 9, ...bytes, 9]);
    expect(unseal(padded.subarray(3, 3 + bytes.length))).toEqual(unseal(bytes));
  });

  it.each([
    ['nothing', new Uint8Array(0), 'byte 0: not a message of this app'],
    ['14 bytes', new Uint8Array(14), 'byte 0: not a message of this app'],
    ['a stranger', new Uint8Array(15), 'byte 0: not a message of this app'],
    ['foreign magic', altered(encodeHello(1, 2, 3, 4), 0, 0x7b), 'byte 0: not a message of this app'],
    [
      'another protocol',
      altered(encodeHello(1, 2, 3, 4), 1, 2),
      'byte 1: protocol 2 is not 1: update watch and phone',
    ],
  ])('is refused with the fault and the place: %s', (_, bytes, told) => {
    expect(fault(bytes)).toBe(told);
  });

  it('is refused after any flipped bit and any cut', () => {
    const whole = encodeHello(1, 2, 3, 4);
    for (let bit = 0; bit < whole.length * 8; bit++) {
      const spoilt = whole.slice();
      spoilt[bit >> 3] = (spoilt[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      expect(unseal(spoilt).ok, `bit ${bit}`).toBe(false);
    }
    for (let length = 0; length < whole.length; length++) {
      expect(unseal(whole.slice(0, length)).ok, `${length} bytes`).toBe(false);
    }
  });

  it('reports damage with the place of its checksum', () => {
    const spoilt = encodeHello(1, 2, 3, 4);
    spoilt[12] = 0x55;
    expect(fault(spoilt)).toBe('byte 19: damaged on the way');
  });

  it('is never longer than one zml chunk', () => {
    expect(seal(PUSH, 1, 2, new Uint8Array(MAX_BODY_BYTES))).toHaveLength(MAX_MESSAGE_BYTES);
    expect(() => seal(PUSH, 1, 2, new Uint8Array(MAX_BODY_BYTES + 1))).toThrow(RangeError);
  });
});
