/**
 * The Bluetooth link between watch and phone: it carries frames with a delay, and with the faults that the tester chose. Only its two ends,
 * `zos/ble.ts` and `phone.ts`, know what a frame means.
 */
import type { Clock } from '../clock.ts';
import type { EventLog } from '../event-log.ts';
import type { VerbOf } from '../types.ts';

type LinkState = VerbOf<'link'>['state'];

/** Time of a frame one way, ms (assumed for a good link; published nowhere). */
const LATENCY_MS = 40;
/** The same while the link is slow, ms (assumed). */
const SLOW_MS = 1500;
/** Longest extra delay of a reordered frame, ms (assumed). */
const REORDER_MS = 400;
/** Chance of the fault per frame when the tester names none. */
const DEFAULT_RATE = 0.3;
/** Size of the outer header, bytes. A damaged frame keeps it, so that the frame still arrives somewhere. */
const HEADER_BYTES = 16;

type Receiver = (bytes: Uint8Array) => void;

export interface Link {
  readonly connected: boolean;
  readonly state: LinkState;
  /** @param rate chance of the fault per frame, 0 to 1 */
  set(state: LinkState, rate: number | undefined): void;
  setPhonePresent(present: boolean): void;
  /** Calls the listener when the link comes up or goes down, until the returned function is called. */
  listen(listener: (connected: boolean) => void): () => void;
  /** Sends a frame to the phone; false when the link is down. */
  toPhone(bytes: Uint8Array): boolean;
  /** Sends a frame to the watch; false when the link is down. */
  toWatch(bytes: Uint8Array): boolean;
  /** The receiver of frames on the phone. */
  onPhone: Receiver | undefined;
  /** The receiver of frames on the watch. */
  onWatch: Receiver | undefined;
}

const TYPES: Readonly<Record<number, string>> = { 1: 'shake', 2: 'close', 4: 'data', 5: 'data', 6: 'log' };

/** Type and length of a frame, for the log. */
function frameText(bytes: Uint8Array): string {
  const type = (bytes[2] ?? 0) | ((bytes[3] ?? 0) << 8);
  return `${TYPES[type] ?? `type ${type}`} ${bytes.length} B`;
}

/**
 * Creates a link that is up.
 * @param random decides which frames a fault hits
 */
export function createLink(clock: Clock, log: EventLog, random: () => number): Link {
  const listeners = new Set<(connected: boolean) => void>();
  let state: LinkState = 'up';
  let rate = DEFAULT_RATE;
  let phonePresent = true;
  /** Counts the changes of the link. A frame on its way is lost if the connection on which it was sent has ended. */
  let generation = 0;
  const isConnected = (): boolean => phonePresent && state !== 'down';

  /** Tells the listeners, if the link has changed. */
  function changed(before: boolean): void {
    const now = isConnected();
    if (now === before) return;
    generation += 1;
    log.emit('frame', now ? 'link up' : 'link down');
    for (const listener of Array.from(listeners)) listener(now);
  }

  function damaged(bytes: Uint8Array): Uint8Array {
    const copy = bytes.slice();
    if (copy.length <= HEADER_BYTES) return copy;
    const index = HEADER_BYTES + Math.floor(random() * (copy.length - HEADER_BYTES));
    copy[index] = (copy[index] ?? 0) ^ (1 << Math.floor(random() * 8));
    return copy;
  }

  function carry(bytes: Uint8Array, way: string, receiver: () => Receiver | undefined): boolean {
    if (!isConnected()) return false;
    const copy = bytes.slice();
    const hit = state !== 'up' && state !== 'slow' && random() < rate;
    log.emit('frame', `${way} ${frameText(copy)}${hit ? ` ${state}` : ''}`, { bytes: copy.length });
    if (hit && state === 'lossy') return true;
    const body = hit && state === 'damaged' ? damaged(copy) : copy;
    const extraMs = hit && state === 'reordered' ? Math.ceil(random() * REORDER_MS) : 0;
    const delayMs = (state === 'slow' ? SLOW_MS : LATENCY_MS) + extraMs;
    const sentOn = generation;
    const deliver = (): void => {
      if (sentOn === generation) receiver()?.(body.slice());
    };
    clock.after(delayMs, deliver);
    if (hit && state === 'doubled') clock.after(delayMs, deliver);
    return true;
  }

  const link: Link = {
    get connected() {
      return isConnected();
    },
    get state() {
      return state;
    },
    set(next, chance) {
      const before = isConnected();
      state = next;
      rate = chance ?? DEFAULT_RATE;
      changed(before);
    },
    setPhonePresent(present) {
      const before = isConnected();
      phonePresent = present;
      changed(before);
    },
    listen(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    toPhone: (bytes) => carry(bytes, 'watch to phone', () => link.onPhone),
    toWatch: (bytes) => carry(bytes, 'phone to watch', () => link.onWatch),
    onPhone: undefined,
    onWatch: undefined,
  };
  return link;
}
