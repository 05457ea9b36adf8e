/** Builds an app anew when its sources change. A build that fails leaves the last good one in place. */
import { type FSWatcher, watch } from 'node:fs';
import { messageOf } from '../engine/runtime/format-value.ts';

export interface LiveBuild {
  /** Folders whose files are watched. */
  readonly folders: readonly string[];
  /** Builds the app and returns its package. @throws Error saying what is wrong with the sources */
  readonly build: () => Promise<Uint8Array>;
}

export interface RunningBuild {
  /** The package that was built last. */
  readonly bytes: Uint8Array;
  /** Grows with each build that has succeeded. */
  readonly version: number;
  close(): void;
}

/** Editors write a file in several steps, ms. */
const SETTLING_MS = 300;
/** What tools write into an app's folder while they pack it. */
const NOT_SOURCES = /(?:^|[\\/])(?:node_modules|dist|build|\.[^\\/]*)(?:[\\/]|$)/;

/** @param tell prints a sentence for the developer */
export function runLiveBuild(
  firstBytes: Uint8Array,
  { folders, build }: LiveBuild,
  tell: (text: string) => void,
): RunningBuild {
  let bytes = firstBytes;
  let version = 1;
  let timer: NodeJS.Timeout | undefined;
  let isBuilding = false;
  let isStale = false;

  const rebuild = async (): Promise<void> => {
    if (isBuilding) {
      isStale = true;
      return;
    }
    isBuilding = true;
    tell('The sources have changed: building…');
    try {
      bytes = await build();
      version++;
      tell('Built: the page shows the new app.');
    } catch (error) {
      tell(`The build has failed, and the page keeps the last good one.\n${messageOf(error)}`);
    }
    isBuilding = false;
    if (!isStale) return;
    isStale = false;
    await rebuild();
  };

  const watchers: readonly FSWatcher[] = folders.map((folder) =>
    watch(folder, { recursive: true }, (_event, name) => {
      if (name !== null && NOT_SOURCES.test(name)) return;
      clearTimeout(timer);
      timer = setTimeout(() => void rebuild(), SETTLING_MS);
    }),
  );
  return {
    get bytes() {
      return bytes;
    },
    get version() {
      return version;
    },
    close: () => {
      clearTimeout(timer);
      for (const watcher of watchers) watcher.close();
    },
  };
}
