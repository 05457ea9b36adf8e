/**
 * A simulation's options as plain data, for machines that only texts reach: QuickJS and a page in a browser; and what has become of it, back. Functions
 * do not cross; what the web would answer crosses as a value.
 */
import { Buffer } from 'buffer/index.js';
import type { Breach, Manifest, Pulse, SimEvent, Simulation, SimulationOptions } from './types.ts';
import { settingsTexts, widgetTexts } from './visible-texts.ts';

/** Bytes of a picture that the engine reads: its head, for the size. */
const PICTURE_HEAD_BYTES = 64;

/** Files by path, base64. */
type FileTexts = Readonly<Record<string, string>>;

export interface SerializedOptions extends Omit<SimulationOptions, 'app' | 'fetch' | 'files'> {
  readonly manifest: Manifest;
  readonly deviceFiles: FileTexts;
  readonly phoneFiles: FileTexts;
  readonly files: FileTexts;
  /** What every `fetch` of the side service is answered; without it, fetch is refused by name. */
  readonly fetchResponse?: unknown;
}

function textsOf(files: ReadonlyMap<string, Uint8Array>): FileTexts {
  const texts: Record<string, string> = {};
  for (const [path, bytes] of Array.from(files)) {
    const head = path.slice(-4) === '.png' ? bytes.slice(0, PICTURE_HEAD_BYTES) : bytes;
    texts[path] = Buffer.from(head).toString('base64');
  }
  return texts;
}

function filesOf(texts: FileTexts): Map<string, Uint8Array> {
  const files = new Map<string, Uint8Array>();
  for (const path of Object.keys(texts)) {
    files.set(path, new Uint8Array(Buffer.from(texts[path] ?? '', 'base64')));
  }
  return files;
}

/** `options.fetch` stays behind. */
export function serializeOptions(options: SimulationOptions, fetchResponse?: unknown): SerializedOptions {
  const { app, fetch: _, files, ...rest } = options;
  return {
    ...rest,
    manifest: app.manifest,
    deviceFiles: textsOf(app.deviceFiles),
    phoneFiles: textsOf(app.phoneFiles),
    files: textsOf(files ?? new Map()),
    ...(fetchResponse === undefined ? {} : { fetchResponse }),
  };
}

/** The options on the other side. */
export function deserializeOptions(crossed: SerializedOptions): SimulationOptions {
  const { manifest, deviceFiles, phoneFiles, files, fetchResponse, ...rest } = crossed;
  return {
    ...rest,
    app: { manifest, deviceFiles: filesOf(deviceFiles), phoneFiles: filesOf(phoneFiles) },
    files: filesOf(files),
    ...(fetchResponse === undefined ? {} : { fetch: () => Promise.resolve(fetchResponse) }),
  };
}

/** What is compared between bodies, as plain data. */
export interface RunResult {
  readonly events: readonly SimEvent[];
  readonly breaches: readonly Breach[];
  readonly pulses: readonly Pulse[];
  readonly storage: readonly (readonly [key: string, value: string])[];
  /** What the watch shows at the end. */
  readonly texts: readonly string[];
  /** What the phone's settings page shows at the end. */
  readonly settingsTexts: readonly string[];
}

export function resultOf(sim: Simulation): RunResult {
  return {
    events: sim.events,
    breaches: sim.breaches,
    pulses: sim.pulses,
    storage: Array.from(sim.phone.storage),
    texts: widgetTexts(sim.watch.widgets),
    settingsTexts: settingsTexts(sim.phone.settings),
  };
}
