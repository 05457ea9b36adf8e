/** One life of the helper service over the folder that the page writes. Its timers may run slow; it may write its report in the dark, and nothing else. */
import { createHelperLoop } from '../../utils/run/helper-loop.ts';
import { createTextStore, type TextStore } from '../../utils/run/text-store.ts';
import type { FakeHelper } from './fake-helper.ts';
import type { ManualClock } from './manual-clock.ts';
import { createMemoryFiles } from './memory-files.ts';
import { createRecordingHaptics, type RecordingHaptics } from './recording-haptics.ts';

export interface HelperLife {
  readonly loop: ReturnType<typeof createHelperLoop>;
  readonly haptics: RecordingHaptics;
  readonly left: boolean;
  /** Ended by the system, or by its own wish: no timer of it runs any more. */
  end(): void;
}

export interface HelperOptions {
  readonly contents: Map<string, Uint8Array>;
  /** What the page asks whether it is listed. */
  readonly port?: FakeHelper;
  /** 1.16: its timers take 16 % longer than asked for. */
  readonly slowness?: number;
  readonly onPlay?: () => void;
  /** Whether the screen is off, so that it may write; lit where it is left out. */
  readonly isDark?: () => boolean;
}

const OFF_LIMITS = 'a service has no such call';

export function createHelperLife(clock: ManualClock, options: HelperOptions): HelperLife {
  const { contents, port, slowness = 1, onPlay, isDark = () => false } = options;
  const files = createMemoryFiles(contents, (write) => {
    if (!isDark() || !write.name.startsWith('word')) throw new Error(`the helper writes ${write.name}`);
  });
  const haptics = createRecordingHaptics(onPlay);
  let left = false;
  const loop = createHelperLoop({
    clock: {
      nowMs: clock.nowMs,
      zoneOffsetMin() {
        throw new Error(OFF_LIMITS);
      },
      every() {
        throw new Error(OFF_LIMITS);
      },
      after: (delayMs, run) => clock.after(delayMs * slowness, run),
    },
    haptics,
    store: remembering(
      createTextStore(files, () => {}),
      contents,
    ),
    isDark,
    leave() {
      left = true;
      end();
    },
  });

  function end(): void {
    loop.stop();
    if (port !== undefined) port.listed = false;
  }

  if (port !== undefined) port.listed = true;
  loop.look();
  return {
    loop,
    haptics,
    get left() {
      return left;
    },
    end,
  };
}

/** Reads a text anew only where one of its two files is another: looks are many, and a write always puts a new array. */
function remembering(store: TextStore, contents: Map<string, Uint8Array>): TextStore {
  const read = new Map<string, readonly [Uint8Array | undefined, Uint8Array | undefined, string]>();
  return {
    ...store,
    load(name) {
      const [a, b] = [contents.get(`${name}-a`), contents.get(`${name}-b`)];
      const last = read.get(name);
      if (last !== undefined && last[0] === a && last[1] === b) return last[2];
      const text = store.load(name);
      read.set(name, [a, b, text]);
      return text;
    },
  };
}
