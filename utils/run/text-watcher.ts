/** Reads a text that another bundle writes. If nothing is new, it reads only one file. It reports no failures. */
import { asciiText, NO_BYTES } from '../core/base/bytes.ts';
import { createPartCrc32, type PartCrc32 } from '../core/base/part-crc32.ts';
import type { WordCrc32 } from '../core/base/word-crc32.ts';
import { HEAD_BYTES, newestCopy, revisionIn } from '../core/log/double-buffer.ts';
import type { StoredText } from '../core/stored-names.ts';
import type { Files } from '../ports/ports.ts';
import { copyName } from './text-store.ts';

export interface TextWatcher {
  /** The newest text, or null if nothing newer than its last result can be read. */
  newest(): string | null;
  /**
   * The text that was read last begins with `start`, and later ones probably do too. If they do, letter for letter, this part of
   * them is neither added to their checksum nor made into characters again, which is half of the work of reading one.
   */
  expect(start: string): void;
}

interface KnownStart {
  readonly text: string;
  readonly pairs: string;
  readonly crc32Of: PartCrc32;
}

/** These bytes, two in a character, so that many are compared in one step. @param bytes an even number of them */
function pairsOf(bytes: Uint8Array): string {
  return asciiText(new Uint16Array(bytes.slice().buffer));
}

/** @param crc32Of computes the CRC-32 */
export function watchText(files: Files, name: StoredText, crc32Of: WordCrc32): TextWatcher {
  let readRevision = -1;
  let content: Uint8Array = NO_BYTES;
  let known: KnownStart | null = null;
  /** The copy that was checked last begins with what is known. */
  let isKnown = false;

  function newer(revision: number): Uint8Array | null {
    const bytes = files.read(copyName(name, revision));
    return revisionIn(bytes) > readRevision ? bytes : null;
  }

  function checksum(bytes: Uint8Array, from = 0): number {
    isKnown = known !== null && startsWith(bytes, known);
    return known && isKnown ? known.crc32Of(bytes, from, HEAD_BYTES) : crc32Of(bytes, from);
  }

  function startsWith(bytes: Uint8Array, { text, pairs }: KnownStart): boolean {
    const end = HEAD_BYTES + text.length;
    return bytes.length >= end && pairsOf(bytes.subarray(HEAD_BYTES, end)) === pairs;
  }

  return {
    newest() {
      // The next save goes into the file that does not hold the copy that was read.
      const next = newer(readRevision + 1);
      if (next === null && readRevision >= 0) return null;
      const copy = newestCopy(next, newer(readRevision + 2), checksum);
      if (copy === null) return null;
      readRevision = copy.revision;
      content = copy.content;
      return known && isKnown
        ? known.text + asciiText(content.subarray(known.text.length))
        : asciiText(content);
    },
    expect(start) {
      const text = start.slice(0, start.length & ~1);
      const part = content.slice(0, text.length);
      known = { text, pairs: pairsOf(part), crc32Of: createPartCrc32(part, crc32Of) };
    },
  };
}
