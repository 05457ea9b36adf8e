import type { BackgroundConsent } from '../engine/types.ts';

/** What was on watch and phone before, and what the wearer has allowed. */
export interface Past {
  readonly files?: ReadonlyMap<string, Uint8Array>;
  readonly phoneStorage?: Readonly<Record<string, string>>;
  readonly backgroundConsent?: BackgroundConsent;
}

/** As the page reads it: files by name in base64, stored texts by key. */
export function watchJson({
  files = new Map(),
  phoneStorage = {},
  backgroundConsent = 'open',
}: Past): string {
  const given: Record<string, string> = {};
  for (const [name, bytes] of files) given[name] = Buffer.from(bytes).toString('base64');
  return JSON.stringify({ files: given, phoneStorage, backgroundConsent });
}
