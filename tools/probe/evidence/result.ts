/** Reads what the probe has found out. Believes nothing about the file: what is wrong is named with its place. */

import { isObject } from '../../shared/json.ts';
import { PROBE, type Result } from '../app/core/progress.ts';
import { CHECKS } from '../app/core/questions.ts';

/** What the simulator says of itself: no watch has it. */
const SIMULATED_FIRMWARE = '0.0.0.0';
const OUTCOMES = ['yes', 'no', 'skipped', 'unknown'];
/** Names and versions go into a table's cell and a list with commas. */
const PLAIN = /^[\w .()+-]{1,60}$/;

/** @throws Error naming the file, the place in it and what should be there */
export function parseResult(file: string, text: string): Result {
  const fail = (place: string, what: string): never => {
    throw new Error(`${file}: ${place} ${what}`);
  };
  const parsed = readJson(file, text);
  if (!isObject(parsed)) return fail('the file', 'does not hold a JSON object.');
  if (parsed.probe !== PROBE)
    fail('probe', `is ${JSON.stringify(parsed.probe)}; this version reads results of probe ${PROBE}.`);
  for (const key of ['model', 'firmware', 'os', 'api', 'screen', 'beganAt'] as const) {
    const value = parsed[key];
    if (key === 'beganAt') {
      if (typeof value !== 'string' || !isTime(value))
        fail(key, 'is no time such as 2026-05-01T06:30:00.000Z.');
    } else if (typeof value !== 'string' || !PLAIN.test(value))
      fail(
        key,
        `is ${JSON.stringify(value)}; it must be a text of 1 to 60 letters, digits, spaces and .()+-`,
      );
  }
  const answers = byCheck(parsed.answers, fail);
  checkAnswers(answers, fail);
  if (parsed.details !== undefined && !isObject(parsed.details)) fail('details', 'is no object.');
  return { ...parsed, answers } as unknown as Result;
}

/** @throws Error where the result comes from the simulator, which is no evidence about a watch */
export function demandWorn(file: string, result: Result): void {
  if (result.firmware !== SIMULATED_FIRMWARE) return;
  throw new Error(
    `${file}: firmware is ${SIMULATED_FIRMWARE}, the simulator's: it shows that the probe works, and nothing about a watch.`,
  );
}

/** The QR code lists the checks by their outcome, those of a question together: `"yes": "P1ab P2a"`. */
function byCheck(given: unknown, fail: (place: string, what: string) => never): unknown {
  if (!isObject(given)) return given;
  const answers: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(given)) {
    const checks = isOutcome(key) ? String(value).split(' ').flatMap(checksIn) : [key];
    for (const check of checks) {
      if (check in answers) fail(`answers.${check}`, 'is given twice.');
      answers[check] = isOutcome(key) ? key : value;
    }
  }
  return answers;
}

/** `P1ab` is `P1a` and `P1b`. */
function checksIn(group: string): readonly string[] {
  const [, question, letters = ''] = /^(P\d+)([a-z]+)$/.exec(group) ?? [];
  return question === undefined ? [group] : [...letters].map((letter) => question + letter);
}

function isOutcome(text: unknown): text is string {
  return typeof text === 'string' && (OUTCOMES.includes(text) || text.startsWith('threw: '));
}

function readJson(file: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new Error(`${file}: is not JSON: ${error instanceof Error ? error.message : String(error)}`);
  }
}

function isTime(text: string): boolean {
  const atMs = Date.parse(text);
  return !Number.isNaN(atMs) && new Date(atMs).toISOString() === text;
}

function checkAnswers(answers: unknown, fail: (place: string, what: string) => never): void {
  if (!isObject(answers)) {
    fail('answers', 'is missing or no object.');
    return;
  }
  if (Object.keys(answers).length === 0) fail('answers', 'is empty: nothing was asked.');
  for (const [check, outcome] of Object.entries(answers)) {
    if (!CHECKS.includes(check)) fail(`answers.${check}`, `is no question; there are ${CHECKS.join(', ')}.`);
    if (!isOutcome(outcome))
      fail(
        `answers.${check}`,
        `is ${JSON.stringify(outcome)}; it must be ${OUTCOMES.join(', ')} or begin with "threw: ".`,
      );
  }
}
