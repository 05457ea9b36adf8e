/** What a page with a watch fetches from the folder that it lies in: the app's parts, and the state of watch and phone. */
import { findDevice } from '../engine/devices.ts';
import { modelsInList, openZpk } from '../engine/package.ts';
import type { AppPackage, BackgroundConsent, DeviceModel } from '../engine/types.ts';
import { PARTS_FOLDER } from '../serve/initial-state.ts';
import type { SessionOptions } from './session.ts';

/** The state at the start, with what the page shows beside it; see `InitialState`. */
export interface FetchedState
  extends Pick<SessionOptions, 'files' | 'phoneStorage' | 'backgroundConsent' | 'fetchRules'> {
  readonly hint?: string;
  readonly vibrations?: Readonly<Record<string, string>>;
  readonly links?: readonly PageLink[];
  readonly isDemo?: boolean;
  readonly isLive?: boolean;
}

/** A link to a page beside the simulator's. */
export interface PageLink {
  readonly text: string;
  readonly address: string;
}

export interface FetchedApp extends Pick<SessionOptions, 'device' | 'app' | 'loadApp'> {
  /** The models that the app serves. */
  readonly models: readonly DeviceModel[];
}

async function fetchBytes(name: string): Promise<Uint8Array> {
  const response = await fetch(new URL(name, document.baseURI));
  if (!response.ok) throw new Error(`${name}: the server answered ${response.status}`);
  return new Uint8Array(await response.arrayBuffer());
}

/** Fetches the state of watch and phone at the start. If the server has no such file, both start as new. */
export async function fetchInitialState(): Promise<FetchedState> {
  const response = await fetch(new URL('initial-state.json', document.baseURI));
  const files = new Map<string, Uint8Array>();
  if (!response.ok) return { files, phoneStorage: {}, backgroundConsent: 'open' };
  const { files: encoded = {}, ...given } = (await response.json()) as Omit<
    Partial<FetchedState>,
    'files'
  > & {
    readonly files?: Readonly<Record<string, string>>;
    readonly backgroundConsent?: BackgroundConsent;
  };
  for (const [name, base64] of Object.entries(encoded)) {
    files.set(
      name,
      Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0)),
    );
  }
  return { phoneStorage: {}, backgroundConsent: 'open', ...given, files };
}

/** The model of this name, else the newest that the app serves. */
function firstDevice(models: readonly DeviceModel[], wanted: string | null): DeviceModel {
  const device = wanted === null ? models[0] : findDevice(wanted);
  if (device !== undefined && models.includes(device)) return device;
  const names = models.map(({ name }) => name).join(', ');
  throw new Error(`The app does not serve ${device?.name ?? 'any model'}. It serves: ${names || 'none'}.`);
}

/**
 * The app for one model.
 * @param wanted name of the model; null for the newest
 * @throws Error when the app does not serve it
 */
export async function fetchApp(wanted: string | null): Promise<FetchedApp> {
  const places = modelsInList(new TextDecoder().decode(await fetchBytes(`${PARTS_FOLDER}/list.json`)));
  const loadApp = async (device: DeviceModel): Promise<AppPackage> =>
    openZpk(await fetchBytes(`${PARTS_FOLDER}/${places.get(device)}.zpk`));
  const models = [...places.keys()];
  const device = firstDevice(models, wanted);
  return { device, app: await loadApp(device), loadApp, models };
}
