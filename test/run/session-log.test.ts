import { describe, expect, it } from 'vitest';
import { asciiBytes, asciiText } from '../../utils/core/base/bytes.ts';
import { MAX_BODY, SESSION, VOID } from '../../utils/core/log/frame.ts';
import { createSessionLog, type SessionLog } from '../../utils/run/session-log.ts';
import { createTextStore } from '../../utils/run/text-store.ts';
import { createMemoryFiles, type MemoryFiles, PowerLoss } from '../support/memory-files.ts';
import { createRecordingReport } from '../support/recording-report.ts';

const BODY = asciiBytes('{"n":1}');
/** Of a frame around BODY. */
const FRAME_BYTES = BODY.length + 8;

function open(files: MemoryFiles): { sessionLog: SessionLog; lines: readonly string[] } {
  const { report, lines } = createRecordingReport();
  return { sessionLog: createSessionLog(files, createTextStore(files, report), report, () => 0.5), lines };
}

/** What a log holds: number and body of each record. */
function contentsOf(sessionLog: SessionLog): readonly string[] {
  return sessionLog
    .framesFrom(1)
    .map((frame) => `${frame.seq}:${frame.kind === VOID ? 'void' : asciiText(frame.body)}`);
}

/** A folder with a log of the bodies a, b, c, ….  */
function logOf(count: number): Map<string, Uint8Array> {
  const files = createMemoryFiles();
  const { sessionLog } = open(files);
  for (let at = 0; at < count; at++) sessionLog.append(SESSION, asciiBytes(String.fromCharCode(97 + at)));
  return files.contents;
}

/** Of a frame with a body of one letter. */
const LETTER_BYTES = 9;

function spoil(contents: Map<string, Uint8Array>, at: number): void {
  const log = contents.get('log0')?.slice() ?? new Uint8Array(0);
  log[at] = (log[at] ?? 0) ^ 0xff;
  contents.set('log0', log);
}

describe('the log', () => {
  it('is empty at first: tail 0, floor 1', () => {
    const { sessionLog, lines } = open(createMemoryFiles());
    expect([sessionLog.tail(), sessionLog.floor(), contentsOf(sessionLog), lines]).toEqual([0, 1, [], []]);
  });

  it('gives the records before a file that is there and cannot be read, and none behind it', () => {
    const files = createMemoryFiles(logOf(140));
    files.unreadable.add('log1');
    const { sessionLog } = open(files);
    const seqs = sessionLog.framesFrom(60).map(({ seq }) => seq);
    expect(seqs).toEqual([60, 61, 62, 63]);
    expect(sessionLog.framesFrom(64)).toEqual([]);
  });

  it('gives no number again that was forgotten, though it never had the record', () => {
    const files = createMemoryFiles(logOf(3));
    const { sessionLog } = open(files);
    sessionLog.forget(10);
    expect([sessionLog.floor(), sessionLog.tail()]).toEqual([11, 10]);
    sessionLog.append(SESSION, asciiBytes('new'));
    expect(contentsOf(open(files).sessionLog)).toEqual(['11:new']);
  });

  it('numbers records from 1 on, in this life and in the next', () => {
    const files = createMemoryFiles();
    for (const body of ['a', 'b', 'c'])
      expect(open(files).sessionLog.append(SESSION, asciiBytes(body))).toBe(true);
    const { sessionLog } = open(files);
    sessionLog.append(SESSION, asciiBytes('d'));
    expect(contentsOf(sessionLog)).toEqual(['1:a', '2:b', '3:c', '4:d']);
    expect([sessionLog.tail(), sessionLog.floor()]).toEqual([4, 1]);
    expect(sessionLog.framesFrom(3).map((frame) => frame.seq)).toEqual([3, 4]);
  });

  it('has a record or has it not, wherever the power goes in its append, and gives its number to one record alone', () => {
    for (let keptBytes = -1; keptBytes <= FRAME_BYTES; keptBytes++) {
      const files = createMemoryFiles(logOf(2));
      files.fault = { kind: 'dies', atWrite: 0, keptBytes };
      expect(() => open(files).sessionLog.append(SESSION, BODY)).toThrow(PowerLoss);
      const { sessionLog } = open(createMemoryFiles(files.contents));
      const isIn = keptBytes === FRAME_BYTES;
      expect(sessionLog.tail(), `${keptBytes} bytes kept`).toBe(isIn ? 3 : 2);
      if (!isIn) sessionLog.append(SESSION, BODY);
      expect(contentsOf(open(createMemoryFiles(files.contents)).sessionLog)).toEqual([
        '1:a',
        '2:b',
        '3:{"n":1}',
      ]);
    }
  });

  it('tells a torn tail with its bytes', () => {
    const files = createMemoryFiles(logOf(2));
    files.fault = { kind: 'tears', atWrite: 0, keptBytes: 5 };
    open(files).sessionLog.append(SESSION, BODY);
    const { sessionLog, lines } = open(files);
    sessionLog.tail();
    expect(lines).toEqual(['log: log0: bytes 18 to 23 are damaged']);
  });

  it('says where a record could not be stored, burns no number and takes it at the next try', () => {
    const files = createMemoryFiles(logOf(1));
    const { sessionLog, lines } = open(files);
    for (const keptBytes of [0, 7, FRAME_BYTES - 1]) {
      files.fault = { kind: 'tears', atWrite: files.writes.length, keptBytes };
      expect(sessionLog.append(SESSION, BODY)).toBe(false);
    }
    expect(sessionLog.append(SESSION, BODY)).toBe(true);
    expect(contentsOf(sessionLog)).toEqual(['1:a', '2:{"n":1}']);
    expect(lines).toContain('log: the session could not be stored');
  });

  it('refuses a record that no message could carry', () => {
    expect(() => open(createMemoryFiles()).sessionLog.append(SESSION, new Uint8Array(MAX_BODY + 1))).toThrow(
      RangeError,
    );
  });
});

