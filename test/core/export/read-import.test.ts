/** An export as people paste it: what is accepted, what is refused for which reason, and counts that always add up. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { csvOf } from '../../../utils/core/export/csv.ts';
import { jsonOf } from '../../../utils/core/export/json.ts';
import { readImport } from '../../../utils/core/export/read-import.ts';
import { encodeFrame } from '../../../utils/core/log/frame.ts';
import { ratedSession, ratingFrame, sessionFrame, WATCH } from '../../support/stored-log.ts';

const frames = [sessionFrame(1), ratingFrame(2, 1, { morning: 'same' }), sessionFrame(3)];
const good = jsonOf(frames.map((frame) => ({ install: WATCH, frame })));

/** The numbers of the accepted records and the reasons for the others, or the key of the sentence. */
function read(text: string): string {
  const result = readImport(text);
  if (!result.ok) return result.fault.key;
  return [...result.value.frames.map(({ frame }) => frame.seq), ...result.value.faults].join(' ');
}

const lines = good.trim().split('\n');

describe('a whole export', () => {
  it('gives back every record byte for byte, even of unknown formats', () => {
    const anyFrame = fc
      .tuple(
        fc.integer({ min: 0, max: 4 }),
        fc.integer({ min: 1, max: 2 ** 31 - 1 }),
        fc.uint8Array({ maxLength: 80 }),
      )
      .map(([schema, seq, body]) => encodeFrame(schema, seq, body, schema));
    const anyFrames = fc.array(
      fc.record({ install: fc.integer({ min: 1, max: 0xffffffff }), frame: anyFrame }),
      { minLength: 1, maxLength: 8 },
    );
    fc.assert(
      fc.property(anyFrames, (all) => {
        expect(readImport(jsonOf(all))).toEqual({ ok: true, value: { frames: all, faults: [] } });
      }),
    );
  });

  it.each<readonly [string, string]>([
    ['as it is', good],
    ['with a byte order mark', `\ufeff${good}`],
    ['with no-break spaces', good.replace(/:/g, ':\u00a0')],
    ['with thin and ideographic spaces', good.replace(/,"/g, '\u2009,\u3000"')],
    ['with zero-width characters', good.replace(/e/g, 'e\u200b').replace(/"/g, '"\u2060')],
    ['with marks of direction', `\u202a${good}\u202c`],
    ['with curly quotes', good.replace(/"([^"]*)"/g, '“$1”')],
    ['with German quotes', good.replace(/"([^"]*)"/g, '„$1“')],
    ['with angled quotes', good.replace(/"([^"]*)"/g, '«$1»')],
    ['with full-width quotes', good.replace(/"/g, '＂')],
    ['with the line ends of Windows', good.replace(/\n/g, '\r\n')],
    ['with the line ends of a word processor', good.replace(/\n/g, '\u2028')],
    ['in one line', good.replace(/\n/g, ' ')],
    ['indented by a program', JSON.stringify(JSON.parse(good), null, 2)],
    ['in a code block', `\`\`\`json\n${good}\n\`\`\``],
    ['with words round it', `Here it is:\n${good}\nGreetings`],
    ['as a mail quotes it', good.replace(/^/gm, '> ')],
    ['wrapped by a mail', good.replace(/("frame":"[0-9a-f]{20})/g, '$1\n')],
    ['as a web page escapes it', good.replace(/"/g, '&quot;')],
    ['as a text in a text', JSON.stringify(good)],
    [
      'in capitals',
      good.replace(/"frame":"[0-9a-f]*"/g, (hex) => `"frame":"${hex.slice(9, -1).toUpperCase()}"`),
    ],
  ])('%s is accepted', (_name, text) => {
    expect(read(text)).toBe('1 2 3');
  });
});

describe('a text of several parts', () => {
  it('is read completely, whatever is between them', () => {
    const other = jsonOf([{ install: WATCH, frame: sessionFrame(4) }]);
    for (const between of ['', '\n', ', ', '\n\nand\n']) expect(read(good + between + other)).toBe('1 2 3 4');
    expect(read(good + good)).toBe('1 2 3 1 2 3');
  });
});

describe('a text that was cut', () => {
  it('gives the complete records, and counts the one that is not', () => {
    for (let end = good.indexOf('"seq":2'); end < good.indexOf('"seq":3') - 20; end++) {
      expect(['1 cut', '1 damaged', '1 2', '1 2 cut']).toContain(read(good.slice(0, end)));
    }
    expect(read(good.slice(0, -9))).toBe('1 2 cut');
    expect(read(good.slice(good.indexOf('"seq":1')))).toBe('2 3 cut');
    expect(read(lines.slice(2).join('\n'))).toBe('2 3');
  });

  it('in the middle of a frame, or just behind one, counts the record before the cut', () => {
    const first = good.indexOf('"frame"') + 30;
    expect(read(good.slice(first))).toBe('2 3 cut');
    const behind = good.indexOf('"}', first);
    expect([behind, behind + 1].map((start) => read(good.slice(start)))).toEqual(['2 3 cut', '2 3 cut']);
    expect(read(good.slice(first).replace('"},', '" },'))).toBe('2 3 cut');
  });

  it('has numbers of several digits, and spaces round its colons', () => {
    const long = jsonOf([1, 23, 456].map((seq) => ({ install: WATCH, frame: sessionFrame(seq) })));
    expect(read(long.slice(0, -9))).toBe('1 23 cut');
    expect(read(long.replace(/":/g, '" : ').slice(0, -9))).toBe('1 23 cut');
  });

  it('counts a record without a watch in words as cut', () => {
    expect(read(good.replace('"watch":"beef"', '"watch":7').slice(0, -9))).toBe('2 cut cut');
  });

  it('before its first record says so', () => {
    expect(read(good.slice(0, 40))).toBe('fault.import.cut');
  });

  it('within its header loses no record, wherever the cut is', () => {
    const head = good.indexOf('{"watch"');
    for (let start = good.indexOf('"records"') - 20; start <= head; start++) {
      expect(read(good.slice(start))).toBe('1 2 3');
    }
  });

  it('anywhere never has more records than the whole text', () => {
    fc.assert(
      fc.property(fc.nat(good.length), fc.nat(good.length), (one, other) => {
        const result = readImport(good.slice(Math.min(one, other), Math.max(one, other)));
        if (!result.ok) return;
        expect(result.value.frames.length + result.value.faults.length).toBeLessThanOrEqual(3);
        for (const { frame, install } of result.value.frames) {
          expect([install, frame]).toEqual([WATCH, frames[frame.seq - 1]]);
        }
      }),
    );
  });
});

describe('a record', () => {
  const one = (over: object): string => {
    const whole = JSON.parse(good);
    return JSON.stringify({ ...whole, records: [{ ...whole.records[0], ...over }] });
  };
  it.each([2 ** 31, 2 ** 32, -1, 1e21, 0, 1.5, 2, null, '1', [1]])('with seq %j is refused', (seq) => {
    expect(read(one({ seq }))).toBe('number');
  });

  it.each(['0', '-1', '2^31', '100000000', 'watch', 7, null])('of watch %j is refused', (watch) => {
    expect(read(one({ watch }))).toBe('number');
  });

  it('whose frame has a number that no watch can reach is refused', () => {
    const made = [2 ** 31, 2 ** 32 - 1].map((seq) => ({
      install: WATCH,
      frame: encodeFrame(3, seq, new Uint8Array(0)),
    }));
    expect(read(jsonOf(made))).toBe('number number');
  });

  it.each(['', 'xy', '00', 'f', 7, null, {}])('with the frame %j is damaged', (frame) => {
    expect(read(one({ frame }))).toBe('damaged');
  });

  it('with a changed digit is refused, and the others are accepted', () => {
    expect(read(good.replace(/("seq":2,.*"frame":"....)./, '$1f'))).toBe('1 3 damaged');
  });
});

describe('a text that is no export', () => {
  const csv = csvOf([ratedSession()]);
  it.each<readonly [string, string, string]>([
    ['a CSV', csv, 'fault.import.csv'],
    ['a CSV with semicolons', csv.replace(/,/g, ';'), 'fault.import.csv'],
    ['a CSV out of a spreadsheet', csv.replace(/,/g, '\t'), 'fault.import.csv'],
    ['plain words', 'my sessions', 'fault.import.other'],
    ['no object', '[1]', 'fault.import.other'],
    ['of another app', '{"format":"x","version":1,"records":[]}', 'fault.import.other'],
    ['of another app, with records of ours', good.replace('iliacus-log', 'x'), 'fault.import.other'],
    [
      'of another app, with records of ours, cut',
      good.replace('iliacus-log', 'x').slice(0, -9),
      'fault.import.other',
    ],
    ['of a later version', good.replace('"version":1', '"version":2'), 'fault.import.version'],
    [
      'of a later version, cut',
      good.replace('"version":1', '"version":2').slice(0, -9),
      'fault.import.version',
    ],
    ['without records', jsonOf([]), 'fault.import.empty'],
    ['without a list', '{"format":"iliacus-log","version":1}', 'fault.import.cut'],
  ])('%s is refused with its own sentence', (_name, text, key) => {
    expect(read(text)).toBe(key);
  });

  it('is refused or read without an exception, whatever was pasted', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.json()), (text) => {
        expect(typeof readImport(text).ok).toBe('boolean');
      }),
    );
  });

  it('is read in a time that grows only with its length', () => {
    const hostile = [
      '{"watch":'.repeat(200_000),
      '{'.repeat(500_000),
      `{"watch":"beef","seq":1,"frame":"${'0'.repeat(2_000_000)}"}`,
      `${'"frame"'.repeat(100_000)}${'"format":"iliacus-log" '.repeat(50_000)}`,
      ' '.repeat(1_000_000),
    ];
    const startMs = performance.now();
    for (const text of hostile) readImport(text);
    expect(performance.now() - startMs).toBeLessThan(5_000);
  });
});
