import type { BackgroundConsent } from '../engine/types.ts';

/** What was on watch and phone before, and what the wearer has allowed. */
export interface InitialState {
  readonly files?: ReadonlyMap<string, Uint8Array>;
  readonly phoneStorage?: Readonly<Record<string, string>>;
  readonly backgroundConsent?: BackgroundConsent;
}

/** As the page reads it: files by name in base64, stored texts by key. */
export function initialStateJson({
  files = new Map(),
  phoneStorage = {},
  backgroundConsent = 'open',
}: InitialState): string {
  const given: Record<string, string> = {};
  for (const [name, bytes] of files) given[name] = Buffer.from(bytes).toString('base64');
  return JSON.stringify({ files: given, phoneStorage, backgroundConsent });
}
