/** "Pain now" waits for the session that it is about, for two hours. */
import { expect, it } from 'vitest';
import {
  clearOldPainBefore,
  clearPainBefore,
  painBefore,
  recentPainBefore,
  savePainBefore,
} from '../../utils/run/pain-before.ts';
import { createTextStore, type TextStore } from '../../utils/run/text-store.ts';
import { createMemoryFiles } from '../support/memory-files.ts';

const AT_MS = Date.UTC(2026, 10, 23, 12);
const HOUR_MS = 3_600_000;

function emptyStore(): TextStore {
  return createTextStore(createMemoryFiles(), (where, what) => {
    throw new Error(`${where}: ${what}`);
  });
}

it('without an answer there is none', () => {
  expect([painBefore(emptyStore()), recentPainBefore(emptyStore(), AT_MS)]).toEqual([null, null]);
});

it.each([
  [0, 4],
  [2 * HOUR_MS - 1, 4],
  [2 * HOUR_MS, null],
])('an answer that is %i ms old counts as %j for a session that starts now', (ageMs, answer) => {
  const store = emptyStore();
  savePainBefore(store, 4, AT_MS);
  expect(recentPainBefore(store, AT_MS + ageMs)).toBe(answer);
});

it('an answer stays until its session is logged, however long that lasts', () => {
  const store = emptyStore();
  savePainBefore(store, 4, AT_MS);
  expect(painBefore(store)).toBe(4);
});

it('no pain is an answer', () => {
  const store = emptyStore();
  savePainBefore(store, 0, AT_MS);
  expect(recentPainBefore(store, AT_MS)).toBe(0);
});

it('the newest answer counts, and a cleared one does not', () => {
  const store = emptyStore();
  savePainBefore(store, 4, AT_MS);
  savePainBefore(store, 7, AT_MS);
  expect(painBefore(store)).toBe(7);
  clearPainBefore(store);
  expect(painBefore(store)).toBeNull();
});

it.each([
  ['an old answer is forgotten', 3 * HOUR_MS, null],
  ['a recent one stays', HOUR_MS, 4],
])('at the start of a session %s', (_, ageMs, answer) => {
  const store = emptyStore();
  savePainBefore(store, 4, AT_MS);
  clearOldPainBefore(store, AT_MS + ageMs);
  expect(painBefore(store)).toBe(answer);
});
