import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plainPlan, plainRecord } from '../../../tools/shared/plain-record.ts';
import { decodeRecord } from '../../../utils/core/log/decode.ts';
import { encodeRating, encodeSession } from '../../../utils/core/log/encode.ts';
import { encodeFrame, type Frame, frameAt, RATING, SESSION } from '../../../utils/core/log/frame.ts';
import type { HoldRecord, PlannedHolds, SessionRecord } from '../../../utils/core/log/record.ts';
import { anyRating, anyRecord, holdsToPlan } from '../../support/records.ts';
import { runs } from '../../support/runs.ts';

/** Two front and four back spots, as in the active stage. */
const six: readonly PlannedHolds[] = [
  plainPlan,
  { ...plainPlan, step: 'release-back', spots: [2, 2], positionsS: [30, 25, 20] },
];

const toPlan: SessionRecord = {
  ...plainRecord,
  phase: 'active',
  planned: six,
  holds: holdsToPlan(six, plainRecord.sides),
  durationS: 707,
};

function frameWith(record: SessionRecord, seq = 1_000): Frame {
  return encodeFrame(SESSION, seq, encodeSession(record));
}

/** `toPlan` with its second hold changed. */
function withSecond(over: Partial<HoldRecord>): SessionRecord {
  return { ...toPlan, holds: toPlan.holds.map((hold, at) => (at === 1 ? { ...hold, ...over } : hold)) };
}

describe('a session', () => {
  it('is the same after encoding and decoding', () => {
    fc.assert(
      fc.property(anyRecord, fc.integer({ min: 1, max: 0xffffffff }), (record, seq) => {
        const frame = frameAt(frameWith(record, seq).bytes, 0);
        expect(frame === null ? null : decodeRecord(frame)).toEqual({ ok: true, value: record });
      }),
      { numRuns: runs(1_000) },
    );
  });

  it('with holds that hardly differ from its plan is the same after encoding and decoding', () => {
    const someHold = fc.constantFrom(...toPlan.holds);
    const near = fc.tuple(
      someHold,
      fc.constantFrom<Partial<HoldRecord>>(
        {},
        {},
        {},
        { outcome: 'let-go', seconds: 64 },
        { outcome: 'not-easing', seconds: 31, reached: 1 },
        { outcome: 'interrupted', seconds: 5, reached: 0 },
        { lateMs: 2_500 },
        { positionedS: 3 },
        { spot: 9 },
      ),
    );
    fc.assert(
      fc.property(fc.array(near, { maxLength: 60 }), (pairs) => {
        const holds = pairs.map(([hold, over]) => ({ ...hold, ...over }));
        const record = { ...toPlan, holds };
        expect(decodeRecord(frameWith(record))).toEqual({ ok: true, value: record });
      }),
      { numRuns: runs(1_000) },
    );
  });

  it('of six holds to plan is a frame of 26 bytes', () => {
    expect(frameWith(toPlan).bytes).toHaveLength(26);
  });

  it.each<[string, Partial<HoldRecord>, number]>([
    ['let go after the minimum', { outcome: 'let-go', seconds: 64 }, 8],
    ['stayed on', { seconds: 135 }, 9],
    ['was ready early', { positionedS: 14 }, 8],
    ['felt a late cue', { lateMs: 1_300 }, 8],
  ])('needs few more bytes if the wearer %s in one hold', (_, over, bytes) => {
    expect(frameWith(withSecond(over)).bytes).toHaveLength(26 + bytes);
  });

  it('with fields of a later version after its own is read, and they are ignored', () => {
    const body = Uint8Array.from([...encodeSession(toPlan), 7, 7, 7]);
    expect(decodeRecord(encodeFrame(SESSION, 1, body))).toEqual({ ok: true, value: toPlan });
  });

  it('that is cut off anywhere is refused with that reason', () => {
    const body = encodeSession(withSecond({ outcome: 'let-go', seconds: 64 }));
    for (let length = 0; length < body.length; length++) {
      const read = decodeRecord(encodeFrame(SESSION, 7, body.slice(0, length)));
      expect(read.ok, `${length} bytes`).toBe(false);
      if (!read.ok) expect(read.failure.where).toBe('record 7');
    }
  });
});

describe('a later rating', () => {
  it('is the same after encoding and decoding', () => {
    fc.assert(
      fc.property(anyRating, (rating) => {
        expect(decodeRecord(encodeFrame(RATING, 7, encodeRating(rating)))).toEqual({
          ok: true,
          value: rating,
        });
      }),
    );
  });

  it('begins with what version 0.1.0 reads, which knows no sides and ignores the bytes that follow', () => {
    fc.assert(
      fc.property(anyRating, (rating) => {
        const { contactLeft, contactRight, ...first } = rating;
        const plain = encodeRating(first);
        const body = encodeRating(rating);
        const sides = [contactLeft, contactRight].filter((side) => side !== undefined);
        expect(body).toHaveLength(plain.length + sides.length);
        // The mask is the only byte that differs.
        const differing = Array.from(plain).filter((byte, at) => byte !== body[at]);
        expect(differing).toHaveLength(Math.min(1, sides.length));
      }),
    );
  });
});

describe('a frame that this version cannot read', () => {
  it.each([
    ['another schema', encodeFrame(SESSION, 41, new Uint8Array([1, 2]), 9), 'format 9'],
    ['another kind', encodeFrame(77, 41, new Uint8Array([1, 2])), 'kind 77'],
    ['another word', frameWith(toPlan), 'code 7'],
  ])('because of %s gives a sentence with its seq, and stays unchanged', (what, frame, told) => {
    const body = frame.body.slice();
    if (what === 'another word') body[0] = (body[0] ?? 0) | 7;
    expect(decodeRecord({ ...frame, seq: 41, body })).toEqual({
      ok: false,
      failure: { what: `${told} needs a newer version of the app`, where: 'record 41' },
    });
    expect(frameAt(frame.bytes, 0)?.bytes).toEqual(frame.bytes);
  });

  it.each([
    [SESSION, [24 + 1, 0x88, 0x7a], 'the record has 15624 planned steps'],
    [SESSION, [0, 0xff, 0x7f], 'the record has 16383 letters in a name'],
    [RATING, [1, 0, 0, 0, 0, 1, 11], 'a rating of 11'],
  ])('because of what no watch writes says what that is (kind %i, %j)', (kind, body, what) => {
    expect(decodeRecord(encodeFrame(kind, 41, Uint8Array.from(body)))).toEqual({
      ok: false,
      failure: { what, where: 'record 41' },
    });
  });
});
