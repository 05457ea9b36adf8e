/** Reads a text that another bundle writes: one file where there is nothing new. Nothing that it finds is reported. */
import { asciiText } from '../core/base/bytes.ts';
import { newestCopy, revisionIn } from '../core/log/double-buffer.ts';
import type { StoredText } from '../core/stored-names.ts';
import type { Files } from '../ports/ports.ts';
import { copyName } from './text-store.ts';

/** The returned function gives the newest text; null if nothing can be read that is newer than what it gave last. */
export function watchText(files: Files, name: StoredText): () => string | null {
  let readRevision = -1;
  return () => {
    const newer = (revision: number): Uint8Array | null => {
      const bytes = files.read(copyName(name, revision));
      return revisionIn(bytes) > readRevision ? bytes : null;
    };
    // The next save goes into the file that does not hold the copy that was read.
    const next = newer(readRevision + 1);
    if (next === null && readRevision >= 0) return null;
    const copy = newestCopy(next, newer(readRevision + 2));
    if (copy === null) return null;
    readRevision = copy.revision;
    return asciiText(copy.content);
  };
}
