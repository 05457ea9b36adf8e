/**
 * The copies of a double-buffered text. A text is stored in two files. Each save overwrites the older copy, with a revision and
 * a checksum, so that a write that fails half way costs the new text and never the old one. Layout of a copy: CRC-32 over the
 * rest u32 · revision u32 · content.
 */
import { putU32, u32At } from '../base/bytes.ts';
import { crc32 } from '../base/crc32.ts';

/** Bytes before the content: checksum and revision. */
export const HEAD_BYTES = 8;

export interface StoredCopy {
  /** Counts the saves: the copy with the higher revision is newer. */
  readonly revision: number;
  readonly content: Uint8Array;
}

/** @param crc32Of computes the CRC-32 */
export function encodeCopy(revision: number, content: Uint8Array, crc32Of = crc32): Uint8Array {
  const copy = new Uint8Array(HEAD_BYTES + content.length);
  putU32(copy, 4, revision);
  copy.set(content, HEAD_BYTES);
  putU32(copy, 0, crc32Of(copy, 4));
  return copy;
}

/** The copy in a file's bytes; null if it is missing, torn or damaged. @param crc32Of computes the CRC-32 */
export function decodeCopy(bytes: Uint8Array | null, crc32Of = crc32): StoredCopy | null {
  if (!bytes || bytes.length < HEAD_BYTES || u32At(bytes, 0) !== crc32Of(bytes, 4)) return null;
  return { revision: u32At(bytes, 4), content: bytes.slice(HEAD_BYTES) };
}

/** The newer of two copies; null is older than any. After revision 2^32 - 1 comes 0, so the shorter way round decides. */
export function newerCopy(a: StoredCopy | null, b: StoredCopy | null): StoredCopy | null {
  return !a || (b && ((b.revision - a.revision) | 0) > 0) ? b : a;
}

/**
 * The newest whole copy in the bytes of two files. An older one is not checked: a checksum is most of the work of a read.
 *
 * @param crc32Of computes the CRC-32
 */
export function newestCopy(a: Uint8Array | null, b: Uint8Array | null, crc32Of = crc32): StoredCopy | null {
  return ((revisionIn(b) - revisionIn(a)) | 0) > 0
    ? decodeCopy(b, crc32Of) || decodeCopy(a, crc32Of)
    : decodeCopy(a, crc32Of) || decodeCopy(b, crc32Of);
}

/** The revision in a file's bytes, not yet checked; -1 if there is none. */
export function revisionIn(bytes: Uint8Array | null): number {
  return !bytes || bytes.length < HEAD_BYTES ? -1 : u32At(bytes, 4);
}
