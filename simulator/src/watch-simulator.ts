/** The package's API for programs and tests: open an app, create a watch that runs it, and drive both. */
import { fileURLToPath } from 'node:url';
import { DEVICES, findDevice } from './engine/devices.ts';
import { hasLevelFor, modelsServedBy, openPackage } from './engine/package.ts';
import { parseDuration } from './engine/script/verb-syntax.ts';
import type { AppPackage, DeviceModel, SimulationOptions } from './engine/types.ts';
import { createHeadless, type Duration, type Headless } from './headless/headless.ts';
import { notServed, packageBytes, USUAL_MODEL } from './headless/load-app.ts';

export type { FetchRule } from './engine/phone/fetch-rules.ts';
export type {
  AppPackage,
  Breach,
  DeviceModel,
  Pulse,
  SettingsNode,
  SimEvent,
  Simulation,
  SimulationOptions,
  Verb,
  WidgetNode,
} from './engine/types.ts';
export type { Duration } from './headless/headless.ts';

/** An app that is opened for one model. */
export interface OpenedApp {
  readonly app: AppPackage;
  /** The model that it is opened for. */
  readonly device: DeviceModel;
}

/** A watch with its phone, in virtual time. */
export type Watch = Headless;

/**
 * Opens an app: a source folder, which the official packer packs, a `.zab` or a `.zpk`. A folder is packed once for each state of its
 * files. Without a model, it is opened for Balance 2, or, if the app does not serve that, for the newest model that it serves.
 *
 * @param place the folder with `app.json`, or the file
 * @param model the name of a model, such as `Bip 6`
 * @throws Error naming the path and what is wrong with it, or the models that the app serves where `model` is not one of them
 */
export async function openApp(place: string | URL, model?: string): Promise<OpenedApp> {
  const path = typeof place === 'string' ? place : fileURLToPath(place);
  const wanted = model === undefined ? undefined : findDevice(model);
  const bytes = await packageBytes(path, wanted);
  const device = wanted ?? modelFor(bytes, path);
  const app = openPackage(bytes, device);
  if (!hasLevelFor(app.manifest, device)) throw new Error(notServed(path, device, modelsServedBy(bytes)));
  return { app, device };
}

/**
 * Creates a watch with an app on it. The app is installed and not launched, and time stands still until `advance` is called.
 *
 * @param options what the watch and the phone are like at the start, such as `watchLocale` or `files`
 */
export function createWatch(
  { app, device }: OpenedApp,
  options: Omit<SimulationOptions, 'app' | 'device'> = {},
): Watch {
  return createHeadless({ ...options, app, device });
}

/** A duration in milliseconds. @throws Error where a text is none */
export function durationMs(duration: Duration): number {
  return typeof duration === 'number' ? duration : parseDuration(duration);
}

/** The names of all models, newest first. */
export function modelNames(): readonly string[] {
  return DEVICES.map(({ name }) => name);
}

function modelFor(bytes: Uint8Array, path: string): DeviceModel {
  const served = modelsServedBy(bytes);
  const model = served.find(({ name }) => name === USUAL_MODEL) ?? served[0];
  if (model === undefined) throw new Error(`${path} serves no model of the device list.`);
  return model;
}
