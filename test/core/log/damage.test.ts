import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { asciiBytes, concatBytes } from '../../../utils/core/base/bytes.ts';
import { encodeFrame, type Frame, type FrameScan, scanFrames } from '../../../utils/core/log/frame.ts';

/** Bodies as they are stored (JSON), an empty one, and one with the bytes of a length field. */
const BODIES = [
  asciiBytes('{"a":1}'),
  new Uint8Array(0),
  Uint8Array.from([5, 1, 5, 1]),
  asciiBytes('[1,2,3]'),
];
const FRAMES: readonly Frame[] = BODIES.map((body, at) => encodeFrame(at === 1 ? 3 : 1, at + 1, body));
const LOG = concatBytes(FRAMES.map((frame) => frame.bytes));
const STARTS = FRAMES.map((_, at) => FRAMES.slice(0, at).reduce((sum, frame) => sum + frame.bytes.length, 0));
const startOf = (at: number): number => STARTS[at] ?? LOG.length;
const ownerOf = (byte: number): number => FRAMES.findIndex((_, at) => byte < startOf(at + 1));

function without(at: number): readonly Frame[] {
  return FRAMES.filter((_, index) => index !== at);
}

/** Plain data, so that a test can show a difference. */
function told(scan: FrameScan): unknown {
  return { seqs: scan.frames.map((frame) => frame.seq), damage: scan.damage };
}

describe('scanning a log', () => {
  it('finds every frame of an undamaged one', () => {
    expect(scanFrames(LOG)).toEqual({ frames: FRAMES, damage: [] });
  });

  it('finds, in every prefix, the complete frames and the place of the torn tail', () => {
    for (let length = 0; length <= LOG.length; length++) {
      const whole = FRAMES.filter((_, at) => startOf(at + 1) <= length);
      const goodTo = startOf(whole.length);
      expect(scanFrames(LOG.slice(0, length))).toEqual({
        frames: whole,
        damage: length > goodTo ? [{ from: goodTo, to: length }] : [],
      });
    }
  });

  it('loses, for any flipped bit, only the frame that it hit, and gives its range', () => {
    for (let bit = 0; bit < LOG.length * 8; bit++) {
      const bytes = LOG.slice();
      const hit = bit >> 3;
      bytes[hit] = (bytes[hit] ?? 0) ^ (1 << (bit & 7));
      const at = ownerOf(hit);
      expect(scanFrames(bytes), `bit ${bit}`).toEqual({
        frames: without(at),
        damage: [{ from: startOf(at), to: startOf(at + 1) }],
      });
    }
  });

  it('loses, for any missing byte, only the frame to which it belonged, and gives its range', () => {
    for (let byte = 0; byte < LOG.length; byte++) {
      const at = ownerOf(byte);
      const bytes = concatBytes([LOG.slice(0, byte), LOG.slice(byte + 1)]);
      expect(told(scanFrames(bytes)), `byte ${byte}`).toEqual({
        seqs: without(at).map((frame) => frame.seq),
        damage: [{ from: startOf(at), to: startOf(at + 1) - 1 }],
      });
    }
  });

  it('finds the frames before and after any rubbish', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 1, maxLength: 40 }), fc.nat(FRAMES.length), (rubbish, gap) => {
        const from = startOf(gap);
        const bytes = concatBytes([LOG.slice(0, from), rubbish, LOG.slice(from)]);
        expect(scanFrames(bytes)).toEqual({
          frames: FRAMES,
          damage: [{ from, to: from + rubbish.length }],
        });
      }),
    );
  });

  it('finds no frame in bytes that hold none', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        expect(scanFrames(bytes)).toEqual({
          frames: [],
          damage: bytes.length === 0 ? [] : [{ from: 0, to: bytes.length }],
        });
      }),
    );
  });

  it('reports zeroed flash as damage', () => {
    expect(scanFrames(new Uint8Array(64))).toEqual({ frames: [], damage: [{ from: 0, to: 64 }] });
  });
});
