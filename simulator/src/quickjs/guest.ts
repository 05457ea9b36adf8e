/**
 * The engine's end inside QuickJS: a handful of global functions that speak JSON, because only texts and numbers
 * cross the border. Bundled into one script by `bundle.ts`; never imported by anything else.
 */
import { Buffer } from 'buffer/index.js';
import { createSimulation } from '../engine/simulation.ts';
import type { AppPackage, Simulation, SimulationOptions, Verb } from '../engine/types.ts';

type FileTexts = Readonly<Record<string, string>>;

/** What `start` takes: the options without functions, files as base64. */
export interface GuestOptions extends Omit<SimulationOptions, 'app' | 'fetch'> {
  readonly manifest: AppPackage['manifest'];
  readonly deviceFiles: FileTexts;
  readonly phoneFiles: FileTexts;
}

let sim: Simulation | undefined;

function running(): Simulation {
  if (sim === undefined) throw new Error('start the simulation first');
  return sim;
}

function filesOf(texts: FileTexts): Map<string, Uint8Array> {
  const files = new Map<string, Uint8Array>();
  for (const path of Object.keys(texts))
    files.set(path, new Uint8Array(Buffer.from(texts[path] ?? '', 'base64')));
  return files;
}

function plainWidgets(key: string, value: unknown): unknown {
  // Handles, listeners and parents are not part of what a widget shows.
  if (key === 'parent' || key === 'handle' || key === 'listeners') return undefined;
  return typeof value === 'function' ? undefined : value;
}

const guest = {
  start(json: string): void {
    const { manifest, deviceFiles, phoneFiles, ...rest } = JSON.parse(json) as GuestOptions;
    const app: AppPackage = { manifest, deviceFiles: filesOf(deviceFiles), phoneFiles: filesOf(phoneFiles) };
    sim = createSimulation({ ...rest, app });
  },
  perform: (json: string): void => running().perform(JSON.parse(json) as Verb),
  runNext: (): void => running().runNext(),
  /** -1 when nothing is due. */
  nextDueMs: (): number => running().nextDueMs() ?? -1,
  idleUntil: (uptimeMs: number): void => running().idleUntil(uptimeMs),
  uptimeMs: (): number => running().uptimeMs,
  eventsFrom: (index: number): string => JSON.stringify(running().events.slice(index)),
  breaches: (): string => JSON.stringify(running().breaches),
  pulses: (): string => JSON.stringify(running().pulses),
  watch: (): string => JSON.stringify(running().watch, plainWidgets),
  storage: (): string => JSON.stringify(Array.from(running().phone.storage)),
};

export type Guest = typeof guest;

(globalThis as unknown as { zeppGuest: Guest }).zeppGuest = guest;
