/** The sessions that the history lists and the summary shows again. */
import { expect, it } from 'vitest';
import { plainRecord } from '../../tools/shared/plain-record.ts';
import { encodeSession } from '../../utils/core/log/encode.ts';
import { SESSION } from '../../utils/core/log/frame.ts';
import { logRating } from '../../utils/run/log-rating.ts';
import { loggedSession, newestSessions } from '../../utils/run/logged-sessions.ts';
import { createSessionLog, type SessionLog } from '../../utils/run/session-log.ts';
import { createTextStore } from '../../utils/run/text-store.ts';
import { createMemoryFiles } from '../support/memory-files.ts';
import { createRecordingReport } from '../support/recording-report.ts';

const NOW_MS = plainRecord.startedAtMs + 600_000;

function emptyLog(): SessionLog {
  const files = createMemoryFiles();
  const { report } = createRecordingReport();
  return createSessionLog(files, createTextStore(files, report), report, () => 0.5);
}

it('a session is listed with the last answer to each question', () => {
  const sessionLog = emptyLog();
  sessionLog.append(SESSION, encodeSession(plainRecord));
  logRating(sessionLog, 1, NOW_MS, { painAfter: 7, morning: 'worse' });
  logRating(sessionLog, 1, NOW_MS, { painAfter: 1, morning: 'better' });
  const { report } = createRecordingReport();
  expect(newestSessions(sessionLog, report)).toEqual([
    {
      record: { ...plainRecord, painAfter: 1 },
      stored: true,
      seq: 1,
      morning: 'better',
      contactLeft: null,
      contactRight: null,
    },
  ]);
});

it('a record of a later version is left out and reported, and the others are listed', () => {
  const sessionLog = emptyLog();
  sessionLog.append(SESSION, encodeSession(plainRecord));
  sessionLog.append(99, new Uint8Array([1]));
  const { report, lines } = createRecordingReport();
  expect(newestSessions(sessionLog, report).map(({ seq }) => seq)).toEqual([1]);
  expect(lines).toEqual(['history: kind 99 needs a newer version of the app']);
});

it('a session is found by its number, with the later answers about it', () => {
  const sessionLog = emptyLog();
  const { report } = createRecordingReport();
  sessionLog.append(SESSION, encodeSession(plainRecord));
  sessionLog.append(SESSION, encodeSession({ ...plainRecord, beats: 3 }));
  logRating(sessionLog, 1, NOW_MS, { contact: 2 });
  expect(loggedSession(sessionLog, 1, report)).toMatchObject({
    seq: 1,
    record: { ...plainRecord, contact: 2 },
  });
  expect(loggedSession(sessionLog, 2, report)).toMatchObject({ seq: 2, record: { beats: 3 } });
});

it.each([3, 4])('no session has number %i, which a rating has or nothing', (seq) => {
  const sessionLog = emptyLog();
  sessionLog.append(SESSION, encodeSession(plainRecord));
  sessionLog.append(SESSION, encodeSession(plainRecord));
  logRating(sessionLog, 1, NOW_MS, { contact: 2 });
  expect(loggedSession(sessionLog, seq, createRecordingReport().report)).toBeNull();
});

it('the number of a rating belongs to no session, although sessions follow it', () => {
  const sessionLog = emptyLog();
  sessionLog.append(SESSION, encodeSession(plainRecord));
  logRating(sessionLog, 1, NOW_MS, { contact: 2 });
  sessionLog.append(SESSION, encodeSession(plainRecord));
  expect(loggedSession(sessionLog, 2, createRecordingReport().report)).toBeNull();
});

it('the newest session of a long log is listed first', () => {
  const sessionLog = emptyLog();
  for (let at = 0; at < 193; at++) sessionLog.append(SESSION, encodeSession(plainRecord));
  expect(newestSessions(sessionLog, createRecordingReport().report)[0]?.seq).toBe(193);
});
