/** Reads the code of a routine, which `docs/routine-code.md` explains field by field; `routine-code.ts` writes it. */
import { u32At } from '../base/bytes.ts';
import { CRC_BYTES, crc32 } from '../base/crc32.ts';
import { fail, type Result } from '../base/result.ts';
import { type Cursor, takeVarint } from '../base/varint.ts';
import { DAY_MS, dayText } from '../schedule/calendar.ts';
import type { RoutineDefinition } from './definition.ts';
import { parseDefinition } from './parse-definition.ts';
import { LINGERS, TRANSITIONS } from './parse-routine.ts';
import { type CueMark, GLYPHS, HOLD_KITS, STAGES, type Stage } from './routine.ts';

/** Begins every code; the digit is the version of its format. */
export const CODE_START = 'iliacus1-';
export const CODE_LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
/** The sides of a hold by their number; 0 is a march. */
export const ONLY = [undefined, undefined, 'left', 'right'] as const;
/** More than any count or length that is accepted. A code with more is refused without being read to the end. */
const MOST = 200;

/**
 * The definition in a code that stands alone, as `encodeRoutine` has written it. A failure's place begins with `code` where the
 * code itself is at fault: `code/none` (no code), `code/newer` (another version), `code/cut`, `code/changed`, `code/form`.
 */
export function readRoutineCode(code: string): Result<RoutineDefinition> {
  if (code.slice(0, CODE_START.length) !== CODE_START) {
    return /^iliacus\d+-/.test(code)
      ? fail('the code needs a later version of the app', 'code/newer')
      : fail(`a routine's code begins with "${CODE_START}"`, 'code/none');
  }
  const bytes = bytesOf(code.slice(CODE_START.length));
  const cursor: Cursor = { bytes, at: 0 };
  const end = takeVarint(cursor) + cursor.at;
  if (bytes.length < end) return fail(`the code is cut off: ${bytes.length} of ${end} bytes`, 'code/cut');
  const body = end - CRC_BYTES;
  if (body < cursor.at || crc32(bytes, 0, body) !== u32At(bytes, body))
    return fail('a letter of the code has changed on the way', 'code/changed');
  const definition = takeDefinition(cursor);
  if (cursor.at !== body) return fail('the code does not end where its routine does', 'code/form');
  return parseDefinition(definition);
}

/** The bytes of base64url letters, without letters that make no whole byte. */
function bytesOf(letters: string): Uint8Array {
  const bytes = new Uint8Array(Math.floor((letters.length * 3) / 4));
  let bits = 0;
  let count = 0;
  let at = 0;
  for (let from = 0; from < letters.length; from++) {
    bits = ((bits & 0xff) << 6) | (CODE_LETTERS.indexOf(letters.charAt(from)) & 63);
    count += 6;
    if (count >= 8) {
      count -= 8;
      bytes[at++] = bits >> count;
    }
  }
  return bytes;
}

function takeDefinition(cursor: Cursor): unknown {
  const number = (): number => takeVarint(cursor);
  const word = (): string => {
    let text = '';
    for (let left = Math.min(number(), MOST); left > 0; left--) text += String.fromCharCode(number());
    return text;
  };
  const list = <Value>(count: number, read: () => Value): Value[] =>
    Array.from({ length: Math.min(count, MOST) }, read);
  const fields = <Name extends string>(names: readonly Name[], read: () => unknown = number) => {
    const all: { [name: string]: unknown } = {};
    for (const name of names) {
      const value = read();
      if (value !== 0) all[name] = value;
    }
    return all;
  };
  const cues = (): CueMark[] =>
    list(number() + 1, number).map((atS, at, { length }) => ({
      cue: at < length - 1 ? 'check' : 'minimum',
      atS,
    }));
  const step = (): unknown => {
    const name = word();
    const instruction = word();
    const glyph = GLYPHS[number()];
    const sides = number();
    if (sides === 0) return { kind: 'march', name, instruction, glyph, lifts: number(), beatS: number() };
    const only = ONLY[sides];
    const spots = fields(STAGES);
    const kits = number();
    const doses = fields(
      HOLD_KITS.filter((_, at) => kits & (1 << at)),
      cues,
    );
    return { kind: 'hold', name, instruction, glyph, doses, spots, ...(only ? { only } : {}) };
  };
  const atStages = (name: string): unknown => {
    const given: { [stage in Stage]?: unknown } = fields(STAGES);
    return Object.keys(given).length > 0 ? { [name]: given } : {};
  };
  const texts = { name: word(), author: word() };
  return {
    ...texts,
    version: number(),
    reviewBy: dayText(Math.min(number(), 10 * DAY_MS)),
    safety: word(),
    source: word(),
    positionsS: fields(TRANSITIONS),
    linger: fields(LINGERS),
    tries: fields(STAGES),
    rest: fields(STAGES, () => fields(['earliestDays', 'latestDays'])),
    ...Object(atStages('mostSpots')),
    ...Object(atStages('retries')),
    steps: list(number(), step),
  };
}
