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

/** An apostrophe at the beginning of a cell marks a text. A spreadsheet does not show it. */
function withoutMarks(row: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(row).map(([name, cell]) => [name, cell.replace(/^'+/, '')]));
}

describe('the CSV in a spreadsheet', () => {
  const watchAs = (id: string) =>
    readCsv(csvOf([ratedSession({ install: Number.parseInt(id, 16) })]))[0]?.watch;
  const routineAs = (routine: string) =>
    readCsv(csvOf([ratedSession({ record: { ...plainRecord, routine } })]))[0]?.routine;

  it.each(['12345678', '7', '12e5', '1e9', '99e99', 'dec1', 'dec12'])(
    'keeps the watch number %s as a text',
    (id) => {
      expect(watchAs(id)).toBe(`'${id}`);
    },
  );

  it.each(['beef', 'e5', '12e5a', 'fe'])('leaves the watch number %s as it is', (id) => {
    expect(watchAs(id)).toBe(id);
  });

  it.each([
    ...[
      '=1+1',
      '+1',
      '-1',
      '−1',
      '@SUM(A1)',
      '＝1',
      '＋1',
      '－1',
      '＠a',
      '|cmd',
      '%x',
      ' =1',
      '\t=1',
      '\r=1',
      "'=1",
    ],
    ...['007', '1.5', '1,5', '1-2', '3/4', '10:30', '1e3', '1 000', 'MAR1', 'Sep 2', 'Dez. 3', 'mai 4'],
    // cspell:disable
    ...[
      '50%',
      '50 %',
      '€5',
      '$5',
      '(5)',
      '１２',
      '1-Jan',
      '24. Dez',
      '3. Mai',
      'März 3',
      '5月1日',
      '2026年5月',
      '7 pm',
    ],
    ...['TRUE', 'falsch', 'verdadero', '3 abr', '12. Oktober 2026'],
    // cspell:enable
  ])('keeps the name %j as a text', (name) => {
    expect(routineAs(name)).toBe(`'${name}`);
  });

  it('leaves numbers and times as they are, even below zero', () => {
    const session = ratedSession({ record: { ...plainRecord, zoneOffsetMin: -300 } });
    expect(readCsv(csvOf([session]))[0]).toMatchObject({ zone_offset_min: '-300', record: '1' });
  });

  it('opens correctly where numbers have a decimal comma, since semicolons separate the cells', () => {
    const session = ratedSession({ record: { ...plainRecord, routine: 'a;b,"c"' } });
    const [header = '', row = ''] = csvOf([session], ';').split('\r\n');
    expect(header.split(';')).toHaveLength(Object.keys(readCsv(csvOf([session]))[0] ?? {}).length);
    expect(row).toContain(';"a;b,""c""";');
  });
});

describe('the CSV', () => {
  it('contains every hold of every session, and every rating', () => {
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
        for (const [at, row] of rows.entries()) {
          expect(withoutMarks(row)).toMatchObject(withoutMarks(expected[at] ?? {}));
        }
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

  it.each([
    [true, 'yes'],
    [false, 'no'],
  ])('says of a band (%s): %s', (band, word) => {
    expect(readCsv(csvOf([ratedSession({ record: { ...plainRecord, band } })]))[0]?.band).toBe(word);
  });

  it('names a routine of the wearer’s own, and no other', () => {
    const nameOf = (id: string) => (id === 'own-1' ? 'Wall sit' : undefined);
    const records = ['own-1', 'hip-release'].map((routine) => ({ ...plainRecord, routine }));
    const rows = readCsv(
      csvOf(
        records.map((record) => ratedSession({ record })),
        ',',
        nameOf,
      ),
    );
    expect(new Set(rows.map((row) => `${row.routine}: ${row.routine_name}`))).toEqual(
      new Set(['own-1: Wall sit', 'hip-release: ']),
    );
  });

  it('lists what kept the session alive', () => {
    const protectedBy = (protection: Partial<typeof plainRecord.protection>) => {
      const all = { ...plainRecord.protection, standby: false, alarm: false, screen: false, ...protection };
      return readCsv(csvOf([ratedSession({ record: { ...plainRecord, protection: all } })]))[0]?.protected_by;
    };
    expect([
      protectedBy({}),
      protectedBy({ alarm: true }),
      protectedBy({ standby: true, screen: true }),
    ]).toEqual(['', 'alarm', 'standby screen']);
  });

  it('quotes what would break a row', () => {
    const session = ratedSession({ record: { ...plainRecord, routine: 'a,"b"\r\nc' } });
    expect(readCsv(csvOf([session]))[0]?.routine).toBe('a,"b"\r\nc');
  });

  it.each([',', ';', '"', '\r', '\n', '\t'])(
    'quotes a cell just because of %j, which some readers take for its end',
    (end) => {
      const session = ratedSession({ record: { ...plainRecord, routine: `a${end}b` } });
      expect(csvOf([session])).toContain(`"a${end === '"' ? '""' : end}b"`);
    },
  );

  it('has the columns of version 0.1.0 in their places, and newer ones after them', () => {
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
      'routine_name',
    ]);
  });

  it('without a session is the header alone', () => {
    expect(csvOf([]).split('\r\n')).toHaveLength(2);
  });
});
