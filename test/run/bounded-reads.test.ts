/**
 * The work of the watch does not grow with its history: the bytes that it reads from its files with few, many and very many records in the
 * log.
 */
import { beforeAll, describe, expect, it } from 'vitest';
import { plainRecord } from '../../tools/shared/plain-record.ts';
import { encodeSession } from '../../utils/core/log/encode.ts';
import { encodeFrame, SESSION } from '../../utils/core/log/frame.ts';
import { encodeSnapshot } from '../../utils/core/session/snapshot.ts';
import { OPEN_SESSION } from '../../utils/core/stored-names.ts';
import { HISTORY_ROWS } from '../../utils/core/view/history-view.ts';
import type { Files } from '../../utils/ports/ports.ts';
import { sessionsSince } from '../../utils/run/advise-stage.ts';
import { finishSession } from '../../utils/run/finished-session.ts';
import { newestSessions } from '../../utils/run/logged-sessions.ts';
import { createSessionLog, type SessionLog } from '../../utils/run/session-log.ts';
import { createSyncRunner } from '../../utils/run/sync-runner.ts';
import { createTextStore, type TextStore } from '../../utils/run/text-store.ts';
import { startWalk } from '../core/session/walk.ts';
import { planWith, START_MS } from '../support/arbitraries.ts';
import { createManualClock } from '../support/manual-clock.ts';
import { createMemoryFiles } from '../support/memory-files.ts';

const COUNTS = [10, 1_000, 10_000] as const;
const MOST = COUNTS[2];
/** A file of the log holds 64 records. */
const FILE_BYTES = 64 * encodeFrame(SESSION, MOST, encodeSession(plainRecord)).bytes.length;
/** Texts with two files each that are read beside the log. */
const SLOTS_BYTES = 2_000;

interface Watch {
  readonly sessionLog: SessionLog;
  readonly store: TextStore;
  /** Bytes that `act` reads. */
  reads(act: () => void): number;
}

const refuse = (where: string, what: string): never => {
  throw new Error(`${where}: ${what}`);
};

/** A watch that has just been launched, and knows nothing but its files. */
function launched(contents: ReadonlyMap<string, Uint8Array>): Watch {
  const memory = createMemoryFiles(new Map(contents));
  let count = 0;
  const files: Files = {
    ...memory,
    read(path) {
      const bytes = memory.read(path);
      count += bytes === null ? 0 : bytes.length;
      return bytes;
    },
  };
  const store = createTextStore(files, refuse);
  const sessionLog = createSessionLog(files, store, refuse, () => 0.5);
  return {
    sessionLog,
    store,
    reads(act) {
      count = 0;
      act();
      return count;
    },
  };
}

const folders = new Map<number, ReadonlyMap<string, Uint8Array>>();

function watchWith(records: number): Watch {
  return launched(folders.get(records) ?? new Map());
}

beforeAll(() => {
  const { contents, ...files } = createMemoryFiles();
  const sessionLog = createSessionLog(files, createTextStore(files, refuse), refuse, () => 0.5);
  for (let seq = 1; seq <= MOST; seq++) {
    const record = { ...plainRecord, startedAtMs: plainRecord.startedAtMs + seq * 86_400_000 };
    sessionLog.append(SESSION, encodeSession(record));
    if (COUNTS.some((count) => count === seq)) folders.set(seq, new Map(contents));
  }
}, 120_000);

function greet({ sessionLog, store }: Watch): void {
  const link = { request: () => {}, reopen: () => {} };
  const ports = { clock: createManualClock(), link, sessionLog, store, report: refuse };
  createSyncRunner({ ...ports, random: () => 0.5, reports: () => '' }).start();
}

function endSession({ sessionLog, store }: Watch): void {
  const walk = startWalk(planWith());
  walk.happen('stopped', START_MS + 1_000);
  const held = { slot: 0, seconds: 60, positionedS: 30, reached: 1, outcome: 'let-go', lateMs: 0 } as const;
  store.save(OPEN_SESSION, encodeSnapshot({ ...walk.state(), tries: [held] }, sessionLog.tail() + 1));
  if (finishSession(store, sessionLog)?.stored !== true) throw new Error('the session was not logged');
}

describe.each(COUNTS)('a watch with %i records', (count) => {
  it('reads one file of the log to greet the phone at a launch', () => {
    const watch = watchWith(count);
    expect(watch.reads(() => greet(watch))).toBeLessThanOrEqual(FILE_BYTES + SLOTS_BYTES);
  });

  it('reads at most two files of the log to log a session', () => {
    const watch = watchWith(count);
    expect(watch.reads(() => endSession(watch))).toBeLessThanOrEqual(2 * FILE_BYTES + SLOTS_BYTES);
    expect(watch.sessionLog.tail()).toBe(count + 1);
  });

  it('reads at most four files of the log for the history, and shows the newest sessions', () => {
    const watch = watchWith(count);
    let seqs: readonly number[] = [];
    const bytes = watch.reads(() => {
      seqs = newestSessions(watch.sessionLog, refuse).map(({ seq }) => seq);
    });
    expect(bytes).toBeLessThanOrEqual(4 * FILE_BYTES + SLOTS_BYTES);
    expect(seqs).toEqual(Array.from({ length: Math.min(HISTORY_ROWS, count) }, (_, at) => count - at));
  });

  it('reads at most three files of the log for its advice', () => {
    const watch = watchWith(count);
    expect(watch.reads(() => sessionsSince(watch.sessionLog, 0))).toBeLessThanOrEqual(
      3 * FILE_BYTES + SLOTS_BYTES,
    );
  });
});

it('a watch with ten thousand records has far larger files than it reads', () => {
  const sizes = [...(folders.get(MOST)?.values() ?? [])].map((bytes) => bytes.length);
  expect(sizes.reduce((sum, bytes) => sum + bytes, 0)).toBeGreaterThan(100 * FILE_BYTES);
});
