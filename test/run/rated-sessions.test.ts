/** What the newest records of the log say of how sessions felt. */
import { expect, test } from 'vitest';
import { encodeRating, encodeSession } from '../../utils/core/log/encode.ts';
import { RATING, SESSION } from '../../utils/core/log/frame.ts';
import { recordOf } from '../../utils/core/log/record-of.ts';
import { logRating } from '../../utils/run/answers.ts';
import { createJournal, type Journal } from '../../utils/run/journal.ts';
import { ratedSessions } from '../../utils/run/rated-sessions.ts';
import { createSlotStore } from '../../utils/run/slot-store.ts';
import { startWalk } from '../core/session/walk.ts';
import { planWith, START_MS } from '../support/arbitraries.ts';
import { createMemoryFiles } from '../support/memory-files.ts';

function emptyLog(): Journal {
  const files = createMemoryFiles();
  const refuse = (where: string, what: string): never => {
    throw new Error(`${where}: ${what}`);
  };
  return createJournal(files, createSlotStore(files, refuse), refuse, () => 0.5);
}

/** Logs a session; gives its seq. */
function log(journal: Journal, painBefore: number | null = null): number {
  const walk = startWalk(planWith());
  walk.happen('stopped', START_MS + 1_000);
  journal.append(SESSION, encodeSession({ ...recordOf(walk.state()), painBefore }));
  return journal.tail();
}

test('a session has what was said before it and after it, the newest word of each', () => {
  const journal = emptyLog();
  const seq = log(journal, 4);
  logRating(journal, seq, START_MS, { painAfter: 5 });
  logRating(journal, seq, START_MS, { contact: 3 });
  logRating(journal, seq, START_MS, { painAfter: 2 });
  logRating(journal, seq, START_MS, { morning: 'better' });
  expect(ratedSessions(journal, 0)).toEqual([
    { phase: 'sore', painBefore: 4, painAfter: 2, contact: 3, morning: 'better' },
  ]);
});

test('sessions come the oldest first; those that were answered with "no" are left out', () => {
  const journal = emptyLog();
  log(journal, 1);
  const refused = log(journal, 2);
  log(journal, 3);
  expect(ratedSessions(journal, 0).map(({ painBefore }) => painBefore)).toEqual([1, 2, 3]);
  expect(ratedSessions(journal, refused).map(({ painBefore }) => painBefore)).toEqual([3]);
});

test('a record of a later version, and a rating of a session that is gone, say nothing', () => {
  const journal = emptyLog();
  journal.append(99, new Uint8Array([1]));
  journal.append(RATING, encodeRating({ kind: 'rating', of: 1, atMs: 0, painAfter: 9 }));
  expect(ratedSessions(journal, 0)).toEqual([]);
});

test('of a long log the newest records alone are read', () => {
  const journal = emptyLog();
  for (let session = 0; session < 100; session++) log(journal);
  expect(ratedSessions(journal, 0)).toHaveLength(64);
});