describe('a damaged record', () => {
  it.each([0, 1, 2, 3, 4, 5, 8])(
    'in the middle, spoilt at its byte %i, is void and the later ones stay',
    (at) => {
      const contents = logOf(3);
      spoil(contents, LETTER_BYTES + at);
      const { sessionLog, lines } = open(createMemoryFiles(contents));
      expect(contentsOf(sessionLog)).toEqual(['1:a', '2:void', '3:c']);
      expect(new Set(lines)).toEqual(
        new Set(['log: log0: bytes 9 to 18 are damaged', 'log: log0: 1 records are gone, from 2 on']),
      );
      expect([sessionLog.tail(), sessionLog.floor()]).toEqual([3, 1]);
    },
  );

  it('at the beginning is void', () => {
    const contents = logOf(3);
    spoil(contents, 4);
    const { sessionLog } = open(createMemoryFiles(contents));
    expect([contentsOf(sessionLog), sessionLog.floor(), sessionLog.tail()]).toEqual([
      ['1:void', '2:b', '3:c'],
      1,
      3,
    ]);
  });

  it.each([0, 1, 2, 3, 4, 5, 8])(
    'at the end, spoilt at its byte %i, keeps its number: the next one is new',
    (at) => {
      const contents = logOf(3);
      spoil(contents, 2 * LETTER_BYTES + at);
      const files = createMemoryFiles(contents);
      const { sessionLog } = open(files);
      expect(sessionLog.tail()).toBe(3);
      sessionLog.append(SESSION, asciiBytes('d'));
      expect(contentsOf(sessionLog)).toEqual(['1:a', '2:b', '3:void', '4:d']);
      expect(contentsOf(open(files).sessionLog)).toEqual(['1:a', '2:b', '3:void', '4:d']);
    },
  );

  it('that stands twice counts once', () => {
    const contents = logOf(2);
    const log = contents.get('log0') ?? new Uint8Array(0);
    contents.set('log0', Uint8Array.from([...log, ...log]));
    expect(contentsOf(open(createMemoryFiles(contents)).sessionLog)).toEqual(['1:a', '2:b']);
  });
});

