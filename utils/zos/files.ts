/** Files over `@zos/fs`. No call of it is documented as atomic, so callers bring their own checksums. */
import {
  closeSync,
  O_APPEND,
  O_CREAT,
  O_RDONLY,
  O_TRUNC,
  O_WRONLY,
  openSync,
  readSync,
  rmSync,
  statSync,
  writeSync,
} from '@zos/fs';
import type { Files } from '../ports/files.ts';

export function createFiles(): Files {
  return {
    read(name) {
      try {
        const stat = statSync({ path: name });
        if (stat === undefined || stat === null) return null;
        const fd = openSync({ path: name, flag: O_RDONLY });
        if (fd < 0) return null;
        const bytes = new Uint8Array(stat.size);
        const count = stat.size > 0 ? readSync({ fd, buffer: bytes.buffer }) : 0;
        closeSync({ fd });
        return count === stat.size ? bytes : bytes.slice(0, Math.max(0, count));
      } catch {
        return null;
      }
    },
    write(name, bytes) {
      return put(name, O_WRONLY | O_CREAT | O_TRUNC, bytes);
    },
    append(name, bytes) {
      return put(name, O_WRONLY | O_CREAT | O_APPEND, bytes);
    },
    remove(name) {
      try {
        rmSync({ path: name });
      } catch {
        // What is not there need not be removed.
      }
    },
  };
}

function put(name: string, flag: number, bytes: Uint8Array): boolean {
  try {
    const fd = openSync({ path: name, flag });
    if (fd < 0) return false;
    // A view's buffer may be larger than the view; the platform writes whole buffers.
    const own = bytes.slice();
    const count = own.length > 0 ? writeSync({ fd, buffer: own.buffer }) : 0;
    closeSync({ fd });
    return count === own.length;
  } catch {
    return false;
  }
}
