/**
 * The side service: `app-side.js` in its own realm on the phone, with its socket, files, settings and launch reasons. `fetch` goes to the
 * handler that the caller of the simulation gives. Without one, it is refused by name.
 */
import { Buffer } from 'buffer/index.js';
import { formatArgs } from '../runtime/format-value.ts';
import { callLifecycle, type Registration } from '../runtime/lifecycle.ts';
import { logMethods } from '../runtime/log-methods.ts';
import { createRealm, type Realm } from '../runtime/realm.ts';
import { timerFunctions } from '../runtime/realm-timers.ts';
import type { World } from '../world.ts';
import { imageGlobal, networkGlobal } from './downloader.ts';
import { webHandler } from './fetch-rules.ts';
import { phoneGlobals } from './phone-globals.ts';
import { type Change, settingsStorageApi } from './settings-storage.ts';
import { answered, originOf } from './web-requests.ts';

/** Why the companion app starts the service. If neither is given, the watch has sent something. */
export interface LaunchReasons {
  readonly settingsChanged?: Change;
  readonly fileTransfer?: boolean;
}

export interface SideService {
  start(): void;
  /** Hands over a frame without its outer header. */
  receive(payload: ArrayBuffer): void;
  end(withCallbacks: boolean): void;
}

interface Options {
  /** Port of the service, which the watch learns from the answer to its shake. */
  readonly port: number;
  readonly reasons: LaunchReasons;
  /** Sends a frame without its outer header to the watch. */
  readonly send: (bytes: Uint8Array) => void;
}

type Listener = (value: unknown) => unknown;

/** Size of the outer header that the companion app adds, bytes. */
const HEADER_BYTES = 16;
/** Largest payload: a frame of 3,600 bytes without its outer header. */
const LARGEST_PAYLOAD_BYTES = 3600 - HEADER_BYTES;

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
  return {
    getLogger: (tag: string) => ({
      name: tag,
      scope: '',
      level: 0,
      ...logMethods((...args) => realm.print(`[${tag}] ${formatArgs(args)}`)),
    }),
  };
}

function fetchGlobal(world: World, realm: Realm): unknown {
  return (first: unknown, second?: unknown) => {
    const handler = webHandler(world.options);
    const whole = typeof first === 'string' ? { url: first, ...(second as object | undefined) } : first;
    const request = whole as { url: string };
    return new realm.Promise((resolve, reject) => {
      if (handler === undefined) {
        reject(new Error(`fetch is not simulated (${request.url}); give the simulation a fetch handler`));
        return;
      }
      realm.print(`fetch ${originOf(request.url)}`);
      answered(world, handler, request).then(resolve, reject);
    });
  };
}

/** Creates the service; `start` loads its bundle. */
export function createSideService(world: World, options: Options): SideService {
  const realm = createRealm(world, 'side', 'side');
  const registration: Registration = { options: undefined };
  const messageListeners: Listener[] = [];
  let changeListeners: Listener[] = [];
  /** False as soon as the service begins to end; it can send nothing any more (assumed). */
  let open = true;
  realm.onEnd(
    world.phone.storage.listen((change) => {
      for (const listener of changeListeners.slice()) realm.run('settings change', () => listener(change));
    }),
  );

  const peerSocket = {
    addListener: (_: string, listener: Listener) => void messageListeners.push(listener),
    removeListener(_: string, listener: Listener) {
      const index = messageListeners.indexOf(listener);
      if (index >= 0) messageListeners.splice(index, 1);
    },
    send(data: unknown) {
      const bytes = bytesOf(data).slice();
      if (bytes.length > LARGEST_PAYLOAD_BYTES) {
        world.log.breach('ble-frame-too-large', `${bytes.length + HEADER_BYTES} bytes from the phone`);
        return;
      }
      if (open) options.send(bytes);
    },
  };
  const settingsStorage = settingsStorageApi(
    world.phone.storage,
    (_, listener) => void changeListeners.push(listener as Listener),
    (_, listener) => {
      changeListeners = listener === undefined ? [] : changeListeners.filter((one) => one !== listener);
    },
  );

  function globals(): Record<string, unknown> {
    return {
      ...phoneGlobals(world),
      ...timerFunctions(realm),
      Logger: loggerGlobal(realm),
      getApp: () => ({ port2: options.port }),
      messaging: { peerSocket },
      settings: { settingsStorage },
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
      network: networkGlobal(world, realm),
      image: imageGlobal(world, realm),
      AppSideService(given: Record<string, unknown>) {
        registration.options = given;
      },
    };
  }

  return {
    start() {
      const bytes = world.app.phoneFiles.get('app-side.js') ?? new Uint8Array();
      world.log.emit('side', 'started', launchArgs(options.reasons));
      realm.load(Buffer.from(bytes).toString('utf8'), globals());
      callLifecycle(realm, registration, 'onInit');
      callLifecycle(realm, registration, 'onRun');
    },
    receive(payload) {
      for (const listener of messageListeners.slice()) realm.run('message', () => listener(payload.slice(0)));
    },
    end(withCallbacks) {
      open = false;
      if (withCallbacks) callLifecycle(realm, registration, 'onDestroy');
      realm.end();
      world.log.emit('side', withCallbacks ? 'ended' : 'killed');
    },
  };
}