describe('reserved numbers', () => {
  it('are not given to a record, and the gap is void', () => {
    const files = createMemoryFiles(logOf(1));
    const { sessionLog } = open(files);
    sessionLog.reserve(3);
    sessionLog.append(SESSION, asciiBytes('d'));
    expect(contentsOf(sessionLog)).toEqual(['1:a', '2:void', '3:void', '4:d']);
    expect(contentsOf(open(files).sessionLog)).toEqual(['1:a', '2:void', '3:void', '4:d']);
  });

  it('that the log has already change nothing', () => {
    const files = createMemoryFiles(logOf(2));
    const { sessionLog } = open(files);
    sessionLog.reserve(2);
    sessionLog.reserve(1);
    expect(files.writes).toEqual([]);
    expect(contentsOf(sessionLog)).toEqual(['1:a', '2:b']);
  });
});

describe('the install id', () => {
  it('is made once and stays', () => {
    const files = createMemoryFiles();
    const made = open(files).sessionLog.installId();
    expect(made).toBeGreaterThan(0);
    const report = createRecordingReport().report;
    const later = createSessionLog(files, createTextStore(files, report), report, () => 0.9);
    expect(later.installId()).toBe(made);
  });

  it.each([
    [0, 1],
    [0.999_999_999_999, 0xfffffffe],
  ])('is from 1 to 4294967294 (random %d gives %i)', (random, id) => {
    const files = createMemoryFiles();
    const { report } = createRecordingReport();
    expect(createSessionLog(files, createTextStore(files, report), report, () => random).installId()).toBe(
      id,
    );
  });

  it.each(['install-a', 'install-b'])('survives the damage of %s', (name) => {
    const files = createMemoryFiles();
    const made = open(files).sessionLog.installId();
    files.contents.set(name, new Uint8Array(3));
    const report = createRecordingReport().report;
    expect(createSessionLog(files, createTextStore(files, report), report, () => 0.9).installId()).toBe(made);
  });

  it('is not used where nothing can be stored: the phone would take each launch for another watch', () => {
    const files = createMemoryFiles();
    files.fault = { kind: 'refuses' };
    const { sessionLog, lines } = open(files);
    expect([sessionLog.installId(), sessionLog.installId()]).toEqual([0, 0]);
    expect(lines).toEqual(['install: could not be stored']);
    files.fault = { kind: 'none' };
    const made = sessionLog.installId();
    expect([made > 0, open(files).sessionLog.installId()]).toEqual([true, made]);
  });

  it('is not replaced where its files are there and cannot be read', () => {
    const files = createMemoryFiles();
    const made = open(files).sessionLog.installId();
    files.unreadable.add('install-a').add('install-b');
    const { report } = createRecordingReport();
    const other = createSessionLog(files, createTextStore(files, report), report, () => 0.9);
    expect(other.installId()).toBe(0);
    files.unreadable.clear();
    expect(open(files).sessionLog.installId()).toBe(made);
  });

  it('is found beside the bounds of the log where its own files are damaged', () => {
    const files = createMemoryFiles(logOf(2));
    const made = open(files).sessionLog.installId();
    for (const name of ['install-a', 'install-b']) files.contents.set(name, new Uint8Array(3));
    const report = createRecordingReport().report;
    const later = createSessionLog(files, createTextStore(files, report), report, () => 0.9);
    expect([later.installId(), later.floor()]).toEqual([made, 1]);
  });

  it('that is lost for good is made anew, and no record that may have been sent under it is sent again', () => {
    const files = createMemoryFiles(logOf(2));
    for (const name of ['install-a', 'install-b', 'marks-a', 'marks-b'])
      files.contents.set(name, new Uint8Array(3));
    const { sessionLog, lines } = open(files);
    expect(sessionLog.installId()).toBeGreaterThan(0);
    expect(lines).toContain('install: is lost: older sessions are not sent again');
    for (const life of [sessionLog, open(files).sessionLog]) {
      expect([life.floor(), contentsOf(life)]).toEqual([3, ['1:a', '2:b']]);
    }
  });
});

