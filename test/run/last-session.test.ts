/** The note of the last sessions: what it says of one is changed without losing another. */
import { describe, expect, it } from 'vitest';
import { lastSession, type NotedSession, noteSession } from '../../utils/run/last-session.ts';
import { createTextStore, type TextStore } from '../../utils/run/text-store.ts';
import { MONDAY_MS } from '../support/manual-clock.ts';
import { createMemoryFiles } from '../support/memory-files.ts';

const WEEK_MS = 7 * 86_400_000;
const monday: NotedSession = { startedAtMs: MONDAY_MS, zoneOffsetMin: 0, morning: null, seq: 1 };
const later: NotedSession = { ...monday, startedAtMs: MONDAY_MS + WEEK_MS, seq: 2 };

function noted(...sessions: readonly NotedSession[]): TextStore {
  const store = createTextStore(createMemoryFiles(), () => {});
  for (const session of sessions) noteSession(store, session);
  return store;
}

describe('the note of the last sessions', () => {
  it('has the session before the newest, too, after a morning was answered', () => {
    const store = noted(monday, later, { ...later, morning: 'same' });
    expect(lastSession(store, MONDAY_MS + WEEK_MS)).toMatchObject({ seq: 2, morning: 'same' });
    expect(lastSession(store, MONDAY_MS)).toMatchObject({ seq: 1, morning: null });
  });

  it('has both of two sessions that only the phone had, and that have no number here', () => {
    const store = noted({ ...monday, seq: 0 }, { ...later, seq: 0 });
    expect(lastSession(store, MONDAY_MS)?.startedAtMs).toBe(MONDAY_MS);
  });
});
