/**
 * Carries out what the phone page asks for under `cmd:` keys, and takes each away when it is done. A command that is
 * carried out twice does no more than once, so that a service which dies half-way starts over.
 */

import { sentence } from '../utils/core/base/result.ts';
import { parseJson } from '../utils/core/export/json.ts';
import {
  emptyLedger,
  OUTLETS,
  type OutletLedger,
  parseLedger,
  retried,
} from '../utils/core/integrations/delivery-state.ts';
import {
  emptySetup,
  isComplete,
  ledgerKey,
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
import type { PhoneConfig } from '../utils/core/sync/inbox.ts';
import {
  isCommandKey,
  type OutletWish,
  type PhoneCommand,
  parseCommand,
} from '../utils/core/sync/phone-commands.ts';
import type { SessionStore, TextStore } from './record-store.ts';

export interface DeskTools {
  readonly texts: TextStore;
  readonly store: SessionStore;
  readonly config: PhoneConfig;
  readonly nowMs: () => number;
  /** Takes a sentence without any value in it. */
  readonly report: (line: string) => void;
}

/** Carries out every command that waits; true where there was one. */
export function runCommands(tools: DeskTools): boolean {
  const { texts, report } = tools;
  const keys = Object.keys(texts.toObject()).filter(isCommandKey);
  for (const key of keys) {
    const text = texts.getItem(key);
    if (typeof text !== 'string') continue;
    const command = parseCommand(key, text);
    if (!command.ok) report(sentence(command.failure));
    else if (!carryOut(tools, command.value)) {
      report(`${key}: the phone could not store it; it stays posted`);
      continue;
    }
    // The page may have asked for more meanwhile; that waits for the next turn.
    if (texts.getItem(key) === text) texts.removeItem(key);
  }
  return keys.length > 0;
}

/** False where it is to stay posted for another try. */
function carryOut(tools: DeskTools, command: PhoneCommand): boolean {
  switch (command.kind) {
    case 'erase':
      return erase(tools);
    case 'config':
      return tools.config.merge(command.text) !== null;
    case 'import':
      importRecords(tools, command.text);
      return true;
    case 'outlet':
      setUp(tools, command);
      return true;
  }
}

function importRecords({ texts, store, report }: DeskTools, text: string): void {
  const parsed = parseJson(text);
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
    const before = keptOf(texts, key, seqs);
    store.insert(install, frames);
    added += keptOf(texts, key, seqs) - before;
    known += before;
  }
  const lost = parsed.value.length - added - known;
  texts.setItem(IMPORT_RESULT_KEY, importResultText({ added, known, lost }));
}

/** How many of `seqs` a block keeps. */
function keptOf(texts: TextStore, key: string, seqs: readonly number[]): number {
  const kept = new Set(decodeBlock(texts.getItem(key)).frames.map((frame) => frame.seq));
  return seqs.filter((seq) => kept.has(seq)).length;
}

/** All records for good, on the watch too (see the store), and whatever belongs to outlets. False where that failed. */
function erase({ texts, store }: DeskTools): boolean {
  if (!store.forgetAll()) return false;
  for (const outlet of OUTLETS) {
    for (const key of [secretsKey(outlet), setupKey(outlet), ledgerKey(outlet)]) texts.removeItem(key);
  }
  for (const key of [IMPORT_RESULT_KEY, ...RING_KEYS]) texts.removeItem(key);
  return true;
}

function setUp({ texts, nowMs }: DeskTools, wish: OutletWish): void {
  const { outlet } = wish;
  const before = parseSetup(texts.getItem(setupKey(outlet)));
  const secrets = { ...parseSecrets(texts.getItem(secretsKey(outlet))) };
  let fault = '';
  if (wish.secret !== undefined) secrets.secret = wish.secret;
  if (wish.address !== undefined) {
    const address = parseAddress(wish.address);
    if (address.ok) secrets.address = address.value;
    else fault = sentence(address.failure);
  }
  const wantsOn = wish.isOn ?? before.isOn;
  const isOn = wantsOn && isComplete(outlet, secrets);
  if (wantsOn && !isOn && fault === '') fault = 'an address or a key is missing';
  texts.setItem(secretsKey(outlet), JSON.stringify(secrets));
  texts.setItem(ledgerKey(outlet), JSON.stringify(ledgerAfter(texts, wish, before.isOn, nowMs())));
  const host = secrets.address === '' ? '' : shownAddress(secrets.address);
  const setup = { ...emptySetup, isOn, host, hasSecret: secrets.secret !== '', fault };
  texts.setItem(setupKey(outlet), JSON.stringify(setup));
}

/** Switched on for the first time, an outlet begins at the log's end, or at its beginning where the wearer wants that. */
function ledgerAfter(texts: TextStore, wish: OutletWish, wasOn: boolean, nowMs: number): OutletLedger {
  const kept = parseLedger(texts.getItem(ledgerKey(wish.outlet)));
  const ledger = retried(kept ?? emptyLedger, nowMs);
  const isNew = kept === null || Object.keys(kept.through).length === 0;
  if (wish.isOn !== true || wasOn || !isNew || wish.earlier === true) return ledger;
  const through: Record<string, number> = {};
  for (const key of Object.keys(texts.toObject())) {
    const install = installOfKey(key);
    if (install === null) continue;
    const { frames } = decodeBlock(texts.getItem(key));
    const watch = install.toString(16);
    through[watch] = Math.max(frames[frames.length - 1]?.seq ?? 0, through[watch] ?? 0);
  }
  return { ...ledger, through };
}
