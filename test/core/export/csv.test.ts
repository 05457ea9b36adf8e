import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plainRecord } from '../../../tools/shared/plain-record.ts';
import { csvOf } from '../../../utils/core/export/csv.ts';
import type { StoredSession } from '../../../utils/core/trend/stored-log.ts';
import { readCsv } from '../../support/read-csv.ts';
import { anyRecord } from '../../support/records.ts';
import { ratedSession } from '../../support/stored-log.ts';

const rating = fc.option(fc.integer({ min: 0, max: 10 }));

const anySession: fc.Arbitrary<StoredSession> = fc.record({
  install: fc.integer({ min: 1, max: 0xffffffff }),
  seq: fc.integer({ min: 1, max: 0xffffffff }),
  record: anyRecord,
  painBefore: rating,
  painAfter: rating,
  contact: rating,
  contactLeft: rating,
  contactRight: rating,
  morning: fc.option(fc.constantFrom('worse' as const, 'same' as const, 'better' as const)),
});

const told = (value: number | string | null): string => (value === null ? '' : String(value));

describe('the CSV', () => {
  it('gives back every hold of every session, and every rating', () => {
    fc.assert(
      fc.property(fc.array(anySession, { maxLength: 5 }), (sessions) => {
        const expected = sessions.flatMap((session) => {
          const own = {
            watch: session.install.toString(16),
            record: told(session.seq),
            routine: session.record.routine,
            pain_before_0_10: told(session.painBefore),
            pain_after_0_10: told(session.painAfter),
            contact_soreness_0_10: told(session.contact),
            contact_soreness_left_0_10: told(session.contactLeft),
            contact_soreness_right_0_10: told(session.contactRight),
            next_morning: told(session.morning),
            duration_s: told(session.record.durationS),
          };
          const { holds } = session.record;
          if (holds.length === 0) return [{ ...own, hold: '', guided_s: '', outcome: '' }];
          return holds.map((hold, at) => ({
            ...own,
            hold: told(at + 1),
            step: hold.step,
            side: hold.side,
            spot: told(hold.spot),
            guided_s: told(hold.seconds),
            into_place_s: told(hold.positionedS),
            cues_reached: told(hold.reached),
            outcome: hold.outcome,
            latest_cue_late_ms: told(hold.lateMs),
          }));
        });
        const rows = readCsv(csvOf(sessions));
        expect(rows).toHaveLength(expected.length);
        for (const [at, row] of rows.entries()) expect(row).toMatchObject(expected[at] ?? {});
      }),
    );
  });

  it('names the units in its header and tells both clocks', () => {
    const session = ratedSession({
      record: { ...plainRecord, startedAtMs: Date.UTC(2026, 10, 23, 23, 5, 9), zoneOffsetMin: 90 },
    });
    const [row] = readCsv(csvOf([session]));
    expect(row).toMatchObject({
      start_utc: '2026-11-23T23:05:09Z',
      start_local: '2026-11-24T00:35:09',
      zone_offset_min: '90',
    });
  });

  it('quotes what would break a row', () => {
    const session = ratedSession({ record: { ...plainRecord, routine: 'a,"b"\r\nc' } });
    expect(readCsv(csvOf([session]))[0]?.routine).toBe('a,"b"\r\nc');
  });

  it('has the columns of version 0.1.0 in their places, and newer ones behind them', () => {
    const [header = ''] = csvOf([]).split('\r\n');
    const columns = header.split(',');
    expect([columns[15], columns[16], columns[32]]).toEqual([
      'contact_soreness_0_10',
      'next_morning',
      'latest_cue_late_ms',
    ]);
    expect(columns.slice(33)).toEqual([
      'session_guided_s',
      'contact_soreness_left_0_10',
      'contact_soreness_right_0_10',
    ]);
  });

  it('of no session is the header alone', () => {
    expect(csvOf([]).split('\r\n')).toHaveLength(2);
  });
});
