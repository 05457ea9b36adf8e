/** Reads a text that another bundle writes. If nothing is new, it reads only one file. It reports no failures. */
import { asciiText } from '../core/base/bytes.ts';
import type { crc32 } from '../core/base/crc32.ts';
import { newestCopy, revisionIn } from '../core/log/double-buffer.ts';
import type { StoredText } from '../core/stored-names.ts';
import type { Files } from '../ports/ports.ts';
import { copyName } from './text-store.ts';

/**
 * Returns a function that gives the newest text, or null if nothing newer than its last result can be read.
 *
 * @param crc32Of computes the CRC-32
 */
export function watchText(files: Files, name: StoredText, crc32Of: typeof crc32): () => string | null {
  let readRevision = -1;
  return () => {
    const newer = (revision: number): Uint8Array | null => {
      const bytes = files.read(copyName(name, revision));
      return revisionIn(bytes) > readRevision ? bytes : null;
    };
    // The next save goes into the file that does not hold the copy that was read.
    const next = newer(readRevision + 1);
    if (next === null && readRevision >= 0) return null;
    const copy = newestCopy(next, newer(readRevision + 2), crc32Of);
    if (copy === null) return null;
    readRevision = copy.revision;
    return asciiText(copy.content);
  };
}
