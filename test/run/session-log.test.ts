import { describe, expect, it } from 'vitest';
import { asciiBytes } from '../../utils/core/base/bytes.ts';
import { MAX_BODY, SESSION } from '../../utils/core/log/frame.ts';
import { createTextStore } from '../../utils/run/text-store.ts';
import { createMemoryFiles, PowerLoss } from '../support/memory-files.ts';
import { createRecordingReport } from '../support/recording-report.ts';
import { contentsOf, logOf, openLog } from '../support/session-logs.ts';

const BODY = asciiBytes('{"n":1}');
/** Of a frame around BODY. */
const FRAME_BYTES = BODY.length + 8;

describe('the log', () => {
  it('is empty at first: tail 0, floor 1', () => {
    const { sessionLog, lines } = openLog(createMemoryFiles());
    expect([sessionLog.tail(), sessionLog.floor(), contentsOf(sessionLog), lines]).toEqual([0, 1, [], []]);
  });

  it('gives the records before a file that exists but cannot be read, and none after it', () => {
    const files = createMemoryFiles(logOf(140));
    files.unreadable.add('log1');
    const { sessionLog } = openLog(files);
    const seqs = sessionLog.framesFrom(60).map(({ seq }) => seq);
    expect(seqs).toEqual([60, 61, 62, 63]);
    expect(sessionLog.framesFrom(64)).toEqual([]);
  });

  it('never reuses a forgotten number, even if it never had the record', () => {
    const files = createMemoryFiles(logOf(3));
    const { sessionLog } = openLog(files);
    sessionLog.forget(10);
    expect([sessionLog.floor(), sessionLog.tail()]).toEqual([11, 10]);
    sessionLog.append(SESSION, asciiBytes('new'));
    expect(contentsOf(openLog(files).sessionLog)).toEqual(['11:new']);
  });

  it('numbers records from 1 on, in this life and in the next', () => {
    const files = createMemoryFiles();
    for (const body of ['a', 'b', 'c'])
      expect(openLog(files).sessionLog.append(SESSION, asciiBytes(body))).toBe(true);
    const { sessionLog } = openLog(files);
    sessionLog.append(SESSION, asciiBytes('d'));
    expect(contentsOf(sessionLog)).toEqual(['1:a', '2:b', '3:c', '4:d']);
    expect([sessionLog.tail(), sessionLog.floor()]).toEqual([4, 1]);
    expect(sessionLog.framesFrom(3).map((frame) => frame.seq)).toEqual([3, 4]);
  });

  it('either has a record or has it not, wherever the power fails in its append, and gives its number to one record only', () => {
    for (let keptBytes = -1; keptBytes <= FRAME_BYTES; keptBytes++) {
      const files = createMemoryFiles(logOf(2));
      files.fault = { kind: 'dies', atWrite: 0, keptBytes };
      expect(() => openLog(files).sessionLog.append(SESSION, BODY)).toThrow(PowerLoss);
      const { sessionLog } = openLog(createMemoryFiles(files.contents));
      const isIn = keptBytes === FRAME_BYTES;
      expect(sessionLog.tail(), `${keptBytes} bytes kept`).toBe(isIn ? 3 : 2);
      if (!isIn) sessionLog.append(SESSION, BODY);
      expect(contentsOf(openLog(createMemoryFiles(files.contents)).sessionLog)).toEqual([
        '1:a',
        '2:b',
        '3:{"n":1}',
      ]);
    }
  });

  it('reports a torn tail with its bytes', () => {
    const files = createMemoryFiles(logOf(2));
    files.fault = { kind: 'tears', atWrite: 0, keptBytes: 5 };
    openLog(files).sessionLog.append(SESSION, BODY);
    const { sessionLog, lines } = openLog(files);
    sessionLog.tail();
    expect(lines).toEqual(['log: log0: bytes 18 to 23 are damaged']);
  });

  it('says when a record could not be stored, uses up no number, and accepts it at the next try', () => {
    const files = createMemoryFiles(logOf(1));
    const { sessionLog, lines } = openLog(files);
    for (const keptBytes of [0, 7, FRAME_BYTES - 1]) {
      files.fault = { kind: 'tears', atWrite: files.writes.length, keptBytes };
      expect(sessionLog.append(SESSION, BODY)).toBe(false);
    }
    expect(sessionLog.append(SESSION, BODY)).toBe(true);
    expect(contentsOf(sessionLog)).toEqual(['1:a', '2:{"n":1}']);
    expect(lines).toContain('log: the session could not be stored');
  });

  it('refuses a record that no message could carry', () => {
    expect(() =>
      openLog(createMemoryFiles()).sessionLog.append(SESSION, new Uint8Array(MAX_BODY + 1)),
    ).toThrow(RangeError);
  });
});

describe('a log whose storage fails in part', () => {
  it.each([1, 70])(
    'of %i records gives the number of a refused record that is there all the same to no other',
    (count) => {
      const files = createMemoryFiles(logOf(count));
      const { sessionLog } = openLog(files);
      sessionLog.tail();
      files.fault = { kind: 'tears', atWrite: files.writes.length, keptBytes: FRAME_BYTES };
      expect(sessionLog.append(SESSION, BODY)).toBe(false);
      expect(sessionLog.append(SESSION, BODY)).toBe(true);
      expect(sessionLog.framesFrom(count + 1).map(({ seq }) => seq)).toEqual([count + 1, count + 2]);
    },
  );

  it('empties no file before it is noted which records are gone', () => {
    const files = createMemoryFiles(logOf(140));
    const { sessionLog } = openLog(files);
    files.fault = { kind: 'refuses', only: 'marks' };
    sessionLog.prune(140);
    expect(contentsOf(openLog(createMemoryFiles(files.contents)).sessionLog)).not.toContain('1:void');
  });

  it('knows every record of several files although both bounds are lost', () => {
    const files = createMemoryFiles(logOf(140));
    for (const name of ['marks-a', 'marks-b']) files.contents.delete(name);
    expect([openLog(files).sessionLog.floor(), openLog(files).sessionLog.tail()]).toEqual([1, 140]);
  });
});

