/** Each port fails in the platform's own modules: the failure is in the ring and in the export, once, as a sentence. */
import { expect, it, vi } from 'vitest';
import { createReportStore } from '../../app-side/report-store.ts';
import { pattern, plainCue } from '../../utils/core/cue/vocabulary.ts';
import { storedReports } from '../../utils/core/ring-entries.ts';
import type { Report } from '../../utils/ports/ports.ts';
import { guard } from '../../utils/run/guard.ts';
import { createProtection } from '../../utils/run/protection.ts';
import { createReportRing } from '../../utils/run/report-ring.ts';
import { createTextStore } from '../../utils/run/text-store.ts';
import { createAlarmNet } from '../../utils/zos/alarm.ts';
import { createMotor } from '../../utils/zos/haptics.ts';
import { createHelper } from '../../utils/zos/helper.ts';
import { createLink } from '../../utils/zos/link.ts';
import { createScreenKeeper } from '../../utils/zos/screen-keeper.ts';
import { usualStyle } from '../support/cue-style.ts';
import { createManualClock } from '../support/manual-clock.ts';
import { createMemoryFiles } from '../support/memory-files.ts';
import { createMemoryTexts } from '../support/memory-texts.ts';

const broken = vi.hoisted(() => (what: string) => () => {
  throw new Error(`the ${what} is broken`);
});

vi.mock('@zos/alarm', () => ({
  set: broken('alarm'),
  cancel: broken('alarm'),
  getAllAlarms: broken('alarm'),
}));
vi.mock('@zos/app', () => ({ queryPermission: () => [2] }));
vi.mock('@zos/timer', () => ({ createSysTimer: () => 1 }));
vi.mock('@zos/app-service', () => ({
  start: broken('service'),
  stop: broken('service'),
  getAllAppServices: broken('service'),
}));
vi.mock('@zos/display', () => ({
  pauseDropWristScreenOff: () => 0,
  pausePalmScreenOff: () => 0,
  resetDropWristScreenOff: () => 0,
  resetPageBrightTime: () => 0,
  resetPalmScreenOff: () => 0,
  setPageBrightTime: broken('screen'),
  setWakeUpRelaunch: () => 0,
}));
vi.mock('@zos/sensor', () => ({
  VIBRATOR_SCENE_DURATION_LONG: 27,
  VIBRATOR_SCENE_SHORT_MIDDLE: 24,
  Vibrator: class {
    getType = () => ({ CONTINUOUS: 1, PAUSE: 2, STRONG_SHORT: 3 });
    start = broken('motor');
    stop = () => undefined;
  },
}));

interface Bench {
  readonly report: Report;
  readonly clock: ReturnType<typeof createManualClock>;
  readonly files: ReturnType<typeof createMemoryFiles>;
}

const failures: Readonly<Record<string, readonly [fail: (bench: Bench) => void, sentence: string]>> = {
  alarm: [
    ({ report }) => createAlarmNet(report, () => '').arm(1_767_600_000_000),
    'Error: the alarm is broken',
  ],
  helper: [({ report }) => createHelper(report).start(), 'Error: the service is broken'],
  screen: [({ report }) => createScreenKeeper(report).keepAwake(60_000), 'Error: the screen is broken'],
  motor: [
    ({ clock, report }) => createMotor(clock, report).run(pattern(plainCue('start'), usualStyle), 'pattern'),
    'Error: the motor is broken',
  ],
  link: [
    ({ report }) => createLink(broken('radio'), report).request(Uint8Array.of(1), () => {}),
    'Error: the radio is broken',
  ],
  open: [
    ({ files, report }) => {
      files.fault = { kind: 'refuses' };
      createTextStore(files, report).save('open', '{}');
    },
    'could not be stored',
  ],
  ticked: [
    ({ clock, report }) => {
      clock.after(250, () => guard('ticked', report, broken('page')));
      clock.advance(250);
    },
    'the page is broken',
  ],
};

it.each(Object.keys(failures))('%s fails twice and is reported once', (where) => {
  const clock = createManualClock();
  const files = createMemoryFiles();
  // The protection is read from the same broken platform. That must neither recurse nor hide the failure.
  const report: Report = (place, sentence) => void ring(`${place}: ${sentence}`);
  const protection = createProtection(
    createHelper(report),
    createAlarmNet(report, () => ''),
  );
  protection.setPageKept(true);
  const ring = createReportRing(files, clock, protection.letters);
  const [fail, sentence] = failures[where] ?? [];
  fail?.({ report, clock, files });
  fail?.({ report, clock, files });

  const texts = createMemoryTexts();
  createReportStore(texts).addWatchReports(ring(), Date.UTC(2026, 6, 1));
  createReportStore(texts).addWatchReports(ring(), Date.UTC(2026, 6, 1));
  expect(storedReports(Object.fromEntries(texts.values))).toEqual([
    {
      at: Math.floor(clock.nowMs() / 1000) * 1000,
      where: `watch ${where}`,
      sentence,
      protection: 'screen',
    },
  ]);
});

it('the ring is read in the next life of the app, and continues there', () => {
  const clock = createManualClock();
  const files = createMemoryFiles();
  const { letters } = createProtection(
    { isListed: () => true, start() {}, stop() {} },
    { isArmed: () => true, arm() {}, cancel() {} },
  );
  createReportRing(files, clock, letters)('motor: stuck');
  const ring = createReportRing(files, clock, letters);
  ring('log: full');
  expect(
    ring()
      .split('\n')
      .map((line) => line.replace(/\t\w+\t/, ' ')),
  ).toEqual(['motor: stuck sa', 'log: full sa']);
});
