/**
 * A definition as a code: letters that survive chats, mails and word processors, with a version, a length and a checksum.
 * `docs/routine-code.md` explains it so that anybody can write one.
 */
import { withCrc } from '../base/crc32.ts';
import { fail, type Result } from '../base/result.ts';
import { putVarint } from '../base/varint.ts';
import type { DefinitionStep, RoutineDefinition } from './definition.ts';
import { reviewDay } from './parse-definition.ts';
import { LINGERS, TRANSITIONS } from './parse-routine.ts';
import { CODE_LETTERS, CODE_START, ONLY, readRoutineCode } from './read-routine-code.ts';
import { type CueMark, GLYPHS, HOLD_KITS, STAGES } from './routine.ts';

/** A longer text is not searched for a code. */
const MOST_LETTERS = 100_000;
/** Hyphens, dashes and minus signs that a word processor may have made of a hyphen. */
const DASHES = /[\u2010-\u2013\u2212\ufe58\ufe63\uff0d]/g;

/** The code of a definition that `parseDefinition` has accepted. */
export function encodeRoutine(definition: RoutineDefinition): string {
  const body: number[] = [];
  putDefinition(body, definition);
  const length: number[] = [];
  putVarint(length, body.length + 4);
  return CODE_START + lettersOf(withCrc([length, body]));
}

/**
 * The definition whose code is in a text: with whatever a link, a chat, a mail or a word processor has put round it and into
 * it. The places of failures are those of `readRoutineCode`.
 */
export function decodeRoutine(text: string): Result<RoutineDefinition> {
  const letters = text
    .slice(0, MOST_LETTERS)
    .replace(DASHES, '-')
    .replace(/\u2014/g, '--')
    .replace(/[^A-Za-z0-9_-]/g, '');
  let failed: Result<RoutineDefinition> | null = null;
  const starts = /iliacus\d+-/g;
  for (let found = starts.exec(letters); found !== null; found = starts.exec(letters)) {
    const read = readWhole(letters.slice(found.index));
    if (read.ok) return read;
    failed = failed ?? read;
  }
  return failed ?? readRoutineCode('');
}

/** The definition of the code at the beginning of a text. Only one code is accepted for each definition. */
function readWhole(text: string): Result<RoutineDefinition> {
  const read = readRoutineCode(text);
  if (!read.ok) return read;
  const code = encodeRoutine(read.value);
  return text.slice(0, code.length) === code
    ? read
    : fail('the code has the right checksum, and its form is another one', 'code/form');
}

function lettersOf(bytes: Uint8Array): string {
  let text = '';
  for (let bit = 0; bit < bytes.length * 8; bit += 6) {
    const at = bit >> 3;
    const pair = ((bytes[at] ?? 0) << 8) | (bytes[at + 1] ?? 0);
    text += CODE_LETTERS.charAt((pair >> (10 - (bit & 7))) & 63);
  }
  return text;
}

function putDefinition(out: number[], definition: RoutineDefinition): void {
  const put = (value: number): void => putVarint(out, value);
  const word = (text: string): void => {
    put(text.length);
    for (let at = 0; at < text.length; at++) put(text.charCodeAt(at));
  };
  const { name, author, version, reviewBy, safety, source } = definition;
  const { positionsS, linger, tries, rest, mostSpots, retries, steps } = definition;
  word(name);
  word(author);
  put(version);
  put(reviewDay(reviewBy));
  word(safety);
  word(source);
  for (const transition of TRANSITIONS) put(positionsS[transition]);
  for (const field of LINGERS) put(linger[field]);
  for (const stage of STAGES) put(tries[stage]);
  for (const stage of STAGES) {
    put(rest[stage].earliestDays);
    put(rest[stage].latestDays);
  }
  for (const given of [mostSpots, retries]) for (const stage of STAGES) put(given?.[stage] ?? 0);
  put(steps.length);
  for (const step of steps) putStep(put, word, step);
}

function putStep(put: (value: number) => void, word: (text: string) => void, step: DefinitionStep): void {
  word(step.name);
  word(step.instruction);
  put(GLYPHS.indexOf(step.glyph));
  if (step.kind === 'march') {
    for (const value of [0, step.lifts, step.beatS]) put(value);
    return;
  }
  const { doses, only, spots } = step;
  put(only === undefined ? 1 : ONLY.indexOf(only));
  for (const stage of STAGES) put(spots[stage]);
  put(HOLD_KITS.reduce((mask, kit, at) => mask + (doses[kit] === undefined ? 0 : 1 << at), 0));
  for (const kit of HOLD_KITS) if (doses[kit] !== undefined) putCues(put, doses[kit]);
}

function putCues(put: (value: number) => void, cues: readonly CueMark[]): void {
  put(cues.length - 1);
  for (const { atS } of cues) put(atS);
}