describe('records that the wearer has deleted', () => {
  const emptied = ({ contents }: ReturnType<typeof createMemoryFiles>): readonly string[] =>
    [...contents].flatMap(([name, bytes]) => (/^log\d/.test(name) && bytes.length === 0 ? [name] : []));

  it.each([
    [140, ['log0', 'log1']],
    [200, ['log0', 'log1', 'log2']],
  ])('up to number %i of 140 leave the files %j empty', (through, names) => {
    const files = createMemoryFiles(logOf(140));
    openLog(files).sessionLog.forget(through);
    expect(emptied(files)).toEqual(names);
  });

  it('are gone from a file that a crash has left full, as soon as more are deleted', () => {
    const files = createMemoryFiles(logOf(140));
    files.fault = { kind: 'dies', atWrite: 1, keptBytes: -1 };
    expect(() => openLog(files).sessionLog.forget(70)).toThrow(PowerLoss);
    const next = createMemoryFiles(files.contents);
    expect(emptied(next)).toEqual([]);
    openLog(next).sessionLog.forget(130);
    expect(emptied(next)).toEqual(['log0', 'log1']);
  });
});

describe('reserved numbers', () => {
  it('are not given to a record, and the gap is void', () => {
    const files = createMemoryFiles(logOf(1));
    const { sessionLog } = openLog(files);
    sessionLog.reserve(3);
    sessionLog.append(SESSION, asciiBytes('d'));
    expect(contentsOf(sessionLog)).toEqual(['1:a', '2:void', '3:void', '4:d']);
    expect(contentsOf(openLog(files).sessionLog)).toEqual(['1:a', '2:void', '3:void', '4:d']);
  });

  it('that the log already has change nothing', () => {
    const files = createMemoryFiles(logOf(2));
    const { sessionLog } = openLog(files);
    sessionLog.reserve(2);
    sessionLog.reserve(1);
    expect(files.writes).toEqual([]);
    expect(contentsOf(sessionLog)).toEqual(['1:a', '2:b']);
  });
});

describe('an appended record', () => {
  it('is there even if a read gives the earlier content of the file', () => {
    const files = createMemoryFiles(logOf(2));
    const before = new Map(files.contents);
    const stale = { ...files, read: (name: string) => before.get(name) ?? null };
    const { sessionLog } = openLog(stale);
    for (const body of ['c', 'd']) sessionLog.append(SESSION, asciiBytes(body));
    expect(contentsOf(sessionLog)).toEqual(['1:a', '2:b', '3:c', '4:d']);
    expect(contentsOf(openLog(files).sessionLog)).toEqual(['1:a', '2:b', '3:c', '4:d']);
  });
});

describe('impossible bounds and numbers', () => {
  it.each(['null', '{}', '-3 -9 -1', '1.5 2.5', 'NaN', '1e99 1e99 1e99', '9 3', ''])(
    '%j cost no record and no number',
    (text) => {
      const files = createMemoryFiles(logOf(3));
      const { report } = createRecordingReport();
      const store = createTextStore(files, report);
      for (const name of ['marks', 'install'] as const) store.save(name, text);
      const { sessionLog } = openLog(files);
      const install = sessionLog.installId();
      expect(Number.isInteger(install) && install > 0 && install < 2 ** 32).toBe(true);
      if (text !== '9 3') expect(contentsOf(sessionLog)).toEqual(['1:a', '2:b', '3:c']);
      expect(sessionLog.append(SESSION, asciiBytes('new'))).toBe(true);
      expect(contentsOf(openLog(files).sessionLog).slice(-1)).toEqual([`${sessionLog.tail()}:new`]);
    },
  );

  it('of a phone that claims to have deleted up to the highest number empty no more files than exist', () => {
    const files = createMemoryFiles(logOf(3));
    const { sessionLog } = openLog(files);
    sessionLog.tail();
    const before = files.writes.length;
    sessionLog.forget(2 ** 32 - 2);
    expect(files.writes.length - before).toBeLessThan(5);
    expect(sessionLog.append(SESSION, BODY)).toBe(true);
    expect(sessionLog.tail()).toBe(2 ** 32 - 1);
  });

  it('of a phone that names a number far above ours, and claims that all up to it are deleted, write no files in between', () => {
    const files = createMemoryFiles(logOf(3));
    const { sessionLog } = openLog(files);
    sessionLog.reserve(4_000_000_000);
    const before = files.writes.length;
    sessionLog.forget(4_000_000_000);
    expect(files.writes.length - before).toBeLessThan(10);
    expect(contentsOf(sessionLog)).toEqual([]);
    expect(sessionLog.append(SESSION, asciiBytes('new'))).toBe(true);
    expect(contentsOf(openLog(files).sessionLog)).toEqual(['4000000001:new']);
  }, 5_000);

  it('leave no number after the highest, which is reported without an exception', () => {
    const files = createMemoryFiles();
    const { sessionLog, lines } = openLog(files);
    sessionLog.reserve(2 ** 32 - 2);
    expect([sessionLog.append(SESSION, BODY), sessionLog.append(SESSION, BODY)]).toEqual([true, false]);
    expect(lines).toContain('log: every number is in use');
    expect(openLog(files).sessionLog.tail()).toBe(2 ** 32 - 1);
  });
});
