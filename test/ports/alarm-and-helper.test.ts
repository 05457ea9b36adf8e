/** The alarm net and the helper over stand-ins for the platform's modules, call by call. */
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { createTextStore } from '../../utils/run/text-store.ts';
import { createAlarmNet } from '../../utils/zos/alarm.ts';
import { createHelper, isHelperGranted, requestHelper } from '../../utils/zos/helper.ts';
import { createReminders } from '../../utils/zos/reminders.ts';
import { createMemoryFiles } from '../support/memory-files.ts';
import { createRecordingReport } from '../support/recording-report.ts';

const platform = vi.hoisted(() => ({
  calls: [] as string[],
  alarms: [] as number[],
  services: [] as string[],
  consent: 2,
  hasTimers: true,
  throwsAt: '',
  refuses: false,
  /** An alarm that the system lists, but throws for. */
  dead: 0,
  param: '',
  startCode: 0 as unknown,
  /** What `requestPermission` returns, and what it calls back with. */
  asked: 0 as unknown,
  answer: undefined as unknown,
}));

function called(name: string): void {
  platform.calls.push(name);
  if (platform.throwsAt === name.split(' ')[0]) throw new Error(`no ${platform.throwsAt}`);
}

vi.mock('@zos/alarm', () => ({
  set(order: { url: string; time: number; store: boolean; param: string }) {
    called(`set ${order.url} ${order.time} ${order.store}`);
    platform.param = order.param;
    if (platform.refuses) return 0;
    platform.alarms.push(100 + platform.calls.length);
    return 100 + platform.calls.length;
  },
  cancel(id: number) {
    called(`cancel ${id}`);
    if (platform.dead === id) throw new Error(`no alarm ${id}`);
    platform.alarms = platform.alarms.filter((armed) => armed !== id);
  },
  getAllAlarms() {
    if (platform.throwsAt === 'alarms') throw new Error('no alarms');
    return [...platform.alarms];
  },
  REPEAT_DAY: 3,
}));
vi.mock('@zos/app', () => ({
  queryPermission() {
    called('query');
    return [platform.consent];
  },
  requestPermission({ callback }: { callback: (codes: unknown) => void }) {
    called('request');
    if (platform.asked === 0) callback(platform.answer);
    return platform.asked;
  },
}));
// Below API 4.0 the module has none.
vi.mock('@zos/timer', () => ({
  get createSysTimer() {
    return platform.hasTimers ? () => 1 : undefined;
  },
}));
vi.mock('@zos/app-service', () => ({
  start(order: { file: string; reload: boolean }) {
    called(`start ${order.file} ${order.reload}`);
    return platform.startCode;
  },
  stop: (order: { file: string }) => called(`stop ${order.file}`),
  getAllAppServices() {
    called('list');
    return platform.services;
  },
}));

beforeEach(() => {
  Object.assign(platform, {
    calls: [],
    alarms: [],
    services: [],
    consent: 2,
    hasTimers: true,
    throwsAt: '',
    refuses: false,
    dead: 0,
    startCode: 0,
    asked: 0,
    answer: undefined,
  });
});

describe('the alarm net', () => {
  it('arms the new alarm before it cancels the old one, so that a crash in between leaves two rather than none', () => {
    platform.alarms = [7, 8];
    createAlarmNet(createRecordingReport().report, () => '').arm(1_767_600_000_001);
    expect(platform.calls).toEqual(['set page/session/index.page 1767600001 true', 'cancel 7', 'cancel 8']);
    expect(platform.alarms).toEqual([101]);
  });

  it('tells the page that it opens the instant for which it was armed', () => {
    createAlarmNet(createRecordingReport().report, () => '').arm(1_767_600_000_001);
    expect(JSON.parse(platform.param)).toEqual({ page: 'session', askedAtMs: 1_767_600_001_000 });
  });

  it('does not cancel the alarms of the reminder', () => {
    platform.alarms = [7, 17, 8];
    createAlarmNet(createRecordingReport().report, () => '#17;#70;').cancel();
    expect(platform.alarms).toEqual([17]);
  });

  it('cancels what an earlier life has armed', () => {
    platform.alarms = [7, 8];
    createAlarmNet(createRecordingReport().report, () => '').cancel();
    expect([platform.calls, platform.alarms]).toEqual([['cancel 7', 'cancel 8'], []]);
  });

  it('reports an alarm that the system refuses, and never rings for a slot that has ended', () => {
    platform.alarms = [7];
    platform.refuses = true;
    const { report, lines } = createRecordingReport();
    createAlarmNet(report, () => '').arm(1_767_600_000_000);
    expect([lines, platform.alarms]).toEqual([['alarm: refused'], []]);
  });

  it('reports an error of the system, and the session goes on', () => {
    platform.throwsAt = 'set';
    const { report, lines } = createRecordingReport();
    createAlarmNet(report, () => '').arm(1_767_600_000_000);
    expect(lines).toEqual(['alarm: Error: no set']);
  });

  it('cancels the other alarms if the system throws for one that is gone, and reports the error', () => {
    platform.alarms = [7, 8, 9];
    platform.dead = 8;
    const { report, lines } = createRecordingReport();
    const net = createAlarmNet(report, () => '');
    net.cancel();
    expect([lines, platform.alarms]).toEqual([['alarm: Error: no alarm 8'], [8]]);
    expect(net.isArmed()).toBe(true);
  });

  it('counts as armed if the system lists an alarm, and not if that throws', () => {
    const net = createAlarmNet(createRecordingReport().report, () => '#17;');
    platform.alarms = [17];
    expect(net.isArmed()).toBe(false);
    platform.alarms = [17, 7];
    expect(net.isArmed()).toBe(true);
    platform.throwsAt = 'alarms';
    expect(net.isArmed()).toBe(false);
  });

  it('does nothing if no alarm is armed and none is wanted', () => {
    const { report, lines } = createRecordingReport();
    createAlarmNet(report, () => '').cancel();
    expect([lines, platform.calls]).toEqual([[], []]);
  });
});

