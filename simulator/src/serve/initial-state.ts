/** The state that watch and phone have when the page starts, as the file that the page fetches. */
import type { BackgroundConsent } from '../engine/types.ts';

/** Address of the file, relative to the page. `main.ts` fetches it. */
export const INITIAL_STATE_PATH = 'initial-state.json';

/** See the options of the same names in `SimulationOptions`. Without them, watch and phone are new. */
export interface InitialState {
  readonly files?: ReadonlyMap<string, Uint8Array>;
  readonly phoneStorage?: Readonly<Record<string, string>>;
  readonly backgroundConsent?: BackgroundConsent;
}

/** The content of the file: files as base64 by path, and stored texts by key. */
export function initialStateJson({
  files = new Map(),
  phoneStorage = {},
  backgroundConsent = 'open',
}: InitialState): string {
  const encoded: Record<string, string> = {};
  for (const [path, bytes] of files) encoded[path] = Buffer.from(bytes).toString('base64');
  return JSON.stringify({ files: encoded, phoneStorage, backgroundConsent });
}
