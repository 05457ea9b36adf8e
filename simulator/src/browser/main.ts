/** Starts the page: fetches the package and the initial state, and reads the options in the address. */
import { findDevice } from '../engine/devices.ts';
import { modelsInList, openZpk } from '../engine/package.ts';
import { messageOf } from '../engine/runtime/format-value.ts';
import type { AppPackage, BackgroundConsent, DeviceModel } from '../engine/types.ts';
import { OFFLINE_WORKER, PARTS_FOLDER, VERSION_PATH } from '../serve/initial-state.ts';
import { found } from './dom.ts';
import { type PageOptions, startPage } from './page.ts';
import type { SessionOptions } from './session.ts';

async function fetchBytes(name: string): Promise<Uint8Array> {
  const response = await fetch(new URL(name, document.baseURI));
  if (!response.ok) throw new Error(`${name}: the server answered ${response.status}`);
  return new Uint8Array(await response.arrayBuffer());
}

type InitialState = Pick<SessionOptions, 'files' | 'phoneStorage' | 'backgroundConsent'> &
  Pick<PageOptions, 'hint' | 'vibrations'>;

/** How often the page asks whether there is a new build, ms. */
const VERSION_POLL_MS = 1_000;

/** Loads the page again when the server has built the app anew. */
async function reloadAtNewVersion(): Promise<void> {
  const version = async (): Promise<string> => (await fetch(new URL(VERSION_PATH, document.baseURI))).text();
  const first = await version();
  setInterval(() => {
    version().then(
      (now) => {
        if (now !== first) location.reload();
      },
      () => undefined,
    );
  }, VERSION_POLL_MS);
}

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
    readonly isDemo?: boolean;
    readonly isLive?: boolean;
  };
  if (given.isLive === true) void reloadAtNewVersion();
  if (given.isDemo === true) void navigator.serviceWorker?.register(OFFLINE_WORKER);
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

/** The model named in the address, else the newest that the app serves. */
function firstDevice(models: readonly DeviceModel[], wanted: string | null): DeviceModel {
  const device = wanted === null ? models[0] : findDevice(wanted);
  if (device !== undefined && models.includes(device)) return device;
  const names = models.map(({ name }) => name).join(', ');
  throw new Error(`The app does not serve ${device?.name ?? 'any model'}. It serves: ${names || 'none'}.`);
}

async function start(): Promise<void> {
  const query = new URLSearchParams(location.search);
  const places = modelsInList(new TextDecoder().decode(await fetchBytes(`${PARTS_FOLDER}/list.json`)));
  const loadApp = async (device: DeviceModel): Promise<AppPackage> =>
    openZpk(await fetchBytes(`${PARTS_FOLDER}/${places.get(device)}.zpk`));
  const models = [...places.keys()];
  const device = firstDevice(models, query.get('device'));
  const [app, initialState] = await Promise.all([loadApp(device), fetchInitialState()]);
  const wanted = query.get('speed');
  const speed = Number(wanted);
  startPage({
    device,
    app,
    loadApp,
    models,
    ...initialState,
    speed: wanted !== null && Number.isFinite(speed) && speed >= 0 ? speed : null,
  });
}

start().catch((error: unknown) => {
  const container = found('breaches');
  container.hidden = false;
  container.textContent = `The simulator could not start: ${messageOf(error)}`;
});
