/**
 * Serialises the options and the result of a simulation for hosts that exchange only plain data with Node: QuickJS and a page
 * in a browser.
 */
import { Buffer } from 'buffer/index.js';
import type { Manifest } from './manifest.ts';
import type {
  Breach,
  Pulse,
  SimEvent,
  Simulation,
  SimulationOptions,
  WatchView,
  WidgetNode,
} from './types.ts';
import { settingsTexts, widgetTexts } from './visible-texts.ts';

/** How much of a picture file the engine needs to read its size, bytes. */
const PICTURE_HEAD_BYTES = 64;

/** Files as base64, by path. */
type EncodedFiles = Readonly<Record<string, string>>;

export interface SerializedOptions
  extends Omit<SimulationOptions, 'app' | 'fetch' | 'files' | 'collectGarbage'> {
  readonly manifest: Manifest;
  readonly deviceFiles: EncodedFiles;
  readonly phoneFiles: EncodedFiles;
  readonly files: EncodedFiles;
}

function encodeFiles(files: ReadonlyMap<string, Uint8Array>): EncodedFiles {
  const encoded: Record<string, string> = {};
  for (const [path, bytes] of Array.from(files)) {
    const head = path.slice(-4) === '.png' ? bytes.slice(0, PICTURE_HEAD_BYTES) : bytes;
    encoded[path] = Buffer.from(head).toString('base64');
  }
  return encoded;
}

function decodeFiles(encoded: EncodedFiles): Map<string, Uint8Array> {
  const files = new Map<string, Uint8Array>();
  for (const path of Object.keys(encoded)) {
    files.set(path, new Uint8Array(Buffer.from(encoded[path] ?? '', 'base64')));
  }
  return files;
}

/** Functions cannot be serialised, so `fetch` is left out. `fetchRules` are kept. */
export function serializeOptions(options: SimulationOptions): SerializedOptions {
  const { app, fetch: _fetch, collectGarbage: _collect, files, ...rest } = options;
  return {
    ...rest,
    manifest: app.manifest,
    deviceFiles: encodeFiles(app.deviceFiles),
    phoneFiles: encodeFiles(app.phoneFiles),
    files: encodeFiles(files ?? new Map()),
  };
}

/** Restores the options that `serializeOptions` has serialised. */
export function deserializeOptions(serialized: SerializedOptions): SimulationOptions {
  const { manifest, deviceFiles, phoneFiles, files, ...rest } = serialized;
  return {
    ...rest,
    app: { manifest, deviceFiles: decodeFiles(deviceFiles), phoneFiles: decodeFiles(phoneFiles) },
    files: decodeFiles(files),
  };
}

/** The properties that are plain data. Functions and cyclic values are left out. */
function plainProps(props: WidgetNode['props']): Record<string, unknown> {
  const kept: Record<string, unknown> = {};
  for (const name of Object.keys(props)) {
    try {
      const text = JSON.stringify(props[name]);
      if (text !== undefined) kept[name] = JSON.parse(text);
    } catch {
      // A cyclic value, such as the handle of another widget, is never drawn.
    }
  }
  return kept;
}

function plainWidget({ id, kind, props, visible, children }: WidgetNode): WidgetNode {
  return { id, kind, props: plainProps(props), visible, children: children.map(plainWidget) };
}

/** What the watch shows, as plain data. */
export function plainView(view: WatchView): WatchView {
  const { widgets, ...rest } = view;
  return { ...rest, widgets: widgets.map(plainWidget) };
}

/** The result of a run, as plain data that can be compared between hosts. */
export interface RunResult {
  readonly events: readonly SimEvent[];
  readonly breaches: readonly Breach[];
  readonly pulses: readonly Pulse[];
  readonly storage: readonly (readonly [key: string, value: string])[];
  /** Texts on the watch at the end. */
  readonly texts: readonly string[];
  /** Texts on the phone's settings page at the end. */
  readonly settingsTexts: readonly string[];
}

/** The result of a simulation so far. */
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
