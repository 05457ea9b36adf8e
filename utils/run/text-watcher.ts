/** Reads a text that another bundle writes: one file where there is nothing new. Nothing that it finds is reported. */
import { asciiText, u32At } from '../core/base/bytes.ts';
import { decodeCopy } from '../core/log/double-buffer.ts';
import type { StoredText } from '../core/stored-names.ts';
import type { Files } from '../ports/ports.ts';
import { copyName } from './text-store.ts';

/** The returned function gives the newest text; null if nothing can be read that is newer than what it gave last. */
export function watchText(files: Files, name: StoredText): () => string | null {
  let readRevision = -1;
  /** The file of a revision with what its bytes say of theirs; not yet checked, because a checksum is most of the work of a read. */
  function newerFile(revision: number): { readonly bytes: Uint8Array; readonly revision: number } | null {
    const bytes = files.read(copyName(name, revision));
    const found = bytes === null || bytes.length < 8 ? -1 : u32At(bytes, 4);
    return bytes === null || found <= readRevision ? null : { bytes, revision: found };
  }
  return () => {
    // The next save goes into the file that does not hold the copy that was read.
    const next = newerFile(readRevision + 1);
    if (next === null && readRevision >= 0) return null;
    const other = newerFile(readRevision + 2);
    const isOtherNewer = next === null || (other !== null && other.revision > next.revision);
    for (const file of isOtherNewer ? [other, next] : [next, other]) {
      const copy = file && decodeCopy(file.bytes);
      if (!copy) continue;
      readRevision = copy.revision;
      return asciiText(copy.content);
    }
    return null;
  };
}
