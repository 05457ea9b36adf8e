import { describe, expect, it } from 'vitest';
import { answerMessage } from '../../utils/core/sync/inbox.ts';
import { unseal } from '../../utils/core/sync/message.ts';
import type { Link } from '../../utils/ports/ports.ts';
import { createSessionLog } from '../../utils/run/session-log.ts';
import { createSyncRunner } from '../../utils/run/sync-runner.ts';
import { createTextStore } from '../../utils/run/text-store.ts';
import { FINE } from '../support/lossy-link.ts';
import { createManualClock } from '../support/manual-clock.ts';
import { createMemoryFiles } from '../support/memory-files.ts';
import { createPhoneAndWatch, onPhone } from '../support/phone-and-watch.ts';
import { createRecordingReport } from '../support/recording-report.ts';
import { frameOf } from '../support/records.ts';

function opened() {
  const clock = createManualClock();
  return { clock, pair: createPhoneAndWatch(clock) };
}

const LOST = { ...FINE, there: 'lost' } as const;

/** The store of a phone that says it holds a session, without a checksum of it. */
const OLDER_PHONE = {
  epoch: () => 1,
  insert: () => true,
  heldThrough: () => 1,
  forgotten: () => 0,
  lastSession: () => null,
  noteWatch: () => {},
  checksumOf: () => 0,
};

describe('the sync', () => {
  it('reports its status: nothing known, sending, saved', () => {
    const { clock, pair } = opened();
    expect(pair.sync.status()).toBe('unknown');
    pair.finishSession();
    expect(pair.sync.status()).toBe('sending');
    clock.advance(1_000);
    expect(pair.sync.status()).toBe('saved');
    expect(onPhone(pair.texts)).toEqual(pair.sessionLog.framesFrom(1));
  });

  it('waits if no answer comes, and sends when answers come again', () => {
    const { clock, pair } = opened();
    pair.link.fates.push(LOST);
    pair.finishSession();
    clock.advance(8_500);
    expect(pair.sync.status()).toBe('waiting');
    clock.advance(3_000);
    expect(pair.sync.status()).toBe('saved');
  });

  it('opens the radio anew before each try after a loss', () => {
    const { clock, pair } = opened();
    pair.link.fates.push(LOST, LOST);
    pair.finishSession();
    clock.advance(60_000);
    expect(pair.link.reopened).toBe(2);
    expect(pair.sync.status()).toBe('saved');
  });

  it('wakes only when something is due while it waits', () => {
    const { clock, pair } = opened();
    pair.link.fates.push(LOST, LOST, LOST);
    pair.finishSession();
    clock.advance(20_000);
    expect(pair.sync.status()).toBe('waiting');
    const before = pair.link.sent.length;
    let wakes = 0;
    for (; pair.link.sent.length === before; wakes++) clock.advance(clock.untilNextMs() ?? 1_000);
    expect(wakes).toBe(1);
  });

  it('rests when everything is saved, and neither plans nor sends anything', () => {
    const { clock, pair } = opened();
    pair.finishSession();
    clock.advance(1_000);
    expect(clock.pending()).toBe(0);
    const count = pair.link.sent.length;
    clock.advance(3_600_000);
    expect([clock.pending(), pair.link.sent.length]).toEqual([0, count]);
  });

  it('brings 300 records over in full messages of at most 3,518 bytes', () => {
    const { clock, pair } = opened();
    for (let seq = 1; seq <= 300; seq++) pair.sessionLog.append(frameOf(seq).kind, frameOf(seq).body);
    pair.sync.start();
    clock.advance(60_000);
    expect(onPhone(pair.texts)).toEqual(Array.from({ length: 300 }, (_, at) => frameOf(at + 1)));
    const sizes = pair.link.sent.map((bytes) => bytes.length);
    expect(Math.max(...sizes)).toBeLessThanOrEqual(3_518);
    // Each push but the last has no room for one more record.
    expect(Math.min(...sizes.slice(1, -1))).toBeGreaterThan(3_518 - frameOf(300).bytes.length);
  });

  it("reports the phone's refusal, and tries again less and less often", () => {
    const { clock, pair } = opened();
    pair.texts.mode = 'drops';
    pair.finishSession();
    clock.advance(600_000);
    expect(new Set(pair.lines)).toEqual(new Set(['sync: phone: the phone could not store the records']));
    expect(pair.lines.length).toBeLessThan(20);
    pair.texts.mode = 'keeps';
    clock.advance(61_000);
    expect(pair.sync.status()).toBe('saved');
  });

  it('gives no number to a new record under which the phone knows an old one', () => {
    const { clock, pair } = opened();
    for (let count = 0; count < 3; count++) pair.finishSession();
    clock.advance(1_000);
    const old = onPhone(pair.texts);
    for (const name of ['log0', 'marks-a', 'marks-b']) pair.contents.delete(name);
    pair.restartWatch();
    clock.advance(1_000);
    pair.finishSession();
    clock.advance(1_000);
    expect(pair.sync.status()).toBe('saved');
    expect(onPhone(pair.texts).slice(0, 3)).toEqual(old);
    expect(onPhone(pair.texts).map((frame) => frame.seq)).toEqual([1, 2, 3, 4]);
  });
});

