/**
 * Carries out the commands that the phone page posts under `cmd:` keys, and removes each when it is done. Carrying out a command
 * twice has the effect of once, so a service that dies half-way simply starts over.
 */
import { sentence } from '../utils/core/base/result.ts';
import { parseJsonExport } from '../utils/core/export/json.ts';
import {
  type DeliveryState,
  emptyDeliveryState,
  parseDeliveryState,
  retryAll,
} from '../utils/core/integrations/delivery-state.ts';
import { INTEGRATIONS } from '../utils/core/integrations/integration.ts';
import {
  deliveryStateKey,
  type IntegrationSecrets,
  type IntegrationSetup,
  isComplete,
  parseSecrets,
  parseSetup,
  secretsKey,
  setupKey,
} from '../utils/core/integrations/setup.ts';
import { parseAddress, shownAddress } from '../utils/core/integrations/webhook-address.ts';
import type { Frame } from '../utils/core/log/frame.ts';
import { RING_KEYS } from '../utils/core/ring-entries.ts';
import { blockKey, decodeBlock, installOfKey } from '../utils/core/sync/frame-block.ts';
import { IMPORT_RESULT_KEY, importResultText } from '../utils/core/sync/import-result.ts';
import type { PhonePreferences } from '../utils/core/sync/inbox.ts';
import {
  type IntegrationChange,
  isCommandKey,
  type PhoneCommand,
  parseCommand,
} from '../utils/core/sync/phone-commands.ts';
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
      changeIntegration(ports, command);
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
    storage.removeItem(secretsKey(integration));
    storage.removeItem(setupKey(integration));
    storage.removeItem(deliveryStateKey(integration));
  }
  for (const key of [IMPORT_RESULT_KEY, ...RING_KEYS]) storage.removeItem(key);
  return true;
}

function changeIntegration({ storage, nowMs }: CommandPorts, change: IntegrationChange): void {
  const { integration } = change;
  const before = parseSetup(storage.getItem(setupKey(integration)));
  const { secrets, fault } = changedSecrets(parseSecrets(storage.getItem(secretsKey(integration))), change);
  const wantsOn = change.isOn ?? before.isOn;
  const isOn = wantsOn && isComplete(integration, secrets);
  const setup: IntegrationSetup = {
    isOn,
    host: secrets.address === '' ? '' : shownAddress(secrets.address),
    hasSecret: secrets.secret !== '',
    fault: wantsOn && !isOn && fault === '' ? 'an address or a key is missing' : fault,
  };
  const state = changedDeliveryState(storage, change, before.isOn, nowMs());
  storage.setItem(secretsKey(integration), JSON.stringify(secrets));
  storage.setItem(deliveryStateKey(integration), JSON.stringify(state));
  storage.setItem(setupKey(integration), JSON.stringify(setup));
}

/** The secrets with the change in them. An address that cannot be used changes nothing; `fault` says what is wrong with it. */
function changedSecrets(
  before: IntegrationSecrets,
  change: IntegrationChange,
): { readonly secrets: IntegrationSecrets; readonly fault: string } {
  const secrets = { ...before, secret: change.secret ?? before.secret };
  if (change.address === undefined) return { secrets, fault: '' };
  const address = parseAddress(change.address);
  if (!address.ok) return { secrets, fault: sentence(address.failure) };
  return { secrets: { ...secrets, address: address.value }, fault: '' };
}

/**
 * The delivery state after a change. An integration that is switched on for the first time begins after the newest record of
 * the log, or at the oldest where the wearer wants the earlier sessions sent too.
 */
function changedDeliveryState(
  storage: PhoneStorage,
  { integration, isOn, earlier }: IntegrationChange,
  wasOn: boolean,
  nowMs: number,
): DeliveryState {
  const stored = parseDeliveryState(storage.getItem(deliveryStateKey(integration)));
  const state = retryAll(stored ?? emptyDeliveryState, nowMs);
  const isNew = stored === null || Object.keys(stored.through).length === 0;
  if (isOn !== true || wasOn || !isNew || earlier === true) return state;
  return { ...state, through: newestSeqs(storage) };
}

/** The newest stored seq of each watch, by watch in hex. */
function newestSeqs(storage: PhoneStorage): Readonly<Record<string, number>> {
  const newest: Record<string, number> = {};
  for (const key of Object.keys(storage.toObject())) {
    const install = installOfKey(key);
    if (install === null) continue;
    const { frames } = decodeBlock(storage.getItem(key));
    const watch = install.toString(16);
    newest[watch] = Math.max(frames[frames.length - 1]?.seq ?? 0, newest[watch] ?? 0);
  }
  return newest;
}
