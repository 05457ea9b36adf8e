/**
 * Files over the link in both directions (`TransferFile`): queues, states and progress. The speed is assumed. Faults of
 * single frames do not touch files; a broken link ends a transfer with `error`.
 */
import type { Realm } from '../runtime/realm.ts';
import type { World } from '../world.ts';

/** Speed of a transfer, bytes a second (assumed; published nowhere). */
const BYTES_PER_SECOND = 20_000;
/** From the call until a transfer starts, ms (assumed). */
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

export interface FileTransfers {
  /** Files that reached the phone, by name. */
  readonly onPhone: ReadonlyMap<string, Uint8Array>;
  /** Stores a file on the phone; only its name counts. */
  storeOnPhone(path: string, bytes: Uint8Array): void;
  readOnPhone(path: string): Uint8Array | undefined;
  /** The object that a bundle on the watch gets from `TransferFile`. */
  watchSide(realm: Realm): Record<string, unknown>;
  /** The object that the side service sees as `transferFile`. */
  phoneSide(realm: Realm): Record<string, unknown>;
}

/** The files that one side has received, and the handlers that are told of them. */
interface Inbox {
  readonly waiting: Transfer[];
  readonly handlers: Map<string, Handler[]>;
}

function nameIn(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
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

/** Calls the handlers of a transfer. */
function tellTransfer(world: World, transfer: Transfer, name: string, data: Record<string, unknown>): void {
  const type = name === 'change' ? 'readyStateChanged' : name;
  const event = { type, data, timestamp: world.wallClock.epochMs };
  for (const handler of transfer.handlers.get(name) ?? [])
    transfer.realm?.run(`file ${name}`, () => handler(event));
}

/** Ends a transfer that has not ended yet. */
function settle(world: World, transfer: Transfer, state: string): void {
  if (['transferred', 'error', 'canceled'].indexOf(transfer.readyState) >= 0) return;
  transfer.readyState = state;
  tellTransfer(world, transfer, 'change', { readyState: state });
}

type Endpoint = 'watch' | 'phone';

/** The part that both endpoints share. */
interface TransferState {
  readonly world: World;
  readonly onPhone: Map<string, Uint8Array>;
  readonly inboxes: Readonly<Record<Endpoint, Inbox>>;
  readonly owners: Record<Endpoint, Realm | undefined>;
  lastSession: number;
}

/** Calls the handlers of an inbox. */
function tellInbox(state: TransferState, to: Endpoint, name: string): void {
  for (const handler of state.inboxes[to].handlers.get(name) ?? [])
    state.owners[to]?.run(`inbox ${name}`, () => handler());
}

/** Stores the bytes where the receiver looks for them and returns that path. */
function store(state: TransferState, fileName: string, bytes: Uint8Array, to: Endpoint): string {
  const path = `download/${fileName}`;
  if (to === 'watch') state.world.disk.write(path, bytes);
  else {
    state.onPhone.set(fileName, bytes);
    state.world.phone.startSide({ fileTransfer: true });
  }
  return `data://${path}`;
}

function deliver(state: TransferState, out: Transfer, bytes: Uint8Array, to: Endpoint): void {
  const { world } = state;
  if (out.readyState !== 'transferring') return;
  if (!world.link.connected) {
    settle(world, out, 'error');
    return;
  }
  const filePath = store(state, out.fileName, bytes, to);
  const readyState = 'transferring';
  const arrived: Transfer = { ...out, filePath, readyState, handlers: new Map(), realm: state.owners[to] };
  state.inboxes[to].waiting.push(arrived);
  tellInbox(state, to, 'newfile');
  for (const transfer of [out, arrived]) {
    tellTransfer(world, transfer, 'progress', { fileSize: bytes.length, loadedSize: bytes.length });
    settle(world, transfer, 'transferred');
  }
  world.log.emit('file', `${out.fileName} to ${to}, ${bytes.length} B`);
  tellInbox(state, to, 'file');
}

function send(state: TransferState, transfer: Transfer, bytes: Uint8Array | undefined, to: Endpoint): void {
  const { world } = state;
  if (transfer.readyState !== 'pending') return;
  if (bytes === undefined || !world.link.connected) {
    settle(world, transfer, 'error');
    return;
  }
  transfer.readyState = 'transferring';
  tellTransfer(world, transfer, 'change', { readyState: 'transferring' });
  const takesMs = Math.ceil((bytes.length / BYTES_PER_SECOND) * 1000);
  world.clock.after(takesMs, () => deliver(state, transfer, bytes, to));
}

function newTransfer(
  state: TransferState,
  realm: Realm,
  path: string,
  params: unknown,
  fileSize: number,
): Transfer {
  state.lastSession += 1;
  return {
    sessionId: state.lastSession,
    fileName: nameIn(path),
    filePath: path,
    params: params ?? {},
    fileSize,
    readyState: 'pending',
    handlers: new Map(),
    realm,
  };
}

/** @param read returns the bytes of a file that is to be sent */
function createEndpoint(
  state: TransferState,
  realm: Realm,
  here: Endpoint,
  read: (path: string) => Uint8Array | undefined,
) {
  const { world, owners } = state;
  const there = here === 'watch' ? 'phone' : 'watch';
  const own = state.inboxes[here];
  owners[here] = realm;
  realm.onEnd(() => {
    if (owners[here] !== realm) return;
    owners[here] = undefined;
    own.handlers.clear();
  });
  const inbox = {
    getNextFile() {
      const next = own.waiting.shift();
      return next === undefined ? null : fileObject(world, next);
    },
    on: (name: string, handler: Handler) => addHandler(own.handlers, name, handler),
    off: (name: string) => void own.handlers.delete(name.toLowerCase()),
    emit: (name: string) => tellInbox(state, here, name.toLowerCase()),
  };
  const outbox = {
    enqueueFile(path: string, params: unknown) {
      const bytes = read(path);
      const transfer = newTransfer(state, realm, path, params, bytes?.length ?? 0);
      world.clock.after(START_MS, () => send(state, transfer, bytes, there));
      return fileObject(world, transfer);
    },
  };
  return { inbox, outbox, getInbox: () => inbox, getOutbox: () => outbox };
}

export function createFileTransfers(world: World): FileTransfers {
  const emptyInbox = (): Inbox => ({ waiting: [], handlers: new Map() });
  const state: TransferState = {
    world,
    onPhone: new Map(),
    inboxes: { watch: emptyInbox(), phone: emptyInbox() },
    owners: { watch: undefined, phone: undefined },
    lastSession: 0,
  };
  return {
    onPhone: state.onPhone,
    storeOnPhone: (path, bytes) => void state.onPhone.set(nameIn(path), bytes),
    readOnPhone: (path) => state.onPhone.get(nameIn(path)),
    watchSide: (realm) =>
      createEndpoint(state, realm, 'watch', (path) => {
        if (path.startsWith('assets://')) return world.app.deviceFiles.get(`assets/${path.slice(9)}`);
        return world.disk.files.get(path.replace(/^data:\/\//, ''));
      }),
    phoneSide: (realm) => createEndpoint(state, realm, 'phone', (path) => state.onPhone.get(nameIn(path))),
  };
}
