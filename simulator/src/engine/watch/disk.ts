/**
 * The app's storage on the watch: files, folders and key-value stores, which outlive kills and reboots. It can be full, fail each write, or
 * be torn. On a torn disk, a kill or a reboot leaves only part of the last write.
 */
import type { VerbOf } from '../types.ts';

export interface Disk {
  /** The fault that the tester chose. */
  state: VerbOf<'storage'>['state'];
  readonly files: ReadonlyMap<string, Uint8Array>;
  readonly folders: ReadonlySet<string>;
  /** Key-value stores (`localStorage`) by their path. */
  readonly stores: Map<string, Map<string, string>>;
  /** The recent changes that bundles made, oldest first. */
  readonly changes: Change[];
  /** Replaces a file and returns how many bytes were written, or -1. */
  write(path: string, bytes: Uint8Array): number;
  remove(path: string): boolean;
  rename(from: string, to: string): boolean;
  makeFolder(path: string): boolean;
  /** Replaces a file, of whose new content everything after `keptBytes` was appended. The result is that of `write`. */
  append(path: string, bytes: Uint8Array, keptBytes: number): number;
  /** Removes what was appended last. */
  loseAppend(): void;
  /** Removes all files, folders and stores. */
  wipe(): void;
  /** A torn disk loses part of what was written last. */
  powerLoss(random: () => number): void;
}

/** A change of a file by a bundle. */
export interface Change {
  readonly path: string;
  /** The content before the change; undefined if there was no file. */
  readonly before: Uint8Array | undefined;
  readonly atMs: number;
  /** The realm that made the change. */
  readonly by: unknown;
}

interface LastWrite {
  readonly path: string;
  readonly before: Uint8Array | undefined;
  readonly after: Uint8Array;
}

/**
 * @param initialFiles files that exist at the start
 * @param initialFolders folders that exist at the start
 */
export function createDisk(
  initialFiles: ReadonlyMap<string, Uint8Array> = new Map(),
  initialFolders: readonly string[] = [],
): Disk {
  const files = new Map(initialFiles);
  const folders = new Set(initialFolders);
  let last: LastWrite | undefined;
  let appended: { readonly path: string; readonly keptBytes: number } | undefined;
  const disk: Disk = {
    state: 'fine',
    files,
    folders,
    stores: new Map(),
    changes: [],
    write(path, bytes) {
      // The path is a folder, and no write replaces a folder.
      if (disk.state === 'failing' || folders.has(path)) return -1;
      const before = files.get(path);
      const room = disk.state === 'full' ? (before?.length ?? 0) : bytes.length;
      const after = bytes.slice(0, Math.min(room, bytes.length));
      files.set(path, after);
      last = { path, before, after };
      return after.length;
    },
    append(path, bytes, keptBytes) {
      appended = { path, keptBytes };
      return disk.write(path, bytes);
    },
    loseAppend() {
      const bytes = files.get(appended?.path ?? '');
      if (appended !== undefined && bytes !== undefined)
        files.set(appended.path, bytes.slice(0, appended.keptBytes));
      appended = undefined;
    },
    wipe() {
      files.clear();
      folders.clear();
      disk.stores.clear();
      disk.changes.splice(0);
    },
    remove(path) {
      if (disk.state === 'failing') return false;
      if (folders.delete(path)) return true;
      return files.delete(path);
    },
    rename(from, to) {
      const bytes = files.get(from);
      if (bytes === undefined || disk.state === 'failing') return false;
      files.delete(from);
      files.set(to, bytes);
      if (last?.path === from) last = { path: to, before: last.before, after: last.after };
      return true;
    },
    makeFolder(path) {
      if (disk.state === 'failing' || folders.has(path)) return false;
      folders.add(path);
      return true;
    },
    powerLoss(random) {
      if (disk.state !== 'torn' || last === undefined || !files.has(last.path)) return;
      const kept = commonLength(last.before, last.after);
      const cut = kept + Math.floor(random() * (last.after.length - kept));
      files.set(last.path, last.after.slice(0, cut));
      last = undefined;
    },
  };
  return disk;
}

/** Length of the beginning that two contents share, bytes. */
function commonLength(before: Uint8Array | undefined, after: Uint8Array): number {
  if (before === undefined) return 0;
  let length = 0;
  while (length < before.length && length < after.length && before[length] === after[length]) length += 1;
  return length;
}
