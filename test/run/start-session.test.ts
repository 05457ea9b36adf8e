/** Whether the wearer asked for the session page, and whether a session is running. */
import { expect, it } from 'vitest';
import { encodeSnapshot } from '../../utils/core/session/snapshot.ts';
import { startSession } from '../../utils/core/session/transitions.ts';
import { OPEN_SESSION } from '../../utils/core/stored-names.ts';
import { isSessionRunning, wasJustAskedFor } from '../../utils/run/start-session.ts';
import { createTextStore } from '../../utils/run/text-store.ts';
import { usualStyle } from '../support/cue-style.ts';
import { MONDAY_MS } from '../support/manual-clock.ts';
import { createMemoryFiles } from '../support/memory-files.ts';
import { defaultPlan } from '../support/watch-life.ts';

it.each([
  ['just now', MONDAY_MS, true],
  ['almost ten seconds ago', MONDAY_MS - 9_999, true],
  ['ten seconds ago', MONDAY_MS - 10_000, false],
  ['by a clock that was set back since', MONDAY_MS + 1, false],
  ['never', undefined, false],
])('a page that was asked for %s: %s', (_, askedAtMs, expected) => {
  expect(wasJustAskedFor(askedAtMs, MONDAY_MS)).toBe(expected);
});

const [started] = startSession(defaultPlan(), MONDAY_MS, 0, usualStyle);
const ended = { ...started, phase: { at: 'ended', how: 'done', sinceMs: 1, untilMs: 1 } } as const;

it.each([
  ['that has begun', encodeSnapshot(started, 0), true],
  ['that has ended', encodeSnapshot(ended, 1), false],
  ['that cannot be read', '{"version":1}', false],
  ['that is none', '', false],
])('a session %s is running: %s', (_, text, expected) => {
  const store = createTextStore(createMemoryFiles(), () => {});
  store.save(OPEN_SESSION, text);
  expect(isSessionRunning(store)).toBe(expected);
});
