import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { asciiBytes, asciiText } from '../../../utils/core/base/bytes.ts';
import { decodeRecord } from '../../../utils/core/log/decode.ts';
import { encodeRating, encodeSession, SCHEMA } from '../../../utils/core/log/encode.ts';
import { encodeFrame, frameAt } from '../../../utils/core/log/frame.ts';
import { anyRating, anyRecord, plainRecord } from '../../support/records.ts';

describe('a record', () => {
  it('comes back as it went in, through frame and bytes', () => {
    fc.assert(
      fc.property(anyRecord, fc.integer({ min: 1, max: 0xffffffff }), (record, seq) => {
        const { bytes } = encodeFrame(SCHEMA, seq, encodeSession(record));
        const frame = frameAt(bytes, 0);
        expect(frame === null ? null : decodeRecord(frame)).toEqual({ ok: true, value: record });
      }),
    );
  });

  it('of what was said later comes back as it went in', () => {
    fc.assert(
      fc.property(anyRating, (rating) => {
        expect(decodeRecord(encodeFrame(SCHEMA, 7, encodeRating(rating)))).toEqual({
          ok: true,
          value: rating,
        });
      }),
    );
  });

  it('with fields of a later version is read, and they are left alone', () => {
    const later = JSON.stringify({ ...plainRecord, stillness: [1] });
    expect(decodeRecord(encodeFrame(SCHEMA, 1, asciiBytes(later)))).toMatchObject({ ok: true });
  });

  it('of an unknown schema gives a sentence with its seq and keeps its bytes', () => {
    const frame = encodeFrame(9, 41, asciiBytes('compact'));
    expect(decodeRecord(frame)).toEqual({
      ok: false,
      failure: { what: 'format 9 needs a newer version of the app', where: 'record 41' },
    });
    expect(asciiText(frame.body)).toBe('compact');
  });

  it.each([
    ['no JSON', '{"startedAtMs":', 'the record is not readable'],
    ['nothing', '', 'the record is not readable'],
    ['null', 'null', 'the record has no holds or no start'],
    ['a number', '5', 'the record has no holds or no start'],
    ['a list', '[]', 'the record has no holds or no start'],
    ['no holds', '{"startedAtMs":1,"beats":0}', 'the record has no holds or no start'],
    ['no start', '{"holds":[],"beats":0}', 'the record has no holds or no start'],
    [
      'a hold without seconds',
      '{"startedAtMs":1,"beats":0,"holds":[{}]}',
      'the record has no holds or no start',
    ],
    ['an empty hold', '{"startedAtMs":1,"beats":0,"holds":[null]}', 'the record has no holds or no start'],
  ])('with %s inside gives a sentence with its seq', (_, text, what) => {
    expect(decodeRecord(encodeFrame(SCHEMA, 7, asciiBytes(text)))).toEqual({
      ok: false,
      failure: { what, where: 'record 7' },
    });
  });
});
