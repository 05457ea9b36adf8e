/** What the newest records of the log say about how sessions felt. */
import { describe, expect, it } from 'vitest';
import { encodeRating, encodeSession } from '../../utils/core/log/encode.ts';
import { RATING, SESSION } from '../../utils/core/log/frame.ts';
import type { SessionRecord } from '../../utils/core/log/record.ts';
import { parsePreferences, stageKeptS } from '../../utils/core/preferences/document.ts';
import { advisedStage, sessionsAfter } from '../../utils/core/schedule/stage-advice.ts';
import { adviseStage, refuseAdvice, sessionsSince } from '../../utils/run/advise-stage.ts';
import { applyPreferences } from '../../utils/run/apply-preferences.ts';
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

/** Logs a session and returns its seq. */
function log(sessionLog: SessionLog, painBefore: number | null = null): number {
  sessionLog.append(SESSION, encodeSession(recordWith({ painBefore })));
  return sessionLog.tail();
}

it('a session has the newest answers before it and after it', () => {
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

it('sessions come oldest first, and after a refusal only the later ones', () => {
  const sessionLog = emptyLog();
  log(sessionLog, 1);
  const refused = log(sessionLog, 2);
  log(sessionLog, 3);
  expect(sessionsSince(sessionLog, 0).map(({ painBefore }) => painBefore)).toEqual([1, 2, 3]);
  expect(sessionsSince(sessionLog, refused).map(({ painBefore }) => painBefore)).toEqual([3]);
});

it('a record of a later version, and a rating of a missing session, do not count', () => {
  const sessionLog = emptyLog();
  sessionLog.append(99, new Uint8Array([1]));
  sessionLog.append(RATING, encodeRating({ kind: 'rating', of: 1, atMs: 0, painAfter: 9 }));
  expect(sessionsSince(sessionLog, 0)).toEqual([]);
});

it('of a long log only the newest records are read', () => {
  const sessionLog = emptyLog();
  for (let session = 0; session < 100; session++) log(sessionLog);
  expect(sessionsSince(sessionLog, 0)).toHaveLength(64);
});

describe('the advice', () => {
  const NOW_MS = Date.UTC(2026, 10, 29);
  const store = () => createTextStore(createMemoryFiles(), () => {});

  function calm(sessionLog: SessionLog, over: Partial<SessionRecord>): void {
    sessionLog.append(SESSION, encodeSession(recordWith({ startedAtMs: NOW_MS - 86_400_000, ...over })));
    logRating(sessionLog, sessionLog.tail(), NOW_MS, { morning: 'same' });
  }

  it.each<[string, Partial<SessionRecord>, string | null]>([
    ['of the routine that is chosen', {}, 'active'],
    ['of another routine', { routine: 'calf-and-hip-stretch' }, null],
    ['at 1970', { startedAtMs: 0 }, null],
    ['years ahead', { startedAtMs: Date.UTC(2037, 0, 1) }, null],
  ])('follows from sessions %s: %s', (_which, over, advised) => {
    const sessionLog = emptyLog();
    for (let count = 0; count < 3; count++) calm(sessionLog, over);
    const asked = { routine: 'hip-release', nowMs: NOW_MS };
    expect(adviseStage(sessionLog, store(), 'sore', asked)).toBe(advised);
  });

  it('that was refused is not given by watch or phone until new sessions support it', () => {
    const sessionLog = emptyLog();
    const texts = store();
    // Enough sessions that the number of the last one has two digits.
    for (let count = 0; count < 6; count++) calm(sessionLog, {});
    refuseAdvice(sessionLog, texts, NOW_MS);
    expect(adviseStage(sessionLog, texts, 'sore')).toBeNull();
    // The phone hears of it with the preferences.
    applyPreferences(texts, () => {}, [0, 0]);
    const keptS = stageKeptS(parsePreferences(texts.load('config')).document);
    const onPhone = (nowMs: number) => {
      const sessions = sessionsAfter(sessionsSince(sessionLog, 0), keptS, nowMs);
      return advisedStage('sore', sessions);
    };
    expect(onPhone(NOW_MS + 60_000)).toBeNull();
    for (let count = 0; count < 3; count++) calm(sessionLog, { startedAtMs: NOW_MS + 86_400_000 });
    expect(adviseStage(sessionLog, texts, 'sore')).toBe('active');
    expect(onPhone(NOW_MS + 2 * 86_400_000)).toBe('active');
  });

  it('is not suppressed for years by a refusal that a wrong clock dated', () => {
    const sessions = [{ record: { startedAtMs: NOW_MS } }];
    expect(sessionsAfter(sessions, Date.UTC(2037, 0, 1) / 1000, NOW_MS)).toEqual(sessions);
    expect(sessionsAfter(sessions, 0, NOW_MS)).toEqual(sessions);
    expect(sessionsAfter(sessions, NOW_MS / 1000 + 60, NOW_MS + 120_000)).toEqual([]);
  });
});
