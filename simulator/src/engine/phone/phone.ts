/**
 * The phone: the companion app that answers shakes, adds and strips the outer header, keeps the settings storage,
 * and starts and ends the side service and the settings page. Runs no app code itself.
 */
import { Buffer } from 'buffer/index.js';
import type { Task } from '../clock.ts';
import type { SettingsNode } from '../types.ts';
import type { World } from '../world.ts';
import { createSettingsPage, type SettingsPage } from './settings-page.ts';
import { type Change, createSettingsStorage, type SettingsStorage } from './settings-storage.ts';
import { createSideService, type LaunchReasons, type SideService } from './side-service.ts';

/** Port of the app on the watch, as zml uses it. */
const WATCH_PORT = 20;
const HEADER_BYTES = 16;
const SHAKE = 1;
const CLOSE = 2;
const DATA = 4;
/** How long a side service lives after the last frame, where it is assumed not to last, ms. */
const SHORT_LIFE_MS = 20_000;

export interface Phone {
  present: boolean;
  readonly storage: SettingsStorage;
  readonly sideRunning: boolean;
  readonly sidePort: number;
  readonly settings: SettingsNode | null;
  /** The side service, started when it does not run; undefined when the app has none. */
  wakeSide(reasons: LaunchReasons): SideService | undefined;
  readonly side: SideService | undefined;
  /** The watch opened its end anew. */
  watchConnected(): void;
  openSettings(): void;
  callSettings(id: number, handler: string, args: readonly unknown[]): void;
  setPresent(present: boolean): void;
  /** The companion app dies: side service and settings page with it, without callbacks. */
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
  /** After the link came back, shakes stay unanswered until the watch opens its end anew (field report, Active 2). */
  let stale = false;
  let ending: Task | undefined;

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
      if (phone.wakeSide({}) !== undefined) world.link.toWatch(frame(SHAKE, Buffer.from([appId & 0xff])));
      return;
    }
    const payload = bytes.slice(HEADER_BYTES);
    phone.wakeSide({})?.receive(payload.buffer);
  }

  function endSide(withCallbacks: boolean): void {
    const old = side;
    side = undefined;
    old?.end(withCallbacks);
  }

  /** The companion app ends a service that nobody has spoken to. */
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
    if (side === undefined && phone.present) phone.wakeSide({ settingsChanged: change });
  });

  const phone: Phone = {
    present: true,
    storage,
    get sideRunning() {
      return side !== undefined;
    },
    get sidePort() {
      return port;
    },
    get side() {
      return side;
    },
    get settings() {
      return settings?.tree ?? null;
    },
    wakeSide(reasons) {
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
    setPresent(present) {
      phone.present = present;
      if (!present) phone.kill();
      world.link.setPhonePresent(present);
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
