import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { asciiBytes, asciiText } from '../../../utils/core/base/bytes.ts';
import { fromHex, toHex } from '../../../utils/core/base/hex.ts';
import {
  decodeCopy,
  encodeCopy,
  newerCopy,
  newestCopy,
  revisionIn,
} from '../../../utils/core/log/double-buffer.ts';

const GOLDEN: readonly (readonly [number, string, string])[] = [
  [1, '', '5643ef8a00000001'],
  [258, 'hi', '93b02afb000001026869'],
];

describe('a copy', () => {
  it.each(GOLDEN)(
    'of revision %i with %j has fixed bytes, and is read back from them',
    (revision, text, hex) => {
      expect(toHex(encodeCopy(revision, asciiBytes(text)))).toBe(hex);
      expect(decodeCopy(fromHex(hex))).toEqual({ revision, content: asciiBytes(text) });
    },
  );

  it.each([
    ['a missing file', null],
    ['an empty file', new Uint8Array(0)],
    ['zeroed flash', new Uint8Array(64)],
  ])('is not found in %s', (_, bytes) => {
    expect(decodeCopy(bytes)).toBeNull();
  });

  it('is refused after any cut and any flipped bit', () => {
    const whole = encodeCopy(3, asciiBytes('{"at":"hold"}'));
    for (let length = 0; length < whole.length; length++) {
      expect(decodeCopy(whole.slice(0, length)), `${length} bytes`).toBeNull();
    }
    for (let bit = 0; bit < whole.length * 8; bit++) {
      const spoilt = whole.slice();
      spoilt[bit >> 3] = (spoilt[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      expect(decodeCopy(spoilt), `bit ${bit}`).toBeNull();
    }
  });
});

describe('of two copies', () => {
  const older = decodeCopy(encodeCopy(4, asciiBytes('older')));
  const newer = decodeCopy(encodeCopy(5, asciiBytes('newer')));

  it.each([
    ['the newer one wins, whichever it is', older, newer, 'newer'],
    ['the newer one wins, whichever it is', newer, older, 'newer'],
    ['the only one wins', older, null, 'older'],
    ['the only one wins', null, older, 'older'],
  ])('%s', (_, a, b, text) => {
    const won = newerCopy(a, b);
    expect(won === null ? null : asciiText(won.content)).toBe(text);
  });

  it('none wins if there is none', () => {
    expect(newerCopy(null, null)).toBeNull();
  });

  it('the older one survives any torn write of the newer', () => {
    fc.assert(
      fc.property(fc.uint8Array(), fc.uint8Array(), fc.nat(), (before, after, cut) => {
        const torn = encodeCopy(5, after);
        const kept = decodeCopy(torn.slice(0, cut % torn.length));
        expect(newerCopy(decodeCopy(encodeCopy(4, before)), kept)?.content).toEqual(before);
      }),
    );
  });
});

describe('the newest whole copy of two files', () => {
  const copy = (revision: number, text: string): Uint8Array => encodeCopy(revision, asciiBytes(text));
  const damaged = (bytes: Uint8Array): Uint8Array => bytes.map((byte, at) => (at === 9 ? byte ^ 1 : byte));
  const [old, fresh] = [copy(4, 'older'), copy(5, 'newer')];

  it.each<[string, Uint8Array | null, Uint8Array | null, string | null]>([
    ['is the one of the higher revision', old, fresh, 'newer'],
    ['is the older one where the newer is damaged', old, damaged(fresh), 'older'],
    ['is the newer one where the older is damaged', damaged(old), fresh, 'newer'],
    ['is the only one', null, fresh, 'newer'],
    ['is the only one that is complete', fresh.slice(0, 7), old, 'older'],
    ['is none of two that are damaged', damaged(old), damaged(fresh), null],
    ['is none of none', null, null, null],
  ])('%s', (_, a, b, expected) => {
    for (const found of [newestCopy(a, b), newestCopy(b, a)]) {
      expect(found === null ? null : asciiText(found.content)).toBe(expected);
    }
  });

  it('has its revision in its bytes, before anything is checked', () => {
    expect([fresh, damaged(fresh), fresh.slice(0, 8), fresh.slice(0, 7), null].map(revisionIn)).toEqual([
      5, 5, 5, -1, -1,
    ]);
  });
});
