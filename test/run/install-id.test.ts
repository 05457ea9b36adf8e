/** The number that names one installation of the app to the phone. */
import { describe, expect, it } from 'vitest';
import { SESSION } from '../../utils/core/log/frame.ts';
import { INSTALL_ID, LOG_BOUNDS } from '../../utils/core/stored-names.ts';
import { createSessionLog } from '../../utils/run/session-log.ts';
import { createTextStore } from '../../utils/run/text-store.ts';
import { createMemoryFiles } from '../support/memory-files.ts';
import { createRecordingReport } from '../support/recording-report.ts';
import { contentsOf, logOf, openLog } from '../support/session-logs.ts';

describe('the install id', () => {
  it('is made once, and stays', () => {
    const files = createMemoryFiles();
    const made = openLog(files).sessionLog.installId();
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

  it.each(['7', '4294967295', 'rubbish', ''])('is the noted one if its text holds a foreign %j', (text) => {
    const files = createMemoryFiles();
    const { sessionLog } = openLog(files);
    const made = sessionLog.installId();
    sessionLog.append(SESSION, Uint8Array.of(1));
    const { report } = createRecordingReport();
    const store = createTextStore(files, report);
    for (let time = 0; time < 2; time++) store.save(INSTALL_ID, text);
    expect(createSessionLog(files, store, report, () => 0.9).installId()).toBe(made);
  });

  it.each(['install-a', 'install-b'])('survives damage to %s', (name) => {
    const files = createMemoryFiles();
    const made = openLog(files).sessionLog.installId();
    files.contents.set(name, new Uint8Array(3));
    const report = createRecordingReport().report;
    expect(createSessionLog(files, createTextStore(files, report), report, () => 0.9).installId()).toBe(made);
  });

  it('is not used if nothing can be stored, because the phone would take each launch for another watch', () => {
    const files = createMemoryFiles();
    files.fault = { kind: 'refuses' };
    const { sessionLog, lines } = openLog(files);
    expect([sessionLog.installId(), sessionLog.installId()]).toEqual([0, 0]);
    expect(lines).toEqual(['install: could not be stored']);
    files.fault = { kind: 'none' };
    const made = sessionLog.installId();
    expect([made > 0, openLog(files).sessionLog.installId()]).toEqual([true, made]);
  });

  it('is not used either where the app remembers what it could not store', () => {
    const files = createMemoryFiles();
    files.fault = { kind: 'refuses' };
    const { report } = createRecordingReport();
    const sessionLog = createSessionLog(
      files,
      createTextStore(files, report, () => true),
      report,
      () => 0.5,
    );
    expect([sessionLog.installId(), sessionLog.installId()]).toEqual([0, 0]);
  });

  it('is that of its own text if the one beside the bounds of the log is impossible', () => {
    const files = createMemoryFiles(logOf(3));
    const made = openLog(files).sessionLog.installId();
    const { report } = createRecordingReport();
    const store = createTextStore(files, report);
    for (let time = 0; time < 2; time++) store.save(LOG_BOUNDS, '1 3 -1 1');
    expect(createSessionLog(files, store, report, () => 0.9).installId()).toBe(made);
  });

  it('is not replaced if its files exist but cannot be read', () => {
    const files = createMemoryFiles();
    const made = openLog(files).sessionLog.installId();
    files.unreadable.add('install-a').add('install-b');
    const { report } = createRecordingReport();
    const other = createSessionLog(files, createTextStore(files, report), report, () => 0.9);
    expect(other.installId()).toBe(0);
    files.unreadable.clear();
    expect(openLog(files).sessionLog.installId()).toBe(made);
  });

  it('is found beside the bounds of the log if its own files are damaged', () => {
    const files = createMemoryFiles(logOf(2));
    const made = openLog(files).sessionLog.installId();
    for (const name of ['install-a', 'install-b']) files.contents.set(name, new Uint8Array(3));
    const report = createRecordingReport().report;
    const later = createSessionLog(files, createTextStore(files, report), report, () => 0.9);
    expect([later.installId(), later.floor()]).toEqual([made, 1]);
  });

  it('that is lost for good is made anew, and no record that may have been sent under it is sent again', () => {
    const files = createMemoryFiles(logOf(2));
    for (const name of ['install-a', 'install-b', 'marks-a', 'marks-b'])
      files.contents.set(name, new Uint8Array(3));
    const { sessionLog, lines } = openLog(files);
    expect(sessionLog.installId()).toBeGreaterThan(0);
    expect(lines).toContain('install: is lost: older sessions are not sent again');
    for (const life of [sessionLog, openLog(files).sessionLog]) {
      expect([life.floor(), contentsOf(life)]).toEqual([3, ['1:a', '2:b']]);
    }
  });
});
