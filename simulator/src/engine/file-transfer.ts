/**
 * Files over the radio in both directions (`TransferFile`): queues, states, progress. The speed is assumed; faults
 * of single frames do not touch files, a broken link ends them with `error`.
 */
import type { Realm } from './realm.ts';
import type { World } from './world.ts';

/** Bytes a second (assumed; published nowhere). */
const BYTES_PER_SECOND = 20_000;
const START_MS = 200;

type Handler = (...args: unknown[]) => unknown;

interface Transfer {
  readonly sessionId: number;
  readonly fileName: string;
  readonly filePath: string;
  readonly params: unknown;
  readonly fileSize: number;
  readyState: string;
  readonly handlers: Map<string, Handler[]>;
  readonly realm: Realm | undefined;
}

export interface Files {
  /** Files that reached the phone, by name. */
  readonly onPhone: ReadonlyMap<string, Uint8Array>;
  watchSide(realm: Realm): Record<string, unknown>;
  phoneSide(realm: Realm): Record<string, unknown>;
}

interface Mailbox {
  readonly waiting: Transfer[];
  readonly handlers: Map<string, Handler[]>;
}

function addHandler(map: Map<string, Handler[]>, name: string, handler: Handler): void {
  const key = name.toLowerCase();
  map.set(key, (map.get(key) ?? []).concat(handler));
}

function fileObject(world: World, transfer: Transfer): Record<string, unknown> {
  return {
    sessionId: transfer.sessionId,
    fileName: transfer.fileName,
    filePath: transfer.filePath,
    params: transfer.params,
    fileSize: transfer.fileSize,
    get readyState() {
      return transfer.readyState;
    },
    cancel: () => settle(world, transfer, 'canceled'),
    on: (name: string, handler: Handler) => addHandler(transfer.handlers, name, handler),
  };
}

function tell(world: World, transfer: Transfer, name: string, data: Record<string, unknown>): void {
  const type = name === 'change' ? 'readyStateChanged' : name;
  const event = { type, data, timestamp: world.wall.epochMs };
  for (const handler of transfer.handlers.get(name) ?? [])
    transfer.realm?.enter(`file ${name}`, () => handler(event));
}

function settle(world: World, transfer: Transfer, state: string): void {
  if (['transferred', 'error', 'canceled'].indexOf(transfer.readyState) >= 0) return;
  transfer.readyState = state;
  tell(world, transfer, 'change', { readyState: state });
}

export function createFiles(world: World): Files {
  const onPhone = new Map<string, Uint8Array>();
  const boxes: Record<'watch' | 'phone', Mailbox> = {
    watch: { waiting: [], handlers: new Map() },
    phone: { waiting: [], handlers: new Map() },
  };
  const owners: { watch: Realm | undefined; phone: Realm | undefined } = {
    watch: undefined,
    phone: undefined,
  };
  let lastSession = 0;

  function announce(to: 'watch' | 'phone', name: string): void {
    for (const handler of boxes[to].handlers.get(name) ?? [])
      owners[to]?.enter(`inbox ${name}`, () => handler());
  }

  function deliver(out: Transfer, bytes: Uint8Array, to: 'watch' | 'phone'): void {
    if (out.readyState !== 'transferring') return;
    if (!world.link.connected) {
      settle(world, out, 'error');
      return;
    }
    const path = to === 'watch' ? `download/${out.fileName}` : `data://download/${out.fileName}`;
    if (to === 'watch') world.disk.write(path, bytes);
    else onPhone.set(out.fileName, bytes);
    if (to === 'phone') world.phone.wakeSide({ fileTransfer: true });
    const arrived: Transfer = {
      ...out,
      filePath: to === 'watch' ? `data://${path}` : path,
      readyState: 'transferring',
      handlers: new Map(),
      realm: owners[to],
    };
    boxes[to].waiting.push(arrived);
    announce(to, 'newfile');
    tell(world, out, 'progress', { fileSize: bytes.length, loadedSize: bytes.length });
    settle(world, out, 'transferred');
    tell(world, arrived, 'progress', { fileSize: bytes.length, loadedSize: bytes.length });
    settle(world, arrived, 'transferred');
    world.log.emit('file', `${out.fileName} to ${to}, ${bytes.length} B`);
    announce(to, 'file');
  }

  function enqueue(
    realm: Realm,
    bytes: Uint8Array | undefined,
    path: string,
    params: unknown,
    to: 'watch' | 'phone',
  ) {
    lastSession += 1;
    const transfer: Transfer = {
      sessionId: lastSession,
      fileName: path.slice(path.lastIndexOf('/') + 1),
      filePath: path,
      params: params ?? {},
      fileSize: bytes?.length ?? 0,
      readyState: 'pending',
      handlers: new Map(),
      realm,
    };
    world.clock.after(START_MS, () => {
      if (transfer.readyState !== 'pending') return;
      if (bytes === undefined || !world.link.connected) {
        settle(world, transfer, 'error');
        return;
      }
      transfer.readyState = 'transferring';
      tell(world, transfer, 'change', { readyState: 'transferring' });
      world.clock.after((bytes.length / BYTES_PER_SECOND) * 1000, () => deliver(transfer, bytes, to));
    });
    return fileObject(world, transfer);
  }

  function side(realm: Realm, here: 'watch' | 'phone', read: (path: string) => Uint8Array | undefined) {
    const there = here === 'watch' ? 'phone' : 'watch';
    const box = boxes[here];
    owners[here] = realm;
    realm.onEnd(() => {
      if (owners[here] !== realm) return;
      owners[here] = undefined;
      box.handlers.clear();
    });
    const inbox = {
      getNextFile() {
        const next = box.waiting.shift();
        return next === undefined ? null : fileObject(world, next);
      },
      on: (name: string, handler: Handler) => addHandler(box.handlers, name, handler),
      off: (name: string) => void box.handlers.delete(name.toLowerCase()),
      emit: (name: string) => announce(here, name.toLowerCase()),
    };
    const outbox = {
      enqueueFile: (path: string, params: unknown) => enqueue(realm, read(path), path, params, there),
    };
    return { inbox, outbox, getInbox: () => inbox, getOutbox: () => outbox };
  }

  return {
    onPhone,
    watchSide: (realm) =>
      side(realm, 'watch', (path) => {
        if (path.startsWith('assets://')) return world.app.deviceFiles.get(`assets/${path.slice(9)}`);
        return world.disk.files.get(path.replace(/^data:\/\//, ''));
      }),
    phoneSide: (realm) => side(realm, 'phone', (path) => onPhone.get(path.slice(path.lastIndexOf('/') + 1))),
  };
}
