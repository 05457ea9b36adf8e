/** The state that watch and phone have when the page starts, as the file that the page fetches. */
import type { FetchRule } from '../engine/phone/fetch-rules.ts';
import type { BackgroundConsent } from '../engine/types.ts';

/** A number that grows with each new build of the app. */
export const VERSION_PATH = 'version.txt';
/** The service worker of the static demo. */
export const OFFLINE_WORKER = 'offline.js';
/** Folder of the app's parts, relative to the page: `list.json`, and `0.zpk` and so on. */
export const PARTS_FOLDER = 'app';
/** Address of the file, relative to the page. `main.ts` fetches it. */
export const INITIAL_STATE_PATH = 'initial-state.json';

/** See the options of the same names in `SimulationOptions`. Without them, watch and phone are new. */
export interface InitialState {
  readonly files?: ReadonlyMap<string, Uint8Array>;
  readonly phoneStorage?: Readonly<Record<string, string>>;
  readonly backgroundConsent?: BackgroundConsent;
  readonly fetchRules?: readonly FetchRule[];
  /** What a person who sees the page for the first time should press, as a sentence. */
  readonly hint?: string;
  /** What the app means by its vibrations, by their pulses in words: `{ 'short, short': 'Is it easing?' }`. */
  readonly vibrations?: Readonly<Record<string, string>>;
  /** Pages beside the simulator's, which its header names: their addresses are relative to the page. */
  readonly links?: readonly { readonly text: string; readonly address: string }[];
  /** The page is the static demo, which opens without a network once it was opened with one. */
  readonly isDemo?: boolean;
  /** The app may be built anew while the page is open. */
  readonly isLive?: boolean;
}

/** The content of the file: files as base64 by path, and stored texts by key. */
export function initialStateJson({
  files = new Map(),
  phoneStorage = {},
  backgroundConsent = 'open',
  fetchRules,
  hint,
  vibrations,
  links,
  isDemo,
  isLive,
}: InitialState): string {
  const encoded: Record<string, string> = {};
  for (const [path, bytes] of files) encoded[path] = Buffer.from(bytes).toString('base64');
  return JSON.stringify({
    files: encoded,
    phoneStorage,
    backgroundConsent,
    fetchRules,
    hint,
    vibrations,
    links,
    isDemo,
    isLive,
  });
}
