/** Files in memory for `guest.ts`: the part of `@zos/fs` that apps use, with counts of the bytes. */
import { Buffer } from 'buffer/index.js';

export interface DiskCounts {
  readBytes: number;
  writtenBytes: number;
}

const OPEN = { O_RDONLY: 0, O_WRONLY: 1, O_RDWR: 2, O_CREAT: 64, O_TRUNC: 512, O_APPEND: 1024 };

function bytesOf(data: unknown): Uint8Array {
  return ArrayBuffer.isView(data)
    ? new Uint8Array(data.buffer, data.byteOffset, data.byteLength)
    : new Uint8Array(data as ArrayBuffer);
}

/** The files by path, and the `@zos/fs` module. */
export function createDisk(counts: DiskCounts): {
  readonly files: Map<string, Uint8Array>;
  readonly disk: Record<string, unknown>;
} {
  const files = new Map<string, Uint8Array>();
  let nextFd = 1;
  const opened = new Map<number, { readonly path: string; readonly flag: number }>();

  function readAt(bytes: Uint8Array, buffer: ArrayBuffer, options: Record<string, number> = {}): number {
    const { offset = 0, length = buffer.byteLength, position = 0 } = options;
    const part = bytes.subarray(position, position + length);
    new Uint8Array(buffer).set(part, offset);
    counts.readBytes += part.length;
    return part.length;
  }

  const disk: Record<string, unknown> = {
    ...OPEN,
    openSync({ path, flag }: { path: string; flag: number }) {
      if (!files.has(path) && (flag & OPEN.O_CREAT) === 0) throw new Error('ENOENT');
      if (!files.has(path) || (flag & OPEN.O_TRUNC) !== 0) files.set(path, new Uint8Array(0));
      opened.set(nextFd, { path, flag });
      return nextFd++;
    },
    closeSync: ({ fd }: { fd: number }) => Number(!opened.delete(fd)),
    readSync: ({
      fd,
      buffer,
      options,
    }: {
      fd: number;
      buffer: ArrayBuffer;
      options?: Record<string, number>;
    }) => readAt(files.get(opened.get(fd)?.path ?? '') ?? new Uint8Array(0), buffer, options),
    writeSync({ fd, buffer }: { fd: number; buffer: unknown }) {
      const file = opened.get(fd);
      if (file === undefined) throw new Error('EBADF');
      const before = files.get(file.path) ?? new Uint8Array(0);
      const added = bytesOf(buffer);
      const whole = new Uint8Array(before.length + added.length);
      whole.set(before);
      whole.set(added, before.length);
      files.set(file.path, whole);
      counts.writtenBytes += added.length;
      return added.length;
    },
    readFileSync({ path, options }: { path: string; options?: { encoding?: string } }) {
      const bytes = files.get(path);
      if (bytes === undefined) return undefined;
      counts.readBytes += bytes.length;
      return options?.encoding === undefined ? bytes.slice().buffer : Buffer.from(bytes).toString('utf-8');
    },
    writeFileSync({ path, data }: { path: string; data: unknown }) {
      files.set(path, typeof data === 'string' ? Buffer.from(data) : bytesOf(data).slice());
    },
    statSync: ({ path }: { path: string }) =>
      files.has(path) ? { size: files.get(path)?.length } : undefined,
    rmSync: ({ path }: { path: string }) => Number(!files.delete(path)),
  };

  return { files, disk };
}
