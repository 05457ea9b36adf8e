/** The watch's report ring: it outlives the launch, and a failure during a report does no harm. */
import { expect, it } from 'vitest';
import { asciiText } from '../../utils/core/base/bytes.ts';
import { parseRing } from '../../utils/core/ring-entries.ts';
import { REPORT_RING } from '../../utils/core/stored-names.ts';
import { createProtection } from '../../utils/run/protection.ts';
import { createReportRing, type ReportRing } from '../../utils/run/report-ring.ts';
import { safePort } from '../../utils/run/safe-port.ts';
import { createFakeHelper } from '../support/fake-helper.ts';
import { createManualClock } from '../support/manual-clock.ts';
import { createMemoryFiles } from '../support/memory-files.ts';
import { createRecordingAlarm } from '../support/recording-alarm.ts';
import { createRecordingReport } from '../support/recording-report.ts';

const entriesOf = (text: string): readonly string[] =>
  parseRing(text).map(({ where, sentence }) => `${where}: ${sentence}`);

it('is empty on a new watch, and reading it writes nothing', () => {
  const files = createMemoryFiles();
  expect([createReportRing(files, createManualClock(), () => '')(), files.writes]).toEqual(['', []]);
});

it('has the failures of earlier launches', () => {
  const files = createMemoryFiles();
  createReportRing(files, createManualClock(), () => '')('motor: stuck');
  const next = createReportRing(files, createManualClock(), () => '');
  expect(entriesOf(next())).toEqual(['motor: stuck']);
  expect(entriesOf(next('link: off'))).toEqual(['motor: stuck', 'link: off']);
});

it('has the failures of this launch even if the disk refuses them', () => {
  const files = createMemoryFiles();
  files.fault = { kind: 'refuses' };
  const ring = createReportRing(files, createManualClock(), () => '');
  ring('motor: stuck');
  expect(entriesOf(ring())).toEqual(['motor: stuck']);
});

it('says what protected the session, and survives a failure to find that out', () => {
  const files = createMemoryFiles();
  const ring: ReportRing = createReportRing(files, createManualClock(), () => {
    ring('helper: cannot be asked');
    return 'pa';
  });
  ring('motor: stuck');
  const texts = parseRing(asciiText(files.read(REPORT_RING) ?? new Uint8Array(0)));
  expect(texts.map(({ where, protection }) => [where, protection])).toEqual([
    ['helper', 'none'],
    ['motor', 'alarm, screen'],
  ]);
});

it('the protection has a letter for each of its parts', () => {
  const helper = createFakeHelper();
  const alarm = createRecordingAlarm();
  const protection = createProtection(helper, alarm);
  expect(protection.letters()).toBe('');
  protection.setPageKept(true);
  expect(protection.letters()).toBe('p');
  helper.listed = true;
  alarm.arm(1);
  expect(protection.letters()).toBe('psa');
  protection.setPageKept(false);
  expect(protection.letters()).toBe('sa');
});

it('a part of the watch that cannot be made, or that throws, is reported and does nothing', () => {
  const { report, lines } = createRecordingReport();
  const idle = { ask: () => 0 };
  const missing = safePort(
    'sensor',
    report,
    () => {
      throw new Error('not there');
    },
    idle,
  );
  const broken = safePort(
    'motor',
    report,
    () => ({
      ask: () => {
        throw new Error('stuck');
      },
    }),
    idle,
  );
  const fine = safePort('clock', report, () => ({ ask: () => 7 }), idle);
  expect([missing.ask(), broken.ask(), fine.ask()]).toEqual([0, 0, 7]);
  expect(lines).toEqual(['sensor: not there', 'motor: stuck']);
});

it('says of each failure what protected the session, not only of the first', () => {
  const ring = createReportRing(createMemoryFiles(), createManualClock(), () => 's');
  ring('motor: stuck');
  ring('log: full');
  expect(parseRing(ring()).map(({ protection }) => protection)).toEqual(['standby', 'standby']);
});
