/** `@zos/ble` for the link to the phone, and `TransferFile`. The master role is in `ble-master.ts`. */
import { masterMembers, REFUSED_MASTER } from './ble-master.ts';
import { moduleOf, type ZosContext } from './context.ts';

/** Largest frame, bytes (zml's `getMessageSize`). */
const LARGEST_FRAME_BYTES = 3600;
/** Largest frame that arrives everywhere, bytes (assumed). */
const SAFE_FRAME_BYTES = 2_000;

function bytesOf(data: unknown, size: unknown): Uint8Array {
  const whole =
    data instanceof ArrayBuffer
      ? new Uint8Array(data)
      : ArrayBuffer.isView(data)
        ? new Uint8Array(data.buffer, data.byteOffset, data.byteLength)
        : undefined;
  if (whole === undefined) throw new TypeError('ble.send takes an ArrayBuffer');
  return typeof size === 'number' ? whole.slice(0, size) : whole.slice();
}

export function bleModule(context: ZosContext): unknown {
  const { world, realm } = context;
  const listeners = new Map<unknown, () => void>();
  let index = 0;
  let receiver: ((bytes: Uint8Array) => void) | undefined;
  let release: (() => void) | undefined;

  function disconnect(): void {
    if (receiver !== undefined && world.link.onWatch === receiver) world.link.onWatch = undefined;
    receiver = undefined;
    release?.();
    release = undefined;
  }
  realm.onEnd(disconnect);

  return moduleOf(
    context,
    '@zos/ble',
    {
      createConnect: [
        '2.0',
        (callback: unknown) => {
          disconnect();
          release = realm.trackPending('a Bluetooth connection');
          receiver = (bytes) => {
            index += 1;
            const data = bytes.slice().buffer;
            context.call('ble data', callback, index, data, bytes.length);
          };
          world.link.onWatch = receiver;
          world.phone.watchConnected();
        },
      ],
      disConnect: ['2.0', disconnect],
      send: [
        '2.0',
        (data: unknown, size: unknown) => {
          const bytes = bytesOf(data, size);
          if (bytes.length > LARGEST_FRAME_BYTES) {
            world.log.breach('ble-frame-too-large', `${bytes.length} bytes`);
            return false;
          }
          if (bytes.length > SAFE_FRAME_BYTES && world.assumed.is('large-frame', 'lost')) return true;
          return world.link.toPhone(bytes);
        },
      ],
      connectStatus: ['2.0', () => world.link.connected],
      addListener: [
        '2.0',
        (callback: unknown) => {
          const stop = world.link.listen((connected) => {
            context.call('ble status', callback, connected);
          });
          listeners.set(callback, stop);
          realm.onEnd(stop);
        },
      ],
      removeListener: [
        '2.0',
        (callback: unknown) => {
          if (callback === undefined) for (const stop of Array.from(listeners.values())) stop();
          else listeners.get(callback)?.();
        },
      ],
      ...masterMembers(context),
    },
    { '3.0': REFUSED_MASTER },
  );
}

/** `@zos/ble/TransferFile` is the class itself, as zml uses it, and also has it as its default export. */
export function transferFileModule(context: ZosContext): unknown {
  if (context.level < 300) return undefined;
  function TransferFile(): unknown {
    return context.world.fileTransfers.watchSide(context.realm);
  }
  TransferFile.default = TransferFile;
  return TransferFile;
}
