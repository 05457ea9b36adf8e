/** Stores the records of a pasted export, and counts the result for each. */
import { fromHex, toHex } from '../utils/core/base/hex.ts';
import type { WatchFrame } from '../utils/core/export/json.ts';
import type { ImportedText, ImportFault } from '../utils/core/export/read-import.ts';
import { recordKey } from '../utils/core/integrations/integration.ts';
import { type Frame, frameAt, VOID } from '../utils/core/log/frame.ts';
import { blockKey, decodeBlock } from '../utils/core/sync/frame-block.ts';
import {
  checkedContent,
  checkedText,
  IMPORT_DELETED_KEY,
  IMPORT_RESULT_KEY,
  type ImportReason,
  importResultText,
} from '../utils/core/sync/phone-keys.ts';
import { type PhoneStorage, removeKey, writeText } from './phone-storage.ts';
import type { PhoneRecordStore } from './record-store.ts';

/** Stores the new records of the text. Records that were deleted on this phone before are set aside until the wearer wants them back. */
export function importRecords(
  storage: PhoneStorage,
  records: PhoneRecordStore,
  { frames, faults }: ImportedText,
): boolean {
  const isDeleted = ({ install, frame }: WatchFrame): boolean => frame.seq <= records.forgotten(install);
  return takeIn(storage, frames, faults, isDeleted, records.insert);
}

/** Stores the records that the last import has set aside. */
export function restoreRecords(storage: PhoneStorage, records: PhoneRecordStore): boolean {
  const { frames, faults } = readDeleted(storage.getItem(IMPORT_DELETED_KEY));
  return takeIn(storage, frames, faults, () => false, records.restore);
}

function takeIn(
  storage: PhoneStorage,
  listed: readonly WatchFrame[],
  faults: readonly ImportReason[],
  isDeleted: (record: WatchFrame) => boolean,
  store: PhoneRecordStore['insert'],
): boolean {
  const before = createLookup(storage, listed);
  const first = new Map<string, WatchFrame>();
  const reasons: ImportReason[] = faults.slice();
  const deleted = new Set<WatchFrame>();
  let known = 0;
  for (const record of [...listed.filter((one) => !isVoid(one)), ...listed.filter(isVoid)]) {
    const key = recordKey(record.install, record.frame.seq);
    const there = before(record) ?? hexOf(first.get(key));
    // That a record is lost says nothing if the record is there.
    if (there === hexOf(record) || (there !== undefined && isVoid(record))) known++;
    else if (there !== undefined) reasons.push('other');
    else if (isDeleted(record)) deleted.add(record);
    if (there === undefined) first.set(key, record);
  }
  const wanted = Array.from(first.values()).filter((record) => !deleted.has(record));
  for (const install of new Set(wanted.map((record) => record.install))) {
    store(
      install,
      wanted.filter((record) => record.install === install).map(({ frame }) => frame),
    );
  }
  const after = createLookup(storage, wanted);
  const added = wanted.filter((record) => after(record) === hexOf(record)).length;
  for (let at = added; at < wanted.length; at++) reasons.push('full');
  for (const _ of deleted) reasons.push('deleted');
  noteResult(storage, { added, known, reasons, deleted: Array.from(deleted) });
  return added === wanted.length;
}

interface Outcome {
  readonly added: number;
  readonly known: number;
  readonly reasons: readonly ImportReason[];
  readonly deleted: readonly WatchFrame[];
}

function noteResult(storage: PhoneStorage, { added, known, reasons, deleted }: Outcome): void {
  const counts: Partial<Record<ImportReason, number>> = {};
  for (const reason of reasons) counts[reason] = (counts[reason] ?? 0) + 1;
  writeText(
    storage,
    IMPORT_RESULT_KEY,
    importResultText({ added, known, lost: reasons.length, reasons: counts }),
  );
  // The checksum of the frame does not cover the number of its watch.
  const lines = deleted.map((record) => checkedText(`${record.install.toString(16)} ${hexOf(record)}`));
  if (lines.length === 0) removeKey(storage, IMPORT_DELETED_KEY);
  else writeText(storage, IMPORT_DELETED_KEY, lines.join('\n'));
}

function readDeleted(text: string | null | undefined): ImportedText {
  const frames: WatchFrame[] = [];
  const faults: ImportFault[] = [];
  for (const line of (text ?? '').split('\n').filter((one) => one !== '')) {
    const [watch = '', hex = ''] = checkedContent(line)?.split(' ') ?? [];
    const bytes = fromHex(hex);
    const frame = bytes === null ? null : frameAt(bytes, 0);
    if (frame === null) faults.push('damaged');
    else frames.push({ install: Number.parseInt(watch, 16), frame });
  }
  return { frames, faults };
}

/**
 * Gives the frame that is stored under a record's number, in hex; each block is read once. One that says only that the record is
 * lost makes room for the record.
 */
function createLookup(storage: PhoneStorage, records: readonly WatchFrame[]) {
  const stored = new Map<string, Frame>();
  for (const key of new Set(
    records.map(({ install, frame }) => `${install} ${blockKey(install, frame.seq)}`),
  )) {
    const [install = '', block = ''] = key.split(' ');
    for (const frame of decodeBlock(storage.getItem(block)).frames) {
      stored.set(recordKey(Number(install), frame.seq), frame);
    }
  }
  return (record: WatchFrame): string | undefined => {
    const there = stored.get(recordKey(record.install, record.frame.seq));
    return there === undefined || (there.kind === VOID && !isVoid(record)) ? undefined : toHex(there.bytes);
  };
}

function isVoid({ frame }: WatchFrame): boolean {
  return frame.kind === VOID;
}

function hexOf(record: WatchFrame | undefined): string | undefined {
  return record === undefined ? undefined : toHex(record.frame.bytes);
}