const WAKE_UPS = [
  { atMs: 1_767_600_000_000, saying: 'r' },
  { atMs: 1_767_700_000_000, saying: 'm' },
];

describe('the reminder', () => {
  const reminders = (stored: string) => {
    const { report, lines } = createRecordingReport();
    const store = createTextStore(createMemoryFiles(), report);
    store.save('wake-ups', stored);
    return { lines, store, reminders: createReminders(store, report) };
  };

  it('replaces its own old alarms, even if the system throws for one that is gone', () => {
    platform.alarms = [7, 8, 9];
    platform.dead = 7;
    const { lines, store, reminders: made } = reminders('#7;#8;');
    made.set(WAKE_UPS);
    expect(lines).toEqual(['reminder: Error: no alarm 7']);
    const set = platform.alarms.filter((id) => id > 100);
    expect([platform.alarms.slice(0, 2), set.length]).toEqual([[7, 9], 2]);
    expect(store.load('wake-ups')).toBe(set.map((id) => `#${id};`).join(''));
  });

  it('sets the other alarms if one is refused with an error', () => {
    platform.throwsAt = 'set';
    const { lines, reminders: made } = reminders('');
    made.set(WAKE_UPS);
    expect(lines).toEqual(['reminder: Error: no set', 'reminder: Error: no set']);
  });
});

describe('the helper', () => {
  it('is started if the wearer has allowed it, in a way that does not restart it after a reboot', () => {
    createHelper(createRecordingReport().report).start();
    expect(platform.calls).toEqual(['start app-service/helper false']);
  });

  it.each([0, 1, 2])('is started if the system says %i of its permission', (consent) => {
    platform.consent = consent;
    createHelper(createRecordingReport().report).start();
    expect(platform.calls).toEqual(['start app-service/helper false']);
  });

  it.each([0, 2, true, undefined])('reports nothing if the system answers %s, because it runs', (code) => {
    platform.startCode = code;
    const { report, lines } = createRecordingReport();
    createHelper(report).start();
    expect(lines).toEqual([]);
  });

  it.each([1, 3, 7, -1, false])('reports the answer %s of a system that does not start it', (code) => {
    platform.startCode = code;
    const { report, lines } = createRecordingReport();
    createHelper(report).start();
    expect(lines).toEqual([`helper: start ${code}`]);
  });

  it('is not started if services have no timers, whatever was allowed', () => {
    platform.hasTimers = false;
    const { report, lines } = createRecordingReport();
    createHelper(report).start();
    expect([platform.calls, lines]).toEqual([[], []]);
  });

  it('is listed only by its own name', () => {
    const helper = createHelper(createRecordingReport().report);
    expect(helper.isListed()).toBe(false);
    platform.services = ['app-service/other'];
    expect(helper.isListed()).toBe(false);
    platform.services = ['app-service/helper'];
    expect(helper.isListed()).toBe(true);
    platform.services = ['app-service/helper.js'];
    expect(helper.isListed()).toBe(true);
  });

  it.each(['list', 'start', 'stop'])(
    'is unavailable on a watch whose %s throws, and nothing else happens',
    (call) => {
      platform.throwsAt = call;
      const helper = createHelper(createRecordingReport().report);
      helper.start();
      helper.stop();
      platform.services = ['app-service/helper'];
      expect(helper.isListed()).toBe(call !== 'list');
    },
  );
});

describe('the system’s consent', () => {
  it.each([
    ['asks and grants', 0, [2], []],
    ['asks and does not grant yet', 0, [0], []],
    ['asks, and the wearer may not be asked again', 0, [1], ['helper: permission 1']],
    ['asks and calls back without a code', 0, undefined, ['helper: permission undefined']],
    ['asks and calls back with a code of its own', 0, [7], ['helper: permission 7']],
    ['has granted before', 2, undefined, []],
    ['does not ask', 1, undefined, ['helper: permission 1']],
  ] as const)(
    'that %s calls back once, and reports an answer that is not plain',
    (_how, asked, answer, expected) => {
      platform.asked = asked;
      platform.answer = answer;
      const { report, lines } = createRecordingReport();
      let answers = 0;
      requestHelper(report, () => answers++);
      expect([answers, lines]).toEqual([1, expected]);
    },
  );

  it('that throws calls back once, and is reported', () => {
    platform.throwsAt = 'request';
    const { report, lines } = createRecordingReport();
    let answers = 0;
    requestHelper(report, () => answers++);
    expect([answers, lines]).toEqual([1, ['helper: permission Error: no request']]);
  });

  it.each([
    [2, true],
    [1, false],
    [0, false],
  ])('is given if it says %i: %s', (code, isGranted) => {
    platform.consent = code;
    expect(isHelperGranted()).toBe(isGranted);
  });

  it('is not given if the question throws', () => {
    platform.throwsAt = 'query';
    expect(isHelperGranted()).toBe(false);
  });
});
