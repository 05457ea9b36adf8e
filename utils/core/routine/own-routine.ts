/** Makes the routine of a definition. */
import { u32Bytes } from '../base/bytes.ts';
import { crc32 } from '../base/crc32.ts';
import { toHex } from '../base/hex.ts';
import { breakRank } from '../text/line-breaks.ts';
import type { DefinitionStep, RoutineDefinition } from './definition.ts';
import type { Routine, Step } from './routine.ts';

/** How wide a line on the screen may be, in letters; Chinese, Japanese and Korean characters and emoji count twice. */
const LINE_WIDTH = 26;

/**
 * The id that plans, records and preferences use for the routine of a definition. It is made from name and author, so that a
 * higher version is the same routine.
 */
export function ownId({ name, author }: Pick<RoutineDefinition, 'name' | 'author'>): string {
  const letters = `${name}\n${author}`;
  const bytes = new Uint8Array(2 * letters.length);
  for (let at = 0; at < letters.length; at++) {
    const unit = letters.charCodeAt(at);
    bytes[2 * at] = unit >> 8;
    bytes[2 * at + 1] = unit & 255;
  }
  return `own-${toHex(u32Bytes(crc32(bytes)))}`;
}

/** Its steps keep the names of the definition, so that a record shows them without the definition. */
export function routineOf(definition: RoutineDefinition): Routine {
  const { name, author, reviewBy, safety, source, steps, ...rules } = definition;
  return { ...rules, id: ownId({ name, author }), steps: steps.map(stepOf) };
}

function stepOf({ name, instruction, ...step }: DefinitionStep): Step {
  return { ...step, id: name, lines: linesOf(name).concat(linesOf(instruction)) };
}

/** The text in lines that fit on the screen, broken between phrases where what follows fits a line, and else between words. */
function linesOf(text: string): string[] {
  const lines: string[] = [];
  for (let rest = text; rest !== ''; ) {
    const at = endOfLine(rest);
    lines.push(rest.slice(0, at).trim());
    rest = rest.slice(at);
  }
  return lines;
}

/** Where the first line of the text ends. */
function endOfLine(text: string): number {
  /** The last place of each rank. */
  const ends = [0, 0, 0, 0];
  for (let at = 1; widthOf(text.slice(0, at).trim()) <= LINE_WIDTH; at++) {
    if (at >= text.length) return at;
    ends[breakRank(text, at)] = at;
  }
  const [, letter = 0, word = 0, phrase = 0] = ends;
  let next = phrase + 1;
  while (next < text.length && breakRank(text, next) < 3) next++;
  const isNextWhole = phrase > 0 && widthOf(text.slice(phrase, next).trim()) <= LINE_WIDTH;
  return isNextWhole ? phrase : Math.max(word, phrase) || letter || LINE_WIDTH;
}

/** Both halves of an emoji count, which makes it two. */
function widthOf(text: string): number {
  let width = 0;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    width += unit >= 0x1100 && !(unit >= 0xd800 && unit < 0xe000) ? 2 : 1;
  }
  return width;
}
