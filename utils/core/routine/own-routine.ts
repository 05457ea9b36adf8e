/** The routine that a definition gives. */

import { u32Bytes } from '../base/bytes.ts';
import { crc32 } from '../base/crc32.ts';
import { toHex } from '../base/hex.ts';
import type { RoutineDefinition } from './definition.ts';
import type { Routine, Step } from './routine.ts';

/**
 * The id under which plans, records and preferences name the routine of a definition: made of its name and author, so that a
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

/** Its steps are named as the definition names them, so that a record tells them without the definition. */
export function routineOf(definition: RoutineDefinition): Routine {
  const { name, author, reviewBy, safety, source, steps, ...rules } = definition;
  return {
    ...rules,
    id: ownId({ name, author }),
    steps: steps.map(({ name: id, ...step }) => ({ ...step, id }) as Step),
  };
}
