/**
 * Carries out the commands that the phone page posts under `cmd:` keys, and removes each when it is done, or has failed.
 * Carrying out a command twice has the same effect as once, so a service that dies half way simply starts over.
 */
import { sentence } from '../utils/core/base/result.ts';
import { readImport } from '../utils/core/export/read-import.ts';
import { INTEGRATIONS } from '../utils/core/integrations/integration.ts';
import { integrationKeys } from '../utils/core/integrations/setup.ts';
import { RING_KEYS } from '../utils/core/ring-entries.ts';
import type { PhonePreferences } from '../utils/core/sync/inbox.ts';
import { isCommandKey, type PhoneCommand, parseCommand } from '../utils/core/sync/phone-commands.ts';
import {
  FAILED_COMMANDS_KEY,
  hasFailed,
  IMPORT_DELETED_KEY,
  IMPORT_RESULT_KEY,
} from '../utils/core/sync/phone-keys.ts';
import { importRecords, restoreRecords } from './import-records.ts';
import { changeIntegration } from './integrations/change-integration.ts';
import { type PhoneStorage, removeKey, writeText } from './phone-storage.ts';
import type { PhoneRecordStore } from './record-store.ts';

export interface CommandPorts {
  readonly storage: PhoneStorage;
  readonly records: PhoneRecordStore;
  readonly preferences: PhonePreferences;
  readonly nowMs: () => number;
  /** Takes a sentence that contains none of the wearer's values. */
  readonly report: (line: string) => void;
}

/** Carries out every waiting command. Never throws, so that the watch gets an answer whatever the storage does. */
export function runCommands(ports: CommandPorts): void {
  const { storage, report } = ports;
  for (const key of Object.keys(storage.toObject()).filter(isCommandKey)) {
    const text = storage.getItem(key);
    if (typeof text !== 'string') continue;
    const command = parseCommand(key, text);
    if (!command.ok) report(sentence(command.failure));
    const isDone = command.ok && isCarriedOut(ports, command.value);
    if (command.ok && !isDone) report(`${key}: the phone could not store it`);
    // The page may have posted another command meanwhile; that one waits for the next turn.
    if (storage.getItem(key) === text) removeKey(storage, key);
    noteFailure(storage, key, command.ok && !isDone);
  }
}

/** Says to the page whether the last command of this kind has failed. What the command has held by itself makes room for it. */
function noteFailure(storage: PhoneStorage, key: string, isFailed: boolean): void {
  const text = storage.getItem(FAILED_COMMANDS_KEY) ?? '';
  if (hasFailed(text, key) === isFailed) return;
  const others = text.split(' ').filter((one) => one !== '' && one !== key);
  const failed = isFailed ? [...others, key] : others;
  if (failed.length === 0) removeKey(storage, FAILED_COMMANDS_KEY);
  else writeText(storage, FAILED_COMMANDS_KEY, failed.join(' '));
}

function isCarriedOut(ports: CommandPorts, command: PhoneCommand): boolean {
  try {
    return carryOut(ports, command);
  } catch {
    return false;
  }
}

/** Returns false if the storage did not take it. */
function carryOut(ports: CommandPorts, command: PhoneCommand): boolean {
  const { storage, records, report } = ports;
  switch (command.kind) {
    case 'erase':
      return erase(ports);
    case 'preferences':
      return ports.preferences.merge(command.text) !== null;
    case 'import': {
      const read = readImport(command.text);
      if (read.ok) return importRecords(storage, records, read.value);
      report(`import: ${read.fault.key}`);
      return true;
    }
    case 'restore':
      return restoreRecords(storage, records);
    case 'integration':
      return changeIntegration(storage, command, ports.nowMs());
  }
}

/**
 * Deletes all records for good, on the watch too (see `forgetAll`), the reports, and everything about integrations. Returns
 * false if the records could not be deleted. They go last: what goes before makes room for the marks that they need.
 */
function erase({ storage, records }: CommandPorts): boolean {
  for (const integration of INTEGRATIONS) {
    for (const key of Object.values(integrationKeys(integration))) removeKey(storage, key);
  }
  for (const key of [IMPORT_RESULT_KEY, IMPORT_DELETED_KEY, ...RING_KEYS]) removeKey(storage, key);
  return records.forgetAll();
}
