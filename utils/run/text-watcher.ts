/** Reads a text that another bundle writes: one file where there is nothing new. Nothing that it finds is reported. */
import { asciiText, u32At } from '../core/base/bytes.ts';
import { decodeCopy, newerCopy, type StoredCopy } from '../core/log/double-buffer.ts';
import type { StoredText } from '../core/stored-names.ts';
import type { Files } from '../ports/ports.ts';
import { copyName } from './text-store.ts';

/** The returned function gives the next text that it has not given yet; null where nothing new can be read. */
export function watchText(files: Files, name: StoredText): () => string | null {
  let read: StoredCopy | null = null;
  function copy(revision: number): StoredCopy | null {
    const bytes = files.read(copyName(name, revision));
    // What is not newer is not checked: a checksum is most of the work of a read.
    const isOld = read !== null && bytes !== null && bytes.length >= 8 && u32At(bytes, 4) <= read.revision;
    return isOld ? null : decodeCopy(bytes);
  }
  return () => {
    // The next save goes into the file that does not hold the copy that was read.
    const newest = read === null ? newerCopy(copy(0), copy(1)) : copy(read.revision + 1);
    if (newest === null || (read !== null && newest.revision <= read.revision)) return null;
    read = newest;
    return asciiText(newest.content);
  };
}
