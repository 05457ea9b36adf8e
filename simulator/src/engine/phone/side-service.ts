/**
 * The side service: `app-side.js` in its own realm on the phone, with its sockets, files, settings and launch
 * reasons. `fetch` goes to a handler that the caller of the simulation gives, or is refused by name.
 */
import { Buffer } from 'buffer/index.js';
import type { Registration } from '../runtime/device-globals.ts';
import { formatArgs } from '../runtime/format-value.ts';
import { createRealm, type Realm } from '../runtime/realm.ts';
import { callLifecycle } from '../watch/app-instance.ts';
import type { World } from '../world.ts';
import { phoneGlobals } from './phone-globals.ts';
import { type Change, storageFacade } from './settings-storage.ts';

export interface LaunchReasons {
  readonly settingsChanged?: Change;
  readonly fileTransfer?: boolean;
}

export interface SideService {
  readonly realm: Realm;
  start(): void;
  receive(payload: ArrayBuffer): void;
  end(withCallbacks: boolean): void;
}

interface Options {
  readonly port: number;
  readonly reasons: LaunchReasons;
  readonly send: (bytes: Uint8Array) => void;
}

type Listener = (value: unknown) => unknown;

/** The outer header that the companion app adds, and what is left of a frame of 3600 bytes. */
const HEADER_BYTES = 16;
const LARGEST_PAYLOAD = 3600 - HEADER_BYTES;

function bytesOf(data: unknown): Uint8Array {
  if (data instanceof ArrayBuffer) return new Uint8Array(data);
  if (ArrayBuffer.isView(data)) return new Uint8Array(data.buffer, data.byteOffset, data.byteLength);
  throw new TypeError('peerSocket.send takes an ArrayBuffer');
}

function launchArgs(reasons: LaunchReasons): Record<string, unknown> {
  if (reasons.settingsChanged !== undefined)
    return { launchType: 'settingsChanged', ...reasons.settingsChanged };
  return { launchType: reasons.fileTransfer === true ? 'fileTransfer' : 'peerAppLaunched' };
}

function loggerGlobal(realm: Realm): Record<string, unknown> {
  const make = (tag: string): Record<string, unknown> => {
    const logger: Record<string, unknown> = { name: tag, scope: '', level: 0 };
    for (const level of ['log', 'info', 'warn', 'error', 'debug']) {
      logger[level] = (...args: unknown[]) => realm.print(`[${tag}] ${formatArgs(args)}`);
    }
    return logger;
  };
  return { getLogger: make };
}

function timerGlobals(realm: Realm): Record<string, unknown> {
  type Code = (...args: unknown[]) => unknown;
  const stop = (id: number): void => realm.timers.stop(id);
  return {
    setTimeout: (code: Code, ms: number, ...args: unknown[]) =>
      realm.timers.start(code, ms, false, args, false),
    setInterval: (code: Code, ms: number, ...args: unknown[]) =>
      realm.timers.start(code, ms, true, args, false),
    setImmediate: (code: Code, ...args: unknown[]) => realm.timers.start(code, 0, false, args, false),
    clearTimeout: stop,
    clearInterval: stop,
    clearImmediate: stop,
  };
}

function fetchGlobal(world: World, realm: Realm): unknown {
  return (first: unknown, second?: unknown) => {
    const handler = world.options.fetch;
    const request = (
      typeof first === 'string' ? { url: first, ...(second as object | undefined) } : first
    ) as {
      url: string;
    };
    return new realm.Promise((resolve, reject) => {
      if (handler === undefined) {
        reject(new Error(`fetch is not simulated (${request.url}); give the simulation a fetch handler`));
        return;
      }
      // The origin alone: paths, queries and headers are where secrets are.
      realm.print(`fetch ${/^[a-z]+:\/\/[^/?#]*/i.exec(request.url)?.[0] ?? 'an address without a host'}`);
      handler(request).then(resolve, reject);
    });
  };
}

function refused(world: World, name: string): () => never {
  return () => {
    world.log.breach('not-simulated', name);
    throw new Error(`${name} is not simulated`);
  };
}

export function createSideService(world: World, options: Options): SideService {
  const realm = createRealm(world, 'side', 'side');
  const registered: Registration = { options: undefined };
  const messageListeners: Listener[] = [];
  /** A service that is being ended reaches nobody any more (assumed). */
  let open = true;
  let changeListeners: Listener[] = [];
  realm.onEnd(
    world.phone.storage.listen((change) => {
      for (const listener of changeListeners.slice()) realm.run('settings change', () => listener(change));
    }),
  );
  const storage = storageFacade(
    world.phone.storage,
    (_, listener) => void changeListeners.push(listener as Listener),
    (_, listener) => {
      changeListeners = listener === undefined ? [] : changeListeners.filter((one) => one !== listener);
    },
  );

  function names(): Record<string, unknown> {
    return {
      ...phoneGlobals(world),
      ...timerGlobals(realm),
      Logger: loggerGlobal(realm),
      getApp: () => ({ port2: options.port }),
      messaging: {
        peerSocket: {
          addListener: (_: string, listener: Listener) => void messageListeners.push(listener),
          removeListener(_: string, listener: Listener) {
            const index = messageListeners.indexOf(listener);
            if (index >= 0) messageListeners.splice(index, 1);
          },
          send(data: unknown) {
            const bytes = bytesOf(data).slice();
            if (bytes.length > LARGEST_PAYLOAD) {
              world.log.breach('ble-frame-too-large', `${bytes.length + HEADER_BYTES} bytes from the phone`);
              return;
            }
            if (open) options.send(bytes);
          },
        },
      },
      settings: { settingsStorage: storage },
      sideService: {
        appInfo: world.app.manifest,
        launchReasons: {
          settingsChanged: options.reasons.settingsChanged !== undefined,
          fileTransfer: options.reasons.fileTransfer === true,
        },
        launchArgs: launchArgs(options.reasons),
      },
      transferFile: world.fileTransfers.phoneSide(realm),
      fetch: fetchGlobal(world, realm),
      network: { downloader: { downloadFile: refused(world, 'network.downloader.downloadFile') } },
      image: { convert: refused(world, 'image.convert') },
      AppSideService(given: Record<string, unknown>) {
        registered.options = given;
      },
    };
  }

  return {
    realm,
    start() {
      const bytes = world.app.phoneFiles.get('app-side.js') ?? new Uint8Array();
      world.log.emit('side', 'started', launchArgs(options.reasons));
      realm.load(Buffer.from(bytes).toString('utf8'), names());
      callLifecycle(realm, registered, 'onInit', []);
      callLifecycle(realm, registered, 'onRun', []);
    },
    receive(payload) {
      for (const listener of messageListeners.slice()) realm.run('message', () => listener(payload.slice(0)));
    },
    end(withCallbacks) {
      open = false;
      if (withCallbacks) callLifecycle(realm, registered, 'onDestroy', []);
      realm.end();
      world.log.emit('side', withCallbacks ? 'ended' : 'killed');
    },
  };
}
