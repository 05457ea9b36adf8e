/** Small files by name in the app's own folder. Failures are return values; nothing throws. */
export interface Files {
  /** The whole file; null where it is not there, and where it cannot be read. `isThere` tells the two apart. */
  read(name: string): Uint8Array | null;
  isThere(name: string): boolean;
  /** Replaces the file. Returns false where it could not be written. */
  write(name: string, bytes: Uint8Array): boolean;
  /** Appends to the file. Returns false unless every byte was written. */
  append(name: string, bytes: Uint8Array): boolean;
}
