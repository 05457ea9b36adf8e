/**
 * What the page asks of the service. The page never writes a key that the service writes: it posts `cmd:` keys, which the
 * service carries out in their order and takes away. Each may be carried out twice without harm, since a kill may come between.
 */
import { fromHex } from '../utils/core/base/hex.ts';
import { type Frame, frameAt } from '../utils/core/log/frame.ts';
import type { PhoneConfig } from '../utils/core/sync/inbox.ts';
import type { SessionStore, TextStore } from './session-store.ts';

const PREFIX = 'cmd:';

export type Command =
  /** Delete everything, on the phone and on each watch that it has met. */
  | { readonly type: 'erase' }
  /** Merge the page's choices into the phone's. */
  | { readonly type: 'config'; readonly text: string }
  /** Take back exported records: frames of one watch, hexadecimal. */
  | { readonly type: 'import'; readonly install: number; readonly frames: readonly string[] };

/** The key under which the page posts its next command; `nowMs` orders them. */
export function commandKey(nowMs: number): string {
  return PREFIX + String(nowMs).padStart(15, '0');
}

/** Carries out what is posted. @returns a sentence for each command that could not be, which stays posted */
export function runCommands(
  texts: TextStore,
  store: SessionStore,
  config: PhoneConfig | null,
): readonly string[] {
  const faults: string[] = [];
  const keys = Object.keys(texts.toObject()).filter((key) => key.indexOf(PREFIX) === 0);
  for (const key of keys.sort()) {
    const fault = run(texts.getItem(key) ?? '', store, config);
    if (fault === null) texts.removeItem(key);
    else faults.push(`${key}: ${fault}`);
  }
  return faults;
}

function run(text: string, store: SessionStore, config: PhoneConfig | null): string | null {
  const command = parse(text);
  if (command === null) return 'not a command that this version knows';
  if (command.type === 'erase') return store.forgetAll() ? null : 'the phone could not delete everything';
  if (command.type === 'config') {
    const isMerged = config !== null && config.merge(command.text) !== null;
    return isMerged ? null : 'the phone could not store the choices';
  }
  const frames: Frame[] = [];
  for (const [at, hex] of command.frames.entries()) {
    const bytes = fromHex(hex);
    const frame = bytes === null ? null : frameAt(bytes, 0);
    if (frame === null || frame.bytes.length * 2 !== hex.length) return `record ${at + 1} is damaged`;
    frames.push(frame);
  }
  return store.insert(command.install, frames) ? null : 'the phone could not store the records';
}

function parse(text: string): Command | null {
  try {
    const { type, install, frames, text: given } = JSON.parse(text);
    if (type === 'erase') return { type };
    if (type === 'config' && typeof given === 'string') return { type, text: given };
    const isImport = type === 'import' && Number.isInteger(install) && install > 0 && Array.isArray(frames);
    return isImport ? { type, install, frames: frames.map(String) } : null;
  } catch {
    return null;
  }
}
