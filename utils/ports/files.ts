/** Small files by name in the app's private folder. Reports failures as values; what is not there is null. */
export interface Files {
  read(name: string): Uint8Array | null;
  /** Replaces the file; false where it could not be written. */
  write(name: string, bytes: Uint8Array): boolean;
  /** Adds to the file's end; false unless every byte was taken. */
  append(name: string, bytes: Uint8Array): boolean;
}