describe('a link that', () => {
  function syncOver(link: Link, clock = createManualClock(), files = createMemoryFiles()) {
    const { report, lines } = createRecordingReport();
    const store = createTextStore(files, report);
    const sessionLog = createSessionLog(files, store, report, () => 0.5);
    sessionLog.append(frameOf(1).kind, frameOf(1).body);
    return {
      clock,
      lines,
      sync: createSyncRunner({
        clock,
        link,
        sessionLog,
        store,
        report,
        random: () => 0.5,
        reports: () => '',
      }),
    };
  }

  it('would be asked under a number that cannot be stored is not asked, until it can be', () => {
    const files = createMemoryFiles();
    files.fault = { kind: 'refuses' };
    let asked = 0;
    const link: Link = {
      request() {
        asked++;
      },
      reopen() {},
    };
    const { sync } = syncOver(link, createManualClock(), files);
    sync.start();
    expect([asked, sync.status()]).toEqual([0, 'unknown']);
    files.fault = { kind: 'none' };
    sync.start();
    expect(asked).toBe(1);
  });

  it('throws does not end the sync', () => {
    let asked = 0;
    const { clock, sync } = syncOver({
      request() {
        asked++;
        throw new Error('no radio');
      },
      reopen() {},
    });
    expect(() => sync.start()).toThrow('no radio');
    for (let second = 0; second < 60; second++) {
      try {
        clock.advance(1_000);
      } catch {
        // A platform timer ignores exceptions.
      }
    }
    expect(asked).toBeGreaterThan(2);
  });

  it('leads to an older phone without a checksum is believed about what the phone holds', () => {
    let asked = 0;
    const { clock, sync } = syncOver({
      request(bytes, done) {
        asked++;
        done(answerMessage(unseal(bytes), OLDER_PHONE));
      },
      reopen() {},
    });
    sync.start();
    clock.advance(60_000);
    expect([asked, sync.status()]).toEqual([1, 'saved']);
  });

  it('answers long after the time limit changes nothing', () => {
    const answers: (() => void)[] = [];
    const { clock, sync } = syncOver({
      request: (bytes, done) => void answers.push(() => done(answerMessage(unseal(bytes), OLDER_PHONE))),
      reopen() {},
    });
    sync.start();
    clock.advance(8_500);
    expect(sync.status()).toBe('waiting');
    answers[0]?.();
    expect(sync.status()).toBe('waiting');
  });

  it.each([
    ['no bytes', new Uint8Array(0), 'sync: byte 0: not a message of this app'],
    ['rubbish', new Uint8Array(40), 'sync: byte 0: not a message of this app'],
  ])('answers with %s is reported, and asked again', (_, answer, told) => {
    const { clock, lines, sync } = syncOver({ request: (_bytes, done) => done(answer), reopen() {} });
    sync.start();
    expect(lines).toEqual([told]);
    expect(sync.status()).toBe('waiting');
    clock.advance(2_100);
    expect(lines).toHaveLength(2);
  });
});

it('a launch with nothing new asks once, sends nothing, and reports each change of its status', () => {
  const { clock, pair } = opened();
  for (let count = 0; count < 3; count++) pair.finishSession();
  clock.advance(20_000);
  pair.restartWatch();
  const told: string[] = [];
  pair.sync.onChange(() => told.push(pair.sync.status()));
  clock.advance(20_000);
  expect(pair.link.sent).toHaveLength(1);
  expect(told.at(-1)).toBe('saved');
});

describe('a launch', () => {
  const firstId = (random: number): number => {
    const clock = createManualClock();
    const files = createMemoryFiles();
    const { report } = createRecordingReport();
    const store = createTextStore(files, report);
    const ids: number[] = [];
    const link: Link = {
      request(bytes) {
        const opened = unseal(bytes);
        if (opened.ok) ids.push(opened.value.id);
      },
      reopen() {},
    };
    const sessionLog = createSessionLog(files, store, report, () => 0.5);
    createSyncRunner({
      clock,
      link,
      sessionLog,
      store,
      report,
      random: () => random,
      reports: () => '',
    }).start();
    return ids[0] ?? 0;
  };

  it('begins with a number of its own, so that an answer to an earlier one does not count', () => {
    const ids = [0, 0.25, 0.5, 0.999].map(firstId);
    expect(new Set(ids).size).toBe(ids.length);
    expect(Math.min(...ids)).toBeGreaterThan(0);
  });
});
