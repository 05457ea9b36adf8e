/**
 * What a bundle reads from a file: usually what the file holds. If reads are assumed to be stale, it is what the file held before the
 * changes of the last seconds.
 */
import type { Change } from '../watch/disk.ts';
import type { ZosContext } from './context.ts';

/** How long a change may stay unseen, ms (assumed). */
const STALE_MS = 5_000;

export interface FileView {
  /** The content that the bundle reads; undefined if it finds no file. */
  read(path: string): Uint8Array | undefined;
  /** Makes a change and notes what the files held before it. */
  changing<Result>(paths: readonly string[], act: () => Result): Result;
}

/** Creates the view of one bundle. */
export function createFileView({ world, realm }: ZosContext): FileView {
  const { assumed, clock, disk } = world;

  function isSeen(change: Change): boolean {
    if (clock.uptimeMs - change.atMs >= STALE_MS) return true;
    return assumed.is('file-reads', 'stale-elsewhere') && change.by === realm;
  }

  return {
    read(path) {
      let content = disk.files.get(path);
      if (assumed.is('file-reads', 'fresh')) return content;
      for (let index = disk.changes.length - 1; index >= 0; index--) {
        const change = disk.changes[index];
        if (change === undefined || change.path !== path) continue;
        if (isSeen(change)) break;
        content = change.before;
      }
      return content;
    },
    changing(paths, act) {
      if (assumed.is('file-reads', 'fresh')) return act();
      const before = paths.map((path) => disk.files.get(path));
      const result = act();
      const atMs = clock.uptimeMs;
      const recent = disk.changes.filter((change) => atMs - change.atMs < STALE_MS);
      const made = paths.map((path, index) => ({ path, before: before[index], atMs, by: realm }));
      disk.changes.splice(0, disk.changes.length, ...recent, ...made);
      return result;
    },
  };
}
