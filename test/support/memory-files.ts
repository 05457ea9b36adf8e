/**
 * The app's folder in memory, with the failures of a flash file system: it refuses a write, tears it at any byte, or loses power at any
 * write. The contents outlive the files object, as the flash outlives the app.
 */
import { concatBytes } from '../../utils/core/base/bytes.ts';
import type { Files } from '../../utils/ports/ports.ts';

/** Thrown when the power fails. Nothing happens after it in this life of the app. */
export class PowerLoss extends Error {}

export type FileFault =
  | { readonly kind: 'none' }
  /** Refuses all writes, or those to files whose names begin so. */
  | { readonly kind: 'refuses'; readonly only?: string }
  /** The disk is full: a file can be emptied, but gets no byte. */
  | { readonly kind: 'full' }
  /** Write number `atWrite` (from 0) keeps its first bytes and is refused. */
  | { readonly kind: 'tears'; readonly atWrite: number; readonly keptBytes: number }
  /**
   * In write number `atWrite` the power fails after its first bytes were kept. With a number of bytes below 0, it fails before the file is
   * emptied.
   */
  | { readonly kind: 'dies'; readonly atWrite: number; readonly keptBytes: number };

export interface Write {
  readonly name: string;
  readonly how: 'write' | 'append';
  readonly length: number;
}

export interface MemoryFiles extends Files {
  readonly contents: Map<string, Uint8Array>;
  fault: FileFault;
  /** Files that exist but cannot be read. */
  readonly unreadable: Set<string>;
  /** Files that take no write, although the disk does. */
  readonly unwritable: Set<string>;
  /** Every write that was attempted, in order. */
  readonly writes: readonly Write[];
}

/** @param onWrite called before each write is tried */
export function createMemoryFiles(
  contents = new Map<string, Uint8Array>(),
  onWrite: (write: Write) => void = () => {},
): MemoryFiles {
  const writes: Write[] = [];
  let isDead = false;

  function put(how: Write['how'], name: string, bytes: Uint8Array): boolean {
    if (isDead) throw new PowerLoss('the power is gone');
    const { fault } = files;
    const hit = (fault.kind === 'tears' || fault.kind === 'dies') && fault.atWrite === writes.length;
    const write = { name, how, length: bytes.length };
    writes.push(write);
    onWrite(write);
    if (fault.kind === 'refuses' && name.startsWith(fault.only ?? '')) return false;
    if (files.unwritable.has(name)) return false;
    if (fault.kind === 'full') {
      if (how === 'write') contents.set(name, new Uint8Array(0));
      return bytes.length === 0;
    }
    const keptBytes = hit ? fault.keptBytes : bytes.length;
    if (keptBytes >= 0) {
      const before = how === 'append' ? (contents.get(name) ?? new Uint8Array(0)) : new Uint8Array(0);
      contents.set(name, concatBytes([before, bytes.slice(0, keptBytes)]));
    }
    if (!hit) return true;
    if (fault.kind === 'tears') return false;
    isDead = true;
    throw new PowerLoss(`the power went in write ${fault.atWrite}`);
  }

  const files: MemoryFiles = {
    contents,
    fault: { kind: 'none' },
    writes,
    unreadable: new Set(),
    unwritable: new Set(),
    isThere: (name) => contents.has(name),
    read(name) {
      if (isDead) throw new PowerLoss('the power is gone');
      if (files.unreadable.has(name)) return null;
      return contents.get(name)?.slice() ?? null;
    },
    write: (name, bytes) => put('write', name, bytes),
    append: (name, bytes) => put('append', name, bytes),
  };
  return files;
}
