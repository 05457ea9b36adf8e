/** What the newest records of the log say of how sessions felt. */
import { expect, it } from 'vitest';
import { encodeRating, encodeSession } from '../../utils/core/log/encode.ts';
import { RATING, SESSION } from '../../utils/core/log/frame.ts';
import { sessionsSince } from '../../utils/run/advise-stage.ts';
import { logRating } from '../../utils/run/log-rating.ts';
import { createSessionLog, type SessionLog } from '../../utils/run/session-log.ts';
import { createTextStore } from '../../utils/run/text-store.ts';
import { START_MS } from '../support/arbitraries.ts';
import { createMemoryFiles } from '../support/memory-files.ts';
import { recordWith } from '../support/records.ts';

function emptyLog(): SessionLog {
  const files = createMemoryFiles();
  const refuse = (where: string, what: string): never => {
    throw new Error(`${where}: ${what}`);
  };
  return createSessionLog(files, createTextStore(files, refuse), refuse, () => 0.5);
}

/** Logs a session; gives its seq. */
function log(sessionLog: SessionLog, painBefore: number | null = null): number {
  sessionLog.append(SESSION, encodeSession(recordWith({ painBefore })));
  return sessionLog.tail();
}

it('a session has what was said before it and after it, the newest word of each', () => {
  const sessionLog = emptyLog();
  const seq = log(sessionLog, 4);
  logRating(sessionLog, seq, START_MS, { painAfter: 5 });
  logRating(sessionLog, seq, START_MS, { contact: 3 });
  logRating(sessionLog, seq, START_MS, { painAfter: 2 });
  logRating(sessionLog, seq, START_MS, { morning: 'better' });
  expect(sessionsSince(sessionLog, 0)).toMatchObject([
    { record: { phase: 'sore' }, painBefore: 4, painAfter: 2, contact: 3, morning: 'better' },
  ]);
});

it('sessions come the oldest first; those that were answered with "no" are left out', () => {
  const sessionLog = emptyLog();
  log(sessionLog, 1);
  const refused = log(sessionLog, 2);
  log(sessionLog, 3);
  expect(sessionsSince(sessionLog, 0).map(({ painBefore }) => painBefore)).toEqual([1, 2, 3]);
  expect(sessionsSince(sessionLog, refused).map(({ painBefore }) => painBefore)).toEqual([3]);
});

it('a record of a later version, and a rating of a session that is gone, say nothing', () => {
  const sessionLog = emptyLog();
  sessionLog.append(99, new Uint8Array([1]));
  sessionLog.append(RATING, encodeRating({ kind: 'rating', of: 1, atMs: 0, painAfter: 9 }));
  expect(sessionsSince(sessionLog, 0)).toEqual([]);
});

it('of a long log the newest records alone are read', () => {
  const sessionLog = emptyLog();
  for (let session = 0; session < 100; session++) log(sessionLog);
  expect(sessionsSince(sessionLog, 0)).toHaveLength(64);
});
