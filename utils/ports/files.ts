/** Small files by name in the app's private folder. Reports failures as values. */
export interface Files {
  /** Null where it is not there, or is there and cannot be read: `isThere` tells the two apart. */
  read(name: string): Uint8Array | null;
  isThere(name: string): boolean;
  /** Replaces the file; false where it could not be written. */
  write(name: string, bytes: Uint8Array): boolean;
  /** Adds to the file's end; false unless every byte was taken. */
  append(name: string, bytes: Uint8Array): boolean;
}
