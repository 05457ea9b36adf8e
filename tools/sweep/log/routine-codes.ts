/**
 * Sweeps the reader of routine codes with damaged codes. It must refuse every one that does not say what the encoder would write,
 * and must never throw.
 */
import { asciiBytes } from '../../../utils/core/base/bytes.ts';
import { CRC_BYTES, withCrc } from '../../../utils/core/base/crc32.ts';
import { putVarint, takeVarint } from '../../../utils/core/base/varint.ts';
import { parseDefinition } from '../../../utils/core/routine/parse-definition.ts';
import { CODE_START, readRoutineCode } from '../../../utils/core/routine/read-routine-code.ts';
import { decodeRoutine, encodeRoutine } from '../../../utils/core/routine/routine-code.ts';
import { createRandom } from '../../shared/random.ts';
import { randomDefinition } from '../../shared/random-definition.ts';
import type { Count } from './count.ts';
import { mutate } from './mutate.ts';

/** How many routines are encoded and then damaged, each again and again. */
const ROUTINES = 64;

const READ_UNCHANGED = 'read as the same routine';
const READ_AS_ANOTHER = 'read as another routine, with a checksum that fits it';

/**
 * Damages codes and reads them. In every second one the bytes inside are damaged and the checksum is computed anew, so that the
 * checks behind the checksum are tested too; in the others, letters are changed, as a chat or a hand does it.
 *
 * @param cases how many codes
 * @param onFinding told of each wrong result
 * @returns counts: `doubled` are codes that were read as a routine for which the encoder writes another code, or as another routine
 *   although the checksum was not computed anew; `unreadable` are codes that made the reader throw
 */
export function sweepRoutineCodes(
  cases: number,
  seed = 1,
  onFinding: (text: string) => void = () => {},
): Count {
  const random = createRandom(seed);
  const originals = Array.from({ length: ROUTINES }, () => encodeRoutine(randomDefinition(random)));
  const seen = { refused: 0, [READ_UNCHANGED]: 0, [READ_AS_ANOTHER]: 0 };
  let wronglyRead = 0;
  let thrown = 0;
  for (let at = 0; at < cases; at++) {
    const original = originals[at % ROUTINES] as string;
    const hasNewChecksum = at % 2 === 1;
    const code = hasNewChecksum ? withDamagedBytes(original, random) : withDamagedLetters(original, random);
    try {
      const read = decodeRoutine(code);
      readRoutineCode(code);
      if (!read.ok) {
        seen.refused++;
        continue;
      }
      const encodedAgain = encodeRoutine(read.value);
      const isUnchanged = encodedAgain === original;
      // Letters behind the end of a code belong to the text around it.
      const isItsOwnCode = hasNewChecksum && code.startsWith(encodedAgain);
      if (!parseDefinition(read.value).ok || !(isUnchanged || isItsOwnCode)) {
        wronglyRead++;
        onFinding(`read, and says something else: ${code}`);
      }
      seen[isUnchanged ? READ_UNCHANGED : READ_AS_ANOTHER]++;
    } catch (error) {
      thrown++;
      onFinding(`${code}\n${String(error instanceof Error ? error.stack : error)}`);
    }
  }
  return { cases, lost: 0, doubled: wronglyRead, unreadable: thrown, seen };
}

/** The code with some letters changed, added or removed. */
function withDamagedLetters(code: string, random: () => number): string {
  return String.fromCharCode(...mutate(asciiBytes(code), random));
}

/** The code with some of its bytes changed, added or removed, and with the length and checksum that fit them. */
function withDamagedBytes(code: string, random: () => number): string {
  const bytes = new Uint8Array(Buffer.from(code.slice(CODE_START.length), 'base64url'));
  const cursor = { bytes, at: 0 };
  takeVarint(cursor);
  const body = mutate(bytes.slice(cursor.at, -CRC_BYTES), random);
  const length: number[] = [];
  putVarint(length, body.length + CRC_BYTES);
  return CODE_START + Buffer.from(withCrc([length, body])).toString('base64url');
}
