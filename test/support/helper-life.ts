/**
 * One life of the helper service over the folder that the page writes. Its timers may run slow. It may write nothing but its report, and
 * that only in the dark.
 */

import { OPEN_SESSION } from '../../utils/core/stored-names.ts';
import { createHelperLoop } from '../../utils/run/helper-loop.ts';
import type { FakeHelper } from './fake-helper.ts';
import type { ManualClock } from './manual-clock.ts';
import { createMemoryFiles } from './memory-files.ts';
import { createRecordingHaptics, type RecordingHaptics } from './recording-haptics.ts';

export interface HelperLife {
  readonly loop: ReturnType<typeof createHelperLoop>;
  readonly haptics: RecordingHaptics;
  readonly left: boolean;
  /** How often it has read a file of the session. */
  readonly reads: number;
  /** Ends the helper, as the system or the helper itself would; none of its timers runs any more. */
  end(): void;
}

export interface HelperOptions {
  readonly contents: Map<string, Uint8Array>;
  /** What the page asks to learn whether the helper is listed. */
  readonly port?: FakeHelper;
  /** How much slower its timers run: with 1.16 they take 16 % longer than asked for. */
  readonly slowness?: number;
  readonly onPlay?: () => void;
  /**
   * What happens to a write while the screen is reported as lit: it fails the test, it is refused, or it is accepted because the screen is
   * in fact dark.
   */
  readonly whileLit?: 'forbidden' | 'refused' | 'taken';
  /** Whether the screen is off, so that the helper may write. By default the screen is lit. */
  readonly isDark?: () => boolean;
}

const OFF_LIMITS = 'a service has no such call';

export function createHelperLife(clock: ManualClock, options: HelperOptions): HelperLife {
  const { contents, port, slowness = 1, onPlay, isDark = () => false, whileLit = 'forbidden' } = options;
  const files = createMemoryFiles(contents, (write) => {
    if ((!isDark() && whileLit === 'forbidden') || !write.name.startsWith('word'))
      throw new Error(`the helper writes ${write.name}`);
  });
  let reads = 0;
  const read = (name: string): Uint8Array | null => {
    if (name.startsWith(OPEN_SESSION)) reads++;
    return files.read(name);
  };
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
    files: {
      ...files,
      read,
      write: (name, bytes) => (isDark() || whileLit !== 'refused') && files.write(name, bytes),
    },
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
    get reads() {
      return reads;
    },
    end,
  };
}
