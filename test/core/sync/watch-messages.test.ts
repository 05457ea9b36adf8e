import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { asciiBytes, concatBytes, u32Bytes } from '../../../utils/core/base/bytes.ts';
import { sentence } from '../../../utils/core/base/result.ts';
import { encodeFrame, MAX_BODY, scanFrames } from '../../../utils/core/log/frame.ts';
import {
  HOLDINGS,
  MAX_MESSAGE_BYTES,
  PUSH,
  REFUSAL,
  seal,
  unseal,
} from '../../../utils/core/sync/message.ts';
import { parseAnswer } from '../../../utils/core/sync/watch-messages.ts';
import { encodePush } from '../../support/watch-messages.ts';

const WATCH = 0x1234;

function fault(bytes: Uint8Array): string {
  const read = parseAnswer(bytes, WATCH);
  return read.ok ? 'none' : sentence(read.failure);
}

function carried(message: Uint8Array): readonly number[] {
  const opened = unseal(message);
  if (!opened.ok) throw new Error(opened.failure.what);
  const scan = scanFrames(opened.value.body.slice(4));
  expect(scan.damage).toEqual([]);
  return scan.frames.map((frame) => frame.seq);
}

describe('a push', () => {
  it('carries as many records from the first on as fit into one message, and at least one', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: MAX_BODY }), { minLength: 1, maxLength: 12 }),
        (sizes) => {
          const frames = sizes.map((size, at) => encodeFrame(1, at + 1, new Uint8Array(size)));
          const message = encodePush(1, WATCH, 1, frames);
          expect(message.length).toBeLessThanOrEqual(MAX_MESSAGE_BYTES);
          const seqs = carried(message);
          expect(seqs).toEqual(frames.slice(0, Math.max(1, seqs.length)).map((frame) => frame.seq));
          const next = frames[seqs.length];
          if (next !== undefined)
            expect(message.length + next.bytes.length).toBeGreaterThan(MAX_MESSAGE_BYTES);
        },
      ),
    );
  });
});

describe("the phone's holdings", () => {
  it('are read', () => {
    const body = concatBytes([
      u32Bytes(77, 5, 2, 0xfeed, 1_767_600_000),
      new Uint8Array([1]),
      u32Bytes(0xc0ffee),
    ]);
    expect(parseAnswer(seal(HOLDINGS, 9, WATCH, body), WATCH)).toEqual({
      ok: true,
      value: {
        id: 9,
        holdings: {
          epoch: 77,
          through: 5,
          forgotten: 2,
          preferencesCrc: 0xfeed,
          lastSessionS: 1_767_600_000,
          lastStageCode: 1,
          throughCrc: 0xc0ffee,
        },
      },
    });
  });

  it.each([
    ['an older version says less: nothing forgotten, no choices', u32Bytes(77, 5)],
    ['a later version says more', concatBytes([u32Bytes(77, 5, 0, 0, 0, 0), u32Bytes(1, 2, 3)])],
  ])('are read if %s', (_, body) => {
    expect(parseAnswer(seal(HOLDINGS, 9, WATCH, body), WATCH)).toMatchObject({
      ok: true,
      value: { holdings: { epoch: 77, through: 5, forgotten: 0, preferencesCrc: 0, lastSessionS: 0 } },
    });
  });

  it.each([
    ['too short', new Uint8Array(3), 'byte 0: not a message of this app'],
    ['foreign', asciiBytes('{"method":"HELLO"}'), 'byte 0: not a message of this app'],
    ['of a wrong kind', seal(PUSH, 9, WATCH, u32Bytes(77, 5)), 'byte 2: unexpected answer 2'],
    ['with a short body', seal(HOLDINGS, 9, WATCH, u32Bytes(77)), 'byte 2: unexpected answer 129'],
    [
      'for another watch',
      seal(HOLDINGS, 9, WATCH + 1, u32Bytes(77, 5)),
      'byte 7: an answer for another watch',
    ],
    ['a refusal', seal(REFUSAL, 9, WATCH, asciiBytes('\u0004the phone is full')), 'phone: the phone is full'],
  ])('are refused if the answer is %s', (_, bytes, told) => {
    expect(fault(bytes)).toBe(told);
  });
});