describe('what the app has appended', () => {
  it('is there although a read gives what was there before', () => {
    const files = createMemoryFiles(logOf(2));
    const before = new Map(files.contents);
    const stale = { ...files, read: (name: string) => before.get(name) ?? null };
    const { sessionLog } = open(stale);
    for (const body of ['c', 'd']) sessionLog.append(SESSION, asciiBytes(body));
    expect(contentsOf(sessionLog)).toEqual(['1:a', '2:b', '3:c', '4:d']);
    expect(contentsOf(open(files).sessionLog)).toEqual(['1:a', '2:b', '3:c', '4:d']);
  });
});

describe('records that are gone', () => {
  const AT_END = { emptied: 0, 'cut at a frame': LETTER_BYTES };

  it.each(Object.entries(AT_END))('from a file that is %s are void, and told once', (_, keptBytes) => {
    const contents = logOf(3);
    contents.set('log0', contents.get('log0')?.slice(0, keptBytes) ?? new Uint8Array(0));
    const { sessionLog, lines } = open(createMemoryFiles(contents));
    const kept = keptBytes / LETTER_BYTES;
    expect(contentsOf(sessionLog)).toEqual(
      ['1:a', '2:b', '3:c'].map((one, at) => (at < kept ? one : `${at + 1}:void`)),
    );
    sessionLog.framesFrom(1);
    expect(lines).toEqual([`log: log0: ${3 - kept} records are gone, from ${kept + 1} on`]);
    sessionLog.append(SESSION, asciiBytes('d'));
    expect(sessionLog.tail()).toBe(4);
  });

  it('from a file that was deleted are void too', () => {
    const contents = logOf(3);
    contents.delete('log0');
    const { sessionLog, lines } = open(createMemoryFiles(contents));
    expect(contentsOf(sessionLog)).toEqual(['1:void', '2:void', '3:void']);
    expect(lines).toEqual(['log: log0: 3 records are gone, from 1 on']);
  });

  it('together with both bounds are known by the note of the last session', () => {
    const contents = logOf(3);
    for (const name of ['log0', 'marks-a', 'marks-b']) contents.delete(name);
    const files = createMemoryFiles(contents);
    createTextStore(files, createRecordingReport().report).save('last', '[1000,0,null,3]');
    const { sessionLog, lines } = open(files);
    expect(contentsOf(sessionLog)).toEqual(['1:void', '2:void', '3:void']);
    expect(lines).toEqual(['log: log0: 3 records are gone, from 1 on']);
  });
});

describe('bounds and numbers that cannot be', () => {
  it.each(['null', '{}', '-3 -9 -1', '1.5 2.5', 'NaN', '1e99 1e99 1e99', '9 3', ''])(
    '%j cost no record and no number',
    (text) => {
      const files = createMemoryFiles(logOf(3));
      const { report } = createRecordingReport();
      const store = createTextStore(files, report);
      for (const name of ['marks', 'install'] as const) store.save(name, text);
      const { sessionLog } = open(files);
      const install = sessionLog.installId();
      expect(Number.isInteger(install) && install > 0 && install < 2 ** 32).toBe(true);
      if (text !== '9 3') expect(contentsOf(sessionLog)).toEqual(['1:a', '2:b', '3:c']);
      expect(sessionLog.append(SESSION, asciiBytes('new'))).toBe(true);
      expect(contentsOf(open(files).sessionLog).slice(-1)).toEqual([`${sessionLog.tail()}:new`]);
    },
  );

  it('of a phone that says it has deleted up to the last number empty no more files than there are', () => {
    const files = createMemoryFiles(logOf(3));
    const { sessionLog } = open(files);
    sessionLog.tail();
    const before = files.writes.length;
    sessionLog.forget(2 ** 32 - 2);
    expect(files.writes.length - before).toBeLessThan(5);
    expect(sessionLog.append(SESSION, BODY)).toBe(true);
    expect(sessionLog.tail()).toBe(2 ** 32 - 1);
  });

  it('after the last one there is none: that is told, and nothing throws', () => {
    const files = createMemoryFiles();
    const { sessionLog, lines } = open(files);
    sessionLog.reserve(2 ** 32 - 2);
    expect([sessionLog.append(SESSION, BODY), sessionLog.append(SESSION, BODY)]).toEqual([true, false]);
    expect(lines).toContain('log: every number is in use');
    expect(open(files).sessionLog.tail()).toBe(2 ** 32 - 1);
  });
});
