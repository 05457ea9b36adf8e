/**
 * The master role of `@zos/ble` (API 3.0) in a place without other devices: a scan finds nothing, a connection fails, and listeners are
 * accepted but never called. What needs a connected device is refused by name.
 */
import { recordOf } from '../values.ts';
import type { Member, Members, ZosContext } from './context.ts';

/** How long a connection is tried, ms (assumed). */
const CONNECT_MS = 5_000;
/** `connected` of a connection that has failed (ble/mstConnect.mdx). */
const NOT_CONNECTED = 1;

const LISTENERS = [
  'mstOnPrepare mstOnCharaReadComplete mstOnCharaValueArrived mstOnCharaWriteComplete mstOnDescValueArrived',
  'mstOnDescWriteComplete mstOnCharaNotification mstOnServiceChangeBegin mstOnServiceChangeEnd',
]
  .join(' ')
  .split(' ');

/** Functions that need a connected device. */
export const REFUSED_MASTER = [
  'mstPair mstBuildProfile mstPrepare mstReadCharacteristic mstWriteCharacteristic mstReadDescriptor mstWriteDescriptor',
  'mstDestroyProfileInstance mstGetProfileInstance',
].join(' ');

export function masterMembers(context: ZosContext): Members {
  const { clock } = context.world;
  const members: Record<string, Member> = {
    mstStartScan: [
      '3.0',
      (_callback: unknown, filter?: unknown) => {
        const timeout = recordOf(recordOf(filter).timeout ?? filter);
        const seconds = Number(timeout.duration);
        if (seconds > 0)
          clock.after(seconds * 1000, () => void context.call('on_timeout', timeout.on_timeout));
        return true;
      },
    ],
    mstStopScan: ['3.0', () => true],
    mstConnect: [
      '3.0',
      (address: unknown, callback: unknown) => {
        const result = { connected: NOT_CONNECTED, connect_id: -1, dev_addr: address };
        clock.after(CONNECT_MS, () => void context.call('mstConnect', callback, result));
        return true;
      },
    ],
    mstDisconnect: ['3.0', () => false],
    mstGetConnIdByRemoteAddr: ['3.0', () => undefined],
    mstOffAllCb: ['3.0', () => undefined],
  };
  for (const name of LISTENERS) members[name] = ['3.0', () => true];
  return members;
}
