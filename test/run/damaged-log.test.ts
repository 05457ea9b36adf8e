/** How a log handles records that are damaged or gone. */
import { describe, expect, it } from 'vitest';
import { asciiBytes } from '../../utils/core/base/bytes.ts';
import { encodeFrame, SESSION } from '../../utils/core/log/frame.ts';
import { createTextStore } from '../../utils/run/text-store.ts';
import { createMemoryFiles } from '../support/memory-files.ts';
import { createRecordingReport } from '../support/recording-report.ts';
import { contentsOf, LETTER_BYTES, logOf, openLog } from '../support/session-logs.ts';

function spoil(contents: Map<string, Uint8Array>, at: number): void {
  const log = contents.get('log0')?.slice() ?? new Uint8Array(0);
  log[at] = (log[at] ?? 0) ^ 0xff;
  contents.set('log0', log);
}

describe('a damaged record', () => {
  it.each([0, 1, 2, 3, 4, 5, 8])(
    'in the middle, with a wrong byte %i, is void, and the later ones stay',
    (at) => {
      const contents = logOf(3);
      spoil(contents, LETTER_BYTES + at);
      const { sessionLog, lines } = openLog(createMemoryFiles(contents));
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
    const { sessionLog } = openLog(createMemoryFiles(contents));
    expect([contentsOf(sessionLog), sessionLog.floor(), sessionLog.tail()]).toEqual([
      ['1:void', '2:b', '3:c'],
      1,
      3,
    ]);
  });

  it.each([0, 1, 2, 3, 4, 5, 8])(
    'at the end, with a wrong byte %i, keeps its number, and the next record gets a new one',
    (at) => {
      const contents = logOf(3);
      spoil(contents, 2 * LETTER_BYTES + at);
      const files = createMemoryFiles(contents);
      const { sessionLog } = openLog(files);
      expect(sessionLog.tail()).toBe(3);
      sessionLog.append(SESSION, asciiBytes('d'));
      expect(contentsOf(sessionLog)).toEqual(['1:a', '2:b', '3:void', '4:d']);
      expect(contentsOf(openLog(files).sessionLog)).toEqual(['1:a', '2:b', '3:void', '4:d']);
    },
  );

  it('of a number that an earlier one has does not count', () => {
    const contents = logOf(2);
    const log = contents.get('log0') ?? new Uint8Array(0);
    contents.set('log0', Uint8Array.from([...log, ...encodeFrame(SESSION, 2, asciiBytes('x')).bytes]));
    expect(contentsOf(openLog(createMemoryFiles(contents)).sessionLog)).toEqual(['1:a', '2:b']);
  });

  it('that is there twice counts once', () => {
    const contents = logOf(2);
    const log = contents.get('log0') ?? new Uint8Array(0);
    contents.set('log0', Uint8Array.from([...log, ...log]));
    expect(contentsOf(openLog(createMemoryFiles(contents)).sessionLog)).toEqual(['1:a', '2:b']);
  });
});

describe('records that are gone', () => {
  const AT_END = { emptied: 0, 'cut at a frame': LETTER_BYTES };

  it.each(Object.entries(AT_END))('from a file that is %s are void, and reported once', (_, keptBytes) => {
    const contents = logOf(3);
    contents.set('log0', contents.get('log0')?.slice(0, keptBytes) ?? new Uint8Array(0));
    const { sessionLog, lines } = openLog(createMemoryFiles(contents));
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
    const { sessionLog, lines } = openLog(createMemoryFiles(contents));
    expect(contentsOf(sessionLog)).toEqual(['1:void', '2:void', '3:void']);
    expect(lines).toEqual(['log: log0: 3 records are gone, from 1 on']);
  });

  it('from several files are reported for each of them', () => {
    const contents = logOf(130);
    for (const name of ['log0', 'log1']) contents.delete(name);
    const { sessionLog, lines } = openLog(createMemoryFiles(contents));
    expect(contentsOf(sessionLog).filter((text) => text.endsWith(':void'))).toHaveLength(127);
    expect(lines).toEqual([
      'log: log0: 63 records are gone, from 1 on',
      'log: log1: 64 records are gone, from 64 on',
    ]);
  });

  it('together with both bounds are known by the note of the last session', () => {
    const contents = logOf(3);
    for (const name of ['log0', 'marks-a', 'marks-b']) contents.delete(name);
    const files = createMemoryFiles(contents);
    createTextStore(files, createRecordingReport().report).save('last', '[1000,0,null,3]');
    const { sessionLog, lines } = openLog(files);
    expect(contentsOf(sessionLog)).toEqual(['1:void', '2:void', '3:void']);
    expect(lines).toEqual(['log: log0: 3 records are gone, from 1 on']);
  });
});

it.each([[['log0', 'log1']], [['log0', 'log1', 'last-a', 'last-b', 'install-a', 'install-b']]])(
  'several files that are gone with both bounds (%j) cost no number of a record that is left',
  (names) => {
    const contents = logOf(130);
    for (const name of [...names, 'marks-a', 'marks-b']) contents.delete(name);
    const { sessionLog } = openLog(createMemoryFiles(contents));
    expect(sessionLog.tail()).toBe(130);
    sessionLog.append(SESSION, asciiBytes('new'));
    expect(contentsOf(openLog(createMemoryFiles(contents)).sessionLog).slice(-1)).toEqual(['131:new']);
  },
);
