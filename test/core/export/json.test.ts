import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { jsonOf, parseJsonExport } from '../../../utils/core/export/json.ts';
import { encodeFrame } from '../../../utils/core/log/frame.ts';
import { ratingFrame, sessionFrame, WATCH } from '../../support/stored-log.ts';

const anyFrames = fc.array(
  fc.record({
    install: fc.integer({ min: 1, max: 0xffffffff }),
    frame: fc
      .tuple(
        fc.integer({ min: 0, max: 255 }),
        fc.integer({ min: 1, max: 0xffffffff }),
        fc.uint8Array({ maxLength: 80 }),
      )
      .map(([schema, seq, body]) => encodeFrame(schema % 5, seq, body, schema)),
  }),
  { maxLength: 8 },
);

const good = jsonOf([
  { install: WATCH, frame: sessionFrame(1) },
  { install: WATCH, frame: ratingFrame(2, 1, { morning: 'same' }) },
]);

function wrong(text: string): string {
  const read = parseJsonExport(text);
  return read.ok ? 'nothing is wrong' : `${read.failure.where}: ${read.failure.what}`;
}

describe('the JSON', () => {
  it('gives back every record byte for byte, of formats that nobody knows too', () => {
    fc.assert(
      fc.property(anyFrames, (frames) => {
        expect(parseJsonExport(jsonOf(frames))).toEqual({ ok: true, value: frames });
      }),
    );
  });

  it('is JSON with its units and what the records say', () => {
    const data = JSON.parse(good);
    expect(data).toMatchObject({ format: 'iliacus-log', version: 1, units: { durationS: 's' } });
    expect(data.records[0]).toMatchObject({ watch: 'beef', seq: 1, record: { kind: 'session', contact: 6 } });
    expect(data.records[1]).toMatchObject({ seq: 2, record: { kind: 'rating', of: 1, morning: 'same' } });
  });

  it.each([
    [
      'is cut off',
      good.slice(0, -9),
      'import: the text is no readable export (its end is missing; copy it whole)',
    ],
    ['is no object', '[1]', 'format: the text is no export of this app: it needs "format": "iliacus-log"'],
    [
      'is of another app',
      '{"format":"x"}',
      'format: the text is no export of this app: it needs "format": "iliacus-log"',
    ],
    [
      'is of a later version',
      '{"format":"iliacus-log","version":2}',
      'version: version 2 needs another version of the app',
    ],
    ['has no records', '{"format":"iliacus-log","version":1}', 'records: a list of records is missing'],
    [
      'has a record of no watch',
      good.replace('"watch":"beef"', '"watch":"0"'),
      'records/0/watch: must be a number from 1 to ffffffff in hex',
    ],
    [
      'has letters in a frame',
      good.replace(/("frame":")../, '$1xy'),
      'records/0/frame: must be pairs of hex digits',
    ],
    [
      'has a changed digit',
      good.replace(/("seq":2,.*"frame":"....)./, '$1f'),
      'records/1/frame: is damaged: its checksum does not fit',
    ],
    ['has a wrong number', good.replace('"seq":2', '"seq":3'), 'records/1/seq: is 3, the frame says 2'],
  ])('that %s is refused with the place', (_name, text, expected) => {
    expect(wrong(text)).toBe(expected);
  });

  it('is read or refused, never thrown at, whatever was pasted', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
        expect(typeof parseJsonExport(text).ok).toBe('boolean');
      }),
    );
  });
});
