/** Files on `@zos/fs`. No call is documented as atomic, so code that stores something adds a checksum. */
import {
  closeSync,
  O_APPEND,
  O_CREAT,
  O_TRUNC,
  O_WRONLY,
  openSync,
  readFileSync,
  statSync,
  writeSync,
} from '@zos/fs';
import type { Files } from '../ports/ports.ts';

export function createFiles(): Files {
  /** @param mode whether the file is truncated or appended to, as an open flag */
  function put(path: string, mode: number, bytes: Uint8Array): boolean {
    try {
      const fd = openSync({ path, flag: O_WRONLY | O_CREAT | mode });
      // The platform writes whole buffers, and the buffer of a view may be larger than the view.
      const count = writeSync({ fd, buffer: bytes.slice().buffer });
      closeSync({ fd });
      return count === bytes.length;
    } catch {
      return false;
    }
  }

  return {
    read(path) {
      try {
        const data = readFileSync({ path });
        return data instanceof Object ? new Uint8Array(data as ArrayBuffer) : null;
      } catch {
        return null;
      }
    },
    isThere(path) {
      try {
        return Boolean(statSync({ path }));
      } catch {
        return false;
      }
    },
    write: (path, bytes) => put(path, O_TRUNC, bytes),
    append: (path, bytes) => put(path, O_APPEND, bytes),
  };
}
