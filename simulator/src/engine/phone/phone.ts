/**
 * The phone: its companion app answers shakes, adds and strips the outer header of frames, keeps the settings storage, and
 * starts and ends the side service and the settings page.
 */
import { Buffer } from 'buffer/index.js';
import type { Task } from '../clock.ts';
import type { SettingsNode } from '../types.ts';
import type { World } from '../world.ts';
import { createSettingsPage, type SettingsPage } from './settings-page.ts';
import { type Change, createSettingsStorage, type SettingsStorage } from './settings-storage.ts';
import { createSideService, type LaunchReasons, type SideService } from './side-service.ts';

/** Port of the app on the watch, as in zml. */
const WATCH_PORT = 20;
/** Size of the outer header of a frame, bytes. */
const HEADER_BYTES = 16;
/** The types of frames that zml uses. */
const SHAKE = 1;
const CLOSE = 2;
const DATA = 4;
/** How long a side service lives after the last frame where it is assumed to be short-lived, ms. */
const SHORT_LIFE_MS = 20_000;

export interface Phone {
  /** Whether the phone is in reach of the watch. */
  readonly present: boolean;
  readonly storage: SettingsStorage;
  readonly sideRunning: boolean;
  /** The settings page, or null while it is closed or blank. */
  readonly settings: SettingsNode | null;
  /** Returns the side service and starts it when it does not run; undefined when the app has none. */
  startSide(reasons: LaunchReasons): SideService | undefined;
  /** The watch has opened a new connection. */
  watchConnected(): void;
  /** Opens the settings page, anew when it is open. */
  openSettings(): void;
  callSettings(id: number, handler: string, args: readonly unknown[]): void;
  setPresent(present: boolean): void;
  /** Ends the companion app, and with it side service and settings page, without callbacks. */
  kill(): void;
}

function headerOf(bytes: Uint8Array): { type: number; appId: number } {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return { type: view.getUint16(2, true), appId: view.getUint32(8, true) };
}

export function createPhone(world: World): Phone {
  const storage = createSettingsStorage(world.log, world.options.phoneStorage);
  let side: SideService | undefined;
  let settings: SettingsPage | undefined;
  let port = 1000;
  /** After the link came back, shakes stay unanswered until the watch connects anew (field report, Active 2). */
  let stale = false;
  let present = true;
  let ending: Task | undefined;

  /** A frame for the watch: the outer header, then the payload. */
  function frame(type: number, payload: Uint8Array): Uint8Array {
    const header = Buffer.alloc(HEADER_BYTES);
    header.writeUInt8(1, 0);
    header.writeUInt8(1, 1);
    header.writeUInt16LE(type, 2);
    header.writeUInt16LE(WATCH_PORT, 4);
    header.writeUInt16LE(port, 6);
    header.writeUInt32LE(world.app.manifest.app.appId, 8);
    return new Uint8Array(Buffer.concat([header, payload]));
  }

  function receive(bytes: Uint8Array): void {
    if (bytes.length < HEADER_BYTES) return;
    const { type, appId } = headerOf(bytes);
    if (type === CLOSE) {
      stale = false;
      return;
    }
    if (stale) return;
    if (side === undefined && world.assumed.is('side-cold-start', 'silent')) return;
    if (world.assumed.is('side-life', 'short')) endSideLater();
    if (type === SHAKE) {
      if (phone.startSide({}) !== undefined) world.link.toWatch(frame(SHAKE, Buffer.from([appId & 0xff])));
      return;
    }
    const payload = bytes.slice(HEADER_BYTES);
    phone.startSide({})?.receive(payload.buffer);
  }

  function endSide(withCallbacks: boolean): void {
    const old = side;
    side = undefined;
    old?.end(withCallbacks);
  }

  /** Ends the service when no frame has come for a while. */
  function endSideLater(): void {
    world.clock.cancel(ending);
    ending = world.clock.after(SHORT_LIFE_MS, () => endSide(true));
  }

  world.link.onPhone = receive;
  world.link.listen((connected) => {
    if (!connected || side === undefined) return;
    endSide(true);
    stale = true;
  });

  storage.listen((change: Change) => {
    settings?.rebuildSoon();
    if (side === undefined && present) phone.startSide({ settingsChanged: change });
  });

  const phone: Phone = {
    get present() {
      return present;
    },
    storage,
    get sideRunning() {
      return side !== undefined;
    },
    get settings() {
      return settings?.tree ?? null;
    },
    startSide(reasons) {
      if (side !== undefined) return side;
      const path = world.app.manifest.module['app-side']?.path;
      if (path === undefined || !world.app.phoneFiles.has('app-side.js')) return undefined;
      port += 1;
      side = createSideService(world, {
        port,
        reasons,
        send: (bytes) => void world.link.toWatch(frame(DATA, bytes)),
      });
      side.start();
      return side;
    },
    watchConnected() {
      stale = false;
    },
    openSettings() {
      settings?.close();
      settings = createSettingsPage(world);
    },
    callSettings: (id, handler, args) => settings?.call(id, handler, args),
    setPresent(inReach) {
      present = inReach;
      if (!inReach) phone.kill();
      world.link.setPhonePresent(inReach);
    },
    kill() {
      if (world.assumed.is('phone-storage', 'lost')) storage.loseLast();
      endSide(false);
      settings?.close();
      settings = undefined;
    },
  };
  return phone;
}
