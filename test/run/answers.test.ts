/** Answers about pain: the one before a session waits for it, for two hours; those after it are records. */
import { expect, it } from 'vitest';
import { clearAnswers, loadAnswers, saveAnswer } from '../../utils/run/answers.ts';
import { createTextStore, type TextStore } from '../../utils/run/text-store.ts';
import { createMemoryFiles } from '../support/memory-files.ts';

const AT_MS = Date.UTC(2026, 10, 23, 12);
const HOUR_MS = 3_600_000;

function emptyStore(): TextStore {
  return createTextStore(createMemoryFiles(), (where, what) => {
    throw new Error(`${where}: ${what}`);
  });
}

it('nothing said is no answer', () => {
  expect(loadAnswers(emptyStore(), AT_MS)).toEqual({});
});

it.each([
  [0, { before: 4 }],
  [2 * HOUR_MS - 1, { before: 4 }],
  [2 * HOUR_MS, {}],
])('an answer %i ms old is %j', (ageMs, answers) => {
  const store = emptyStore();
  saveAnswer(store, 4, AT_MS);
  expect(loadAnswers(store, AT_MS + ageMs)).toEqual(answers);
});

it('no pain is an answer', () => {
  const store = emptyStore();
  saveAnswer(store, 0, AT_MS);
  expect(loadAnswers(store, AT_MS)).toEqual({ before: 0 });
});

it('the newest answer counts, and a forgotten one is none', () => {
  const store = emptyStore();
  saveAnswer(store, 4, AT_MS);
  saveAnswer(store, 7, AT_MS);
  expect(loadAnswers(store, AT_MS)).toEqual({ before: 7 });
  clearAnswers(store);
  expect(loadAnswers(store, AT_MS)).toEqual({});
});
