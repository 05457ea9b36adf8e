/**
 * Two-slot storage: a value is written to the slot that does not hold the newest one, with a revision and a
 * checksum, so that a write that dies half way costs the new value and never the old one. Bytes in, bytes out.
 * Layout: CRC-32 over the rest u32 · revision u32 · content.
 */
import { concatBytes, u32At, u32Bytes } from '../base/bytes.ts';
import { crc32 } from '../base/crc32.ts';

const HEAD = 8;

export interface StoredCopy {
  readonly revision: number;
  readonly content: Uint8Array;
}

export function encodeCopy(revision: number, content: Uint8Array): Uint8Array {
  const rest = concatBytes([u32Bytes(revision), content]);
  return concatBytes([u32Bytes(crc32(rest)), rest]);
}

/** The slot's content, or null where it is missing, torn or damaged. */
export function decodeCopy(bytes: Uint8Array | null): StoredCopy | null {
  if (!bytes || bytes.length < HEAD || u32At(bytes, 0) !== crc32(bytes, 4)) return null;
  return { revision: u32At(bytes, 4), content: bytes.slice(HEAD) };
}

/** The newer of two slots; a missing one is older than any. */
export function newerCopy(a: StoredCopy | null, b: StoredCopy | null): StoredCopy | null {
  return !a || (b && b.revision > a.revision) ? b : a;
}
