import { describe, expect, it } from 'vitest';
import { toHex } from '../../../utils/core/base/hex.ts';
import { jsonOf } from '../../../utils/core/export/json.ts';
import { encodeFrame, SESSION } from '../../../utils/core/log/frame.ts';
import { ratingFrame, sessionFrame, WATCH } from '../../support/stored-log.ts';

const good = () =>
  jsonOf([
    { install: WATCH, frame: sessionFrame(1) },
    { install: WATCH, frame: ratingFrame(2, 1, { morning: 'same' }) },
  ]);

describe('the JSON', () => {
  it('has the units and the content of the records', () => {
    const data = JSON.parse(good());
    expect(data).toMatchObject({ format: 'iliacus-log', version: 1, units: { durationS: 's' } });
    expect(data.records[0]).toMatchObject({ watch: 'beef', seq: 1, record: { kind: 'session', contact: 6 } });
    expect(data.records[1]).toMatchObject({ seq: 2, record: { kind: 'rating', of: 1, morning: 'same' } });
  });

  it('has one line for each record', () => {
    expect(good().split('\n')).toHaveLength(5);
  });

  it('has the start of a session and its guided time, and none of an answer', () => {
    const [session, rating] = JSON.parse(good()).records;
    expect(session).toMatchObject({ start: '2026-01-06T08:00:00Z', guidedS: 150 });
    expect([rating.start, rating.guidedS]).toEqual([undefined, undefined]);
  });

  it('names a routine of the wearer’s own, and no other', () => {
    const [named] = JSON.parse(
      jsonOf([{ install: WATCH, frame: sessionFrame(1) }], () => 'Wall sit'),
    ).records;
    expect(named.routineName).toBe('Wall sit');
    expect(JSON.parse(good()).records[0]).not.toHaveProperty('routineName');
  });

  it('says why a record cannot be read, and has its frame', () => {
    const frame = encodeFrame(SESSION, 3, new Uint8Array(3), 9);
    const [record] = JSON.parse(jsonOf([{ install: WATCH, frame }])).records;
    expect(record).toEqual({
      watch: 'beef',
      seq: 3,
      kind: 'unreadable',
      why: 'format 9 needs a newer version of the app',
      frame: toHex(frame.bytes),
    });
  });
});
