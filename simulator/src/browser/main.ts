/** Starts the page: fetches the package and the initial state, and reads the options in the address. */
import { findDevice } from '../engine/devices.ts';
import { modelsServedBy } from '../engine/package.ts';
import { messageOf } from '../engine/runtime/format-value.ts';
import type { BackgroundConsent, DeviceModel } from '../engine/types.ts';
import { found } from './dom.ts';
import { type PageOptions, startPage } from './page.ts';
import type { SessionOptions } from './session.ts';

async function fetchPackage(): Promise<Uint8Array> {
  const response = await fetch(new URL('app.zab', document.baseURI));
  if (!response.ok) throw new Error(`app.zab: the server answered ${response.status}`);
  return new Uint8Array(await response.arrayBuffer());
}

type InitialState = Pick<SessionOptions, 'files' | 'phoneStorage' | 'backgroundConsent'> &
  Pick<PageOptions, 'hint' | 'vibrations'>;

/** State of watch and phone at the start. A server that has no such file starts both as new. */
async function fetchInitialState(): Promise<InitialState> {
  const response = await fetch(new URL('initial-state.json', document.baseURI));
  const files = new Map<string, Uint8Array>();
  if (!response.ok) return { files, phoneStorage: {}, backgroundConsent: 'open' };
  const given = (await response.json()) as {
    readonly files?: Readonly<Record<string, string>>;
    readonly phoneStorage?: Readonly<Record<string, string>>;
    readonly backgroundConsent?: BackgroundConsent;
    readonly hint?: string;
    readonly vibrations?: Readonly<Record<string, string>>;
  };
  for (const [name, base64] of Object.entries(given.files ?? {})) {
    files.set(
      name,
      Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0)),
    );
  }
  const { phoneStorage = {}, backgroundConsent = 'open', hint, vibrations } = given;
  return {
    files,
    phoneStorage,
    backgroundConsent,
    ...(hint === undefined ? {} : { hint }),
    ...(vibrations === undefined ? {} : { vibrations }),
  };
}

/** The model named in the address, else the newest that the package serves. */
function firstDevice(packageBytes: Uint8Array, wanted: string | null): DeviceModel {
  if (wanted !== null) return findDevice(wanted);
  const [newest] = modelsServedBy(packageBytes);
  if (newest === undefined) throw new Error('this package fits no model of the device list');
  return newest;
}

async function start(): Promise<void> {
  const query = new URLSearchParams(location.search);
  const packageBytes = await fetchPackage();
  const wanted = query.get('speed');
  const speed = Number(wanted);
  startPage({
    packageBytes,
    device: firstDevice(packageBytes, query.get('device')),
    ...(await fetchInitialState()),
    speed: wanted !== null && Number.isFinite(speed) && speed >= 0 ? speed : null,
  });
}

start().catch((error: unknown) => {
  const container = found('breaches');
  container.hidden = false;
  container.textContent = `The simulator could not start: ${messageOf(error)}`;
});
