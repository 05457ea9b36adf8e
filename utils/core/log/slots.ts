/**
 * Two-slot storage: a value is written to the slot that does not hold the newest one, with a revision and a
 * checksum, so that a write that dies half way costs the new value and never the old one. Bytes in, bytes out.
 * Layout: revision u32 · CRC-32 over revision and content u32 · content.
 */
import { readU32, writeU32 } from '../base/bytes.ts';
import { crc32 } from '../base/crc32.ts';

const HEAD = 8;

export interface SlotContent {
  readonly revision: number;
  readonly content: Uint8Array;
}

export function encodeSlot(revision: number, content: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(HEAD + content.length);
  writeU32(bytes, 0, revision);
  bytes.set(content, HEAD);
  writeU32(bytes, 4, slotCrc(bytes));
  return bytes;
}

/** The slot's content, or null where it is missing, torn or damaged. */
export function decodeSlot(bytes: Uint8Array | null): SlotContent | null {
  if (bytes === null || bytes.length < HEAD) return null;
  if (readU32(bytes, 4) !== slotCrc(bytes)) return null;
  return { revision: readU32(bytes, 0), content: bytes.slice(HEAD) };
}

/** The newer of two valid slots. */
export function newerSlot(a: SlotContent | null, b: SlotContent | null): SlotContent | null {
  if (a === null) return b;
  if (b === null) return a;
  return a.revision >= b.revision ? a : b;
}

function slotCrc(bytes: Uint8Array): number {
  // The revision is folded in by running on from it: both halves must be the ones written together.
  return (crc32(bytes, HEAD) ^ crc32(bytes, 0, 4)) >>> 0;
}
