import { describe, expect, it } from 'vitest';
import { jsonOf } from '../../../utils/core/export/json.ts';
import { ratingFrame, sessionFrame, WATCH } from '../../support/stored-log.ts';

const good = jsonOf([
  { install: WATCH, frame: sessionFrame(1) },
  { install: WATCH, frame: ratingFrame(2, 1, { morning: 'same' }) },
]);

describe('the JSON', () => {
  it('has the units and the content of the records', () => {
    const data = JSON.parse(good);
    expect(data).toMatchObject({ format: 'iliacus-log', version: 1, units: { durationS: 's' } });
    expect(data.records[0]).toMatchObject({ watch: 'beef', seq: 1, record: { kind: 'session', contact: 6 } });
    expect(data.records[1]).toMatchObject({ seq: 2, record: { kind: 'rating', of: 1, morning: 'same' } });
  });
});
