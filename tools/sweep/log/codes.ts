/** Mutated codes of routines: none may make a reader throw, and none may be taken that says what nobody has encoded. */
import { asciiBytes } from '../../../utils/core/base/bytes.ts';
import { withCrc } from '../../../utils/core/base/crc32.ts';
import { putVarint, takeVarint } from '../../../utils/core/base/varint.ts';
import { parseDefinition } from '../../../utils/core/routine/parse-definition.ts';
import { CODE_START, readRoutineCode } from '../../../utils/core/routine/read-routine-code.ts';
import { decodeRoutine, encodeRoutine } from '../../../utils/core/routine/routine-code.ts';
import { createRandom } from '../../shared/random.ts';
import { randomDefinition } from '../../shared/random-definition.ts';
import type { Count } from './count.ts';
import { mutate } from './mutate.ts';

const CRC_BYTES = 4;
/** Definitions whose codes are mutated. */
const ORIGINALS = 64;

/**
 * Every second code has its checksum made right again. `doubled` counts codes that were taken although they say something else than the
 * original, or, with the checksum made right, are not the one code of what they say; `unreadable` counts throws.
 */
export function sweepCodes(cases: number, seed = 1, onFinding: (text: string) => void = () => {}): Count {
  const random = createRandom(seed);
  const originals = Array.from({ length: ORIGINALS }, () => encodeRoutine(randomDefinition(random)));
  const seen = { refused: 0, 'taken as it was': 0, 'taken as another routine, with its own checksum': 0 };
  let invented = 0;
  let thrown = 0;
  for (let at = 0; at < cases; at++) {
    const original = originals[at % ORIGINALS] as string;
    const isMended = at % 2 === 1;
    const code = isMended ? mended(original, random) : mutatedLetters(original, random);
    try {
      const read = decodeRoutine(code);
      readRoutineCode(code);
      if (!read.ok) seen.refused++;
      else {
        const again = encodeRoutine(read.value);
        const isWhole = parseDefinition(read.value).ok;
        const isSame = again === original;
        if (!isWhole || !(isSame || (isMended && code.startsWith(again)))) {
          invented++;
          onFinding(`taken, and differs: ${code}`);
        }
        seen[isSame ? 'taken as it was' : 'taken as another routine, with its own checksum']++;
      }
    } catch (error) {
      thrown++;
      onFinding(`${code}\n${String(error instanceof Error ? error.stack : error)}`);
    }
  }
  return { cases, lost: 0, doubled: invented, unreadable: thrown, seen };
}

/** The code with letters changed, as a chat or a hand does it. */
function mutatedLetters(code: string, random: () => number): string {
  return String.fromCharCode(...mutate(asciiBytes(code), random));
}

/** The code of what a mutation has made of the bytes, with a length and a checksum that are right. */
function mended(code: string, random: () => number): string {
  const bytes = new Uint8Array(Buffer.from(code.slice(CODE_START.length), 'base64url'));
  const cursor = { bytes, at: 0 };
  takeVarint(cursor);
  const body = mutate(bytes.slice(cursor.at, -CRC_BYTES), random);
  const length: number[] = [];
  putVarint(length, body.length + CRC_BYTES);
  return CODE_START + Buffer.from(withCrc([length, body])).toString('base64url');
}
