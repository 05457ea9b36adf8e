/**
 * Files over the radio in both directions (`TransferFile`): queues, states, progress. The speed is assumed; faults
 * of single frames do not touch files, a broken link ends them with `error`.
 */
import type { Realm } from '../runtime/realm.ts';
import type { World } from '../world.ts';

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

type End = 'watch' | 'phone';

/** What both ends share. */
interface Post {
  readonly world: World;
  readonly onPhone: Map<string, Uint8Array>;
  readonly boxes: Readonly<Record<End, Mailbox>>;
  readonly owners: Record<End, Realm | undefined>;
  lastSession: number;
}

function announce(post: Post, to: End, name: string): void {
  for (const handler of post.boxes[to].handlers.get(name) ?? [])
    post.owners[to]?.enter(`inbox ${name}`, () => handler());
}

/** Puts the bytes where the other end looks for them; gives that place. */
function store(post: Post, fileName: string, bytes: Uint8Array, to: End): string {
  const path = `download/${fileName}`;
  if (to === 'watch') post.world.disk.write(path, bytes);
  else {
    post.onPhone.set(fileName, bytes);
    post.world.phone.wakeSide({ fileTransfer: true });
  }
  return `data://${path}`;
}

function deliver(post: Post, out: Transfer, bytes: Uint8Array, to: End): void {
  const { world } = post;
  if (out.readyState !== 'transferring') return;
  if (!world.link.connected) {
    settle(world, out, 'error');
    return;
  }
  const filePath = store(post, out.fileName, bytes, to);
  const readyState = 'transferring';
  const arrived: Transfer = { ...out, filePath, readyState, handlers: new Map(), realm: post.owners[to] };
  post.boxes[to].waiting.push(arrived);
  announce(post, to, 'newfile');
  for (const transfer of [out, arrived]) {
    tell(world, transfer, 'progress', { fileSize: bytes.length, loadedSize: bytes.length });
    settle(world, transfer, 'transferred');
  }
  world.log.emit('file', `${out.fileName} to ${to}, ${bytes.length} B`);
  announce(post, to, 'file');
}

function send(post: Post, transfer: Transfer, bytes: Uint8Array | undefined, to: End): void {
  const { world } = post;
  if (transfer.readyState !== 'pending') return;
  if (bytes === undefined || !world.link.connected) {
    settle(world, transfer, 'error');
    return;
  }
  transfer.readyState = 'transferring';
  tell(world, transfer, 'change', { readyState: 'transferring' });
  const takesMs = Math.ceil((bytes.length / BYTES_PER_SECOND) * 1000);
  world.clock.after(takesMs, () => deliver(post, transfer, bytes, to));
}

function newTransfer(post: Post, realm: Realm, path: string, params: unknown, fileSize: number): Transfer {
  post.lastSession += 1;
  return {
    sessionId: post.lastSession,
    fileName: path.slice(path.lastIndexOf('/') + 1),
    filePath: path,
    params: params ?? {},
    fileSize,
    readyState: 'pending',
    handlers: new Map(),
    realm,
  };
}

function endOf(post: Post, realm: Realm, here: End, read: (path: string) => Uint8Array | undefined) {
  const { world, owners } = post;
  const there = here === 'watch' ? 'phone' : 'watch';
  const box = post.boxes[here];
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
    emit: (name: string) => announce(post, here, name.toLowerCase()),
  };
  const outbox = {
    enqueueFile(path: string, params: unknown) {
      const bytes = read(path);
      const transfer = newTransfer(post, realm, path, params, bytes?.length ?? 0);
      world.clock.after(START_MS, () => send(post, transfer, bytes, there));
      return fileObject(world, transfer);
    },
  };
  return { inbox, outbox, getInbox: () => inbox, getOutbox: () => outbox };
}

export function createFiles(world: World): Files {
  const mailbox = (): Mailbox => ({ waiting: [], handlers: new Map() });
  const post: Post = {
    world,
    onPhone: new Map(),
    boxes: { watch: mailbox(), phone: mailbox() },
    owners: { watch: undefined, phone: undefined },
    lastSession: 0,
  };
  return {
    onPhone: post.onPhone,
    watchSide: (realm) =>
      endOf(post, realm, 'watch', (path) => {
        if (path.startsWith('assets://')) return world.app.deviceFiles.get(`assets/${path.slice(9)}`);
        return world.disk.files.get(path.replace(/^data:\/\//, ''));
      }),
    phoneSide: (realm) =>
      endOf(post, realm, 'phone', (path) => post.onPhone.get(path.slice(path.lastIndexOf('/') + 1))),
  };
}
