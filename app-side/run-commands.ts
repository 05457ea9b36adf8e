/**
 * Carries out the commands that the phone page posts under `cmd:` keys, and removes each when it is done. Carrying out a command
 * twice has the effect of once, so a service that dies half-way simply starts over.
 */
import { sentence } from '../utils/core/base/result.ts';
import { parseJsonExport } from '../utils/core/export/json.ts';
import { INTEGRATIONS } from '../utils/core/integrations/integration.ts';
import { integrationKeys } from '../utils/core/integrations/setup.ts';
import type { Frame } from '../utils/core/log/frame.ts';
import { RING_KEYS } from '../utils/core/ring-entries.ts';
import { blockKey, decodeBlock } from '../utils/core/sync/frame-block.ts';
import type { PhonePreferences } from '../utils/core/sync/inbox.ts';
import { isCommandKey, type PhoneCommand, parseCommand } from '../utils/core/sync/phone-commands.ts';
import { IMPORT_RESULT_KEY, importResultText } from '../utils/core/sync/phone-keys.ts';
import { changeIntegration } from './integrations/change-integration.ts';
import type { PhoneStorage } from './phone-storage.ts';
import type { PhoneRecordStore } from './record-store.ts';

export interface CommandPorts {
  readonly storage: PhoneStorage;
  readonly records: PhoneRecordStore;
  readonly preferences: PhonePreferences;
  readonly nowMs: () => number;
  /** Takes a sentence, which must not contain any value of the wearer's. */
  readonly report: (line: string) => void;
}

/** Carries out every command that waits. */
export function runCommands(ports: CommandPorts): void {
  const { storage, report } = ports;
  for (const key of Object.keys(storage.toObject()).filter(isCommandKey)) {
    const text = storage.getItem(key);
    if (typeof text !== 'string') continue;
    const command = parseCommand(key, text);
    if (!command.ok) report(sentence(command.failure));
    else if (!carryOut(ports, command.value)) {
      report(`${key}: the phone could not store it; it stays posted`);
      continue;
    }
    // The page may have posted another command meanwhile; that one waits for the next turn.
    if (storage.getItem(key) === text) storage.removeItem(key);
  }
}

/** Returns false where the command has to stay posted for another try. */
function carryOut(ports: CommandPorts, command: PhoneCommand): boolean {
  switch (command.kind) {
    case 'erase':
      return erase(ports);
    case 'preferences':
      return ports.preferences.merge(command.text) !== null;
    case 'import':
      importRecords(ports, command.text);
      return true;
    case 'integration':
      changeIntegration(ports.storage, command, ports.nowMs());
      return true;
  }
}

function importRecords({ storage, records, report }: CommandPorts, text: string): void {
  const parsed = parseJsonExport(text);
  if (!parsed.ok) {
    report(sentence(parsed.failure));
    return;
  }
  const blocks = new Map<string, { readonly install: number; readonly frames: Frame[] }>();
  for (const { install, frame } of parsed.value) {
    const key = blockKey(install, frame.seq);
    const block = blocks.get(key) ?? { install, frames: [] };
    block.frames.push(frame);
    blocks.set(key, block);
  }
  let added = 0;
  let known = 0;
  for (const [key, { install, frames }] of blocks) {
    const seqs = frames.map((frame) => frame.seq);
    const before = countStored(storage, key, seqs);
    records.insert(install, frames);
    added += countStored(storage, key, seqs) - before;
    known += before;
  }
  const lost = parsed.value.length - added - known;
  storage.setItem(IMPORT_RESULT_KEY, importResultText({ added, known, lost }));
}

/** How many of `seqs` are stored in a block. */
function countStored(storage: PhoneStorage, key: string, seqs: readonly number[]): number {
  const stored = new Set(decodeBlock(storage.getItem(key)).frames.map((frame) => frame.seq));
  return seqs.filter((seq) => stored.has(seq)).length;
}

/**
 * Deletes all records for good, on the watch too (see `forgetAll`), the reports, and everything about integrations. Returns
 * false where the records could not be deleted.
 */
function erase({ storage, records }: CommandPorts): boolean {
  if (!records.forgetAll()) return false;
  for (const integration of INTEGRATIONS) {
    for (const key of Object.values(integrationKeys(integration))) storage.removeItem(key);
  }
  for (const key of [IMPORT_RESULT_KEY, ...RING_KEYS]) storage.removeItem(key);
  return true;
}
