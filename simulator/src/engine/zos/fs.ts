/** `@zos/fs`: synchronous access to the app's files and assets. */
import { Buffer } from 'buffer/index.js';
import { recordOf } from '../values.ts';
import { FILE_ACCESS_MS } from '../watch/work-meter.ts';
import { moduleOf, type ZosContext } from './context.ts';
import { createFileView } from './file-views.ts';

const FLAGS = { O_RDONLY: 0, O_WRONLY: 1, O_RDWR: 2, O_APPEND: 8, O_CREAT: 256, O_TRUNC: 512, O_EXCL: 1024 };
const FAILED = -1;
/** First result of `openSync` (assumed; published nowhere). */
const FIRST_HANDLE = 3;

/** The size from which on a file may be refused, if that is assumed, bytes. */
const LARGE_FILE_BYTES = 65_536;

interface OpenFile {
  readonly path: string;
  readonly flags: number;
  readonly asset: boolean;
  position: number;
}

/** A path that may be passed bare or as a field of an options object. */
function pathIn(given: unknown): string {
  return String(typeof given === 'object' && given !== null ? recordOf(given).path : given);
}

/** Path of a file in the app's folder, without `data://` and outer slashes. */
function plainPath(given: unknown): string {
  return pathIn(given)
    .replace(/^data:\/\//, '')
    .replace(/^\.?\/+/, '')
    .replace(/\/+$/, '');
}

function bytesOf(data: unknown): Uint8Array {
  if (typeof data === 'string') return new Uint8Array(Buffer.from(data, 'utf8'));
  if (data instanceof ArrayBuffer) return new Uint8Array(data);
  if (ArrayBuffer.isView(data)) return new Uint8Array(data.buffer, data.byteOffset, data.byteLength);
  throw new TypeError('@zos/fs writes text, ArrayBuffer or DataView');
}

function isAsset(given: unknown): boolean {
  return pathIn(given).startsWith('assets://');
}

/** Reads and writes files for one bundle, and keeps its open handles. */
function createFileAccess(context: ZosContext) {
  const { world } = context;
  const { disk } = world;
  const view = createFileView(context);
  const handles = new Map<number, OpenFile>();
  let lastHandle = FIRST_HANDLE - 1;

  function mayWrite(api: string): void {
    if (context.inService && world.screen.on) {
      world.log.breach('service-file-write-screen-on', `${context.realm.name}: fs.${api}`);
      throw new Error(`fs.${api}: an App Service writes files only while the screen is off`);
    }
  }
  function countAccess(): void {
    context.realm.onWork?.(FILE_ACCESS_MS);
  }
  function isTooLarge(bytes: Uint8Array): boolean {
    return bytes.length > LARGE_FILE_BYTES && world.assumed.is('large-file', 'refused');
  }
  function assetPath(path: string): string {
    return `assets/${path.replace(/^assets:\/\//, '').replace(/^\/+/, '')}`;
  }
  function content(file: OpenFile): Uint8Array | undefined {
    return file.asset ? world.app.deviceFiles.get(assetPath(file.path)) : view.read(file.path);
  }
  function isFolder(given: unknown): boolean {
    return !isAsset(given) && disk.folders.has(plainPath(given));
  }
  function open(given: unknown, asset: boolean): number {
    const option = recordOf(given);
    if (recordOf(option.options).appId !== undefined)
      throw new Error('@zos/fs openSync of another app is not simulated');
    const fromAssets = asset || isAsset(given);
    const path = fromAssets ? String(option.path) : plainPath(given);
    if (!fromAssets && isFolder(given)) return FAILED;
    const flags = Number(option.flag ?? FLAGS.O_RDONLY);
    const file: OpenFile = { path, flags, asset: fromAssets, position: 0 };
    const present = content(file);
    if (present === undefined && (flags & FLAGS.O_CREAT) === 0) return FAILED;
    if (present !== undefined && (flags & FLAGS.O_EXCL) !== 0) return FAILED;
    const empties = present === undefined || (flags & FLAGS.O_TRUNC) !== 0;
    if (empties && !fromAssets) {
      mayWrite('openSync');
      if (view.changing([path], () => disk.write(path, new Uint8Array(0))) < 0) return FAILED;
    }
    lastHandle += 1;
    handles.set(lastHandle, file);
    return lastHandle;
  }
  function read(given: unknown): number {
    countAccess();
    const option = recordOf(given);
    const file = handles.get(Number(option.fd));
    const bytes = file === undefined ? undefined : content(file);
    const buffer = option.buffer;
    if (file === undefined || bytes === undefined || !(buffer instanceof ArrayBuffer)) return FAILED;
    const limits = recordOf(option.options);
    const offset = Number(limits.offset ?? 0);
    const from = typeof limits.position === 'number' ? limits.position : file.position;
    const length = Math.min(Number(limits.length ?? buffer.byteLength), buffer.byteLength - offset);
    const part = bytes.slice(from, from + Math.max(0, length));
    new Uint8Array(buffer).set(part, offset);
    if (typeof limits.position !== 'number') file.position += part.length;
    return part.length;
  }
  function write(given: unknown): number {
    const option = recordOf(given);
    const file = handles.get(Number(option.fd));
    if (file === undefined || file.asset || (file.flags & 3) === FLAGS.O_RDONLY) return FAILED;
    mayWrite('writeSync');
    countAccess();
    const limits = recordOf(option.options);
    const source = bytesOf(option.buffer);
    const offset = Number(limits.offset ?? 0);
    const part = source.slice(offset, offset + Number(limits.length ?? source.length));
    const before = disk.files.get(file.path) ?? new Uint8Array(0);
    const appends = (file.flags & FLAGS.O_APPEND) !== 0;
    const asked = typeof limits.position === 'number' ? limits.position : file.position;
    const at = appends ? before.length : asked;
    const after = new Uint8Array(Math.max(before.length, at + part.length));
    after.set(before);
    after.set(part, at);
    if (isTooLarge(after)) return FAILED;
    const written = view.changing([file.path], () =>
      appends ? disk.append(file.path, after, before.length) : disk.write(file.path, after),
    );
    if (written < 0) return FAILED;
    const count = Math.max(0, Math.min(part.length, written - at));
    if (typeof limits.position !== 'number') file.position = at + count;
    return count;
  }
  function writeWhole(given: unknown): void {
    mayWrite('writeFileSync');
    countAccess();
    const option = recordOf(given);
    const bytes = bytesOf(option.data);
    const path = option.path;
    const target = typeof path === 'number' ? handles.get(path)?.path : plainPath(given);
    if (target === undefined) return;
    // The file is emptied first, so that a full disk leaves it short: the worst that the documents allow (assumed).
    view.changing([target], () => {
      if (disk.state === 'full') disk.write(target, new Uint8Array(0));
      disk.write(target, bytes);
    });
    world.log.emit('file', `wrote ${target}, ${bytes.length} B`);
  }
  function readWhole(given: unknown): unknown {
    countAccess();
    const bytes = isAsset(given)
      ? world.app.deviceFiles.get(assetPath(String(recordOf(given).path)))
      : view.read(plainPath(given));
    if (bytes === undefined) return undefined;
    const encoding = recordOf(recordOf(given).options).encoding;
    return encoding === undefined ? bytes.slice().buffer : Buffer.from(bytes).toString('utf8');
  }
  return { view, handles, isFolder, open, read, write, writeWhole, readWhole, mayWrite, assetPath };
}

/** Names of files and folders in a folder; undefined when there is no such folder. */
function namesIn(context: ZosContext, path: string): string[] | undefined {
  const { files, folders } = context.world.disk;
  const prefix = path === '' ? '' : `${path}/`;
  const names = new Set<string>();
  const add = (full: string): void => {
    if (full.startsWith(prefix) && full !== path) names.add(full.slice(prefix.length).split('/')[0] ?? '');
  };
  for (const full of Array.from(files.keys()).concat(Array.from(folders))) add(full);
  return names.size === 0 && path !== '' && !folders.has(path) ? undefined : Array.from(names);
}

export function fsModule(context: ZosContext): unknown {
  const { assumed, disk, app, wallClock } = context.world;
  const files = createFileAccess(context);
  const statOf = (bytes: Uint8Array | undefined) =>
    bytes === undefined ? undefined : { size: bytes.length, mtimeMs: wallClock.epochMs };
  const constants: Record<string, readonly [string, number]> = {};
  for (const name of Object.keys(FLAGS) as (keyof typeof FLAGS)[]) constants[name] = ['2.0', FLAGS[name]];
  return moduleOf(context, '@zos/fs', {
    ...constants,
    openSync: ['2.0', (option: unknown) => files.open(option, false)],
    openAssetsSync: ['2.0', (option: unknown) => files.open(option, true)],
    closeSync: [
      '2.0',
      (given: unknown) => {
        const fd = typeof given === 'object' ? recordOf(given).fd : given;
        return files.handles.delete(Number(fd)) ? 0 : FAILED;
      },
    ],
    readSync: ['2.0', files.read],
    writeSync: ['2.0', files.write],
    readFileSync: ['2.0', files.readWhole],
    writeFileSync: ['2.0', files.writeWhole],
    rmSync: [
      '2.0',
      (given: unknown) => {
        files.mayWrite('rmSync');
        const path = plainPath(given);
        return files.view.changing([path], () => disk.remove(path)) ? 0 : FAILED;
      },
    ],
    renameSync: [
      '2.0',
      (given: unknown) => {
        files.mayWrite('renameSync');
        const { oldPath, newPath } = recordOf(given);
        const [from, to] = [plainPath(oldPath), plainPath(newPath)];
        if (disk.files.has(to) && assumed.is('rename-over', 'refused')) return FAILED;
        return files.view.changing([from, to], () => disk.rename(from, to)) ? 0 : FAILED;
      },
    ],
    mkdirSync: [
      '2.0',
      (given: unknown) => {
        files.mayWrite('mkdirSync');
        return disk.makeFolder(plainPath(given)) ? 0 : FAILED;
      },
    ],
    readdirSync: ['2.0', (given: unknown) => namesIn(context, plainPath(given))],
    statSync: [
      '2.0',
      (given: unknown) =>
        statOf(files.isFolder(given) ? new Uint8Array(0) : files.view.read(plainPath(given))),
    ],
    statAssetsSync: [
      '2.0',
      (given: unknown) => statOf(app.deviceFiles.get(files.assetPath(String(recordOf(given).path)))),
    ],
  });
}
