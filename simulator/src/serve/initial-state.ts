/** The state that watch and phone have when the page starts, as the file that the page fetches. */
import type { BackgroundConsent } from '../engine/types.ts';

/** Address of the file, relative to the page. `main.ts` fetches it. */
export const INITIAL_STATE_PATH = 'initial-state.json';

/** See the options of the same names in `SimulationOptions`. Without them, watch and phone are new. */
export interface InitialState {
  readonly files?: ReadonlyMap<string, Uint8Array>;
  readonly phoneStorage?: Readonly<Record<string, string>>;
  readonly backgroundConsent?: BackgroundConsent;
  /** What a person who sees the page for the first time should press, as a sentence. */
  readonly hint?: string;
  /** What the app means by its vibrations, by their pulses in words: `{ 'short, short': 'Is it easing?' }`. */
  readonly vibrations?: Readonly<Record<string, string>>;
}

/** The content of the file: files as base64 by path, and stored texts by key. */
export function initialStateJson({
  files = new Map(),
  phoneStorage = {},
  backgroundConsent = 'open',
  hint,
  vibrations,
}: InitialState): string {
  const encoded: Record<string, string> = {};
  for (const [path, bytes] of files) encoded[path] = Buffer.from(bytes).toString('base64');
  return JSON.stringify({ files: encoded, phoneStorage, backgroundConsent, hint, vibrations });
}
