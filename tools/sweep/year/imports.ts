/** Imports as the page posts them: an export is pasted, and pasted again. */
import { createRecordStore } from '../../../app-side/record-store.ts';
import { runCommands } from '../../../app-side/run-commands.ts';
import type { MemoryTexts } from '../../../test/support/memory-texts.ts';
import { exportParts, readPart } from '../../../utils/core/export/export-parts.ts';
import { jsonOf, type WatchFrame } from '../../../utils/core/export/json.ts';
import { commandKey, commandText, type PhoneCommand } from '../../../utils/core/sync/phone-commands.ts';
import { IMPORT_RESULT_KEY, parseImportResult } from '../../../utils/core/sync/phone-keys.ts';

/** Pastes one part of an export twice into a phone. @returns what the phone says of it that is not so */
export function importPart(texts: MemoryTexts, frames: readonly WatchFrame[]): readonly string[] {
  const text = jsonOf(frames);
  const said = [pasted(texts, text), pasted(texts, text)].map((result) =>
    result === null ? 'nothing' : `${result.added + result.known}, lost ${result.lost}`,
  );
  const right = `${frames.length}, lost 0`;
  const second = parseImportResult(texts.getItem(IMPORT_RESULT_KEY));
  const faults = said.filter((one) => one !== right).map((one) => `an import of ${right} is told as ${one}`);
  return second?.added === 0 ? faults : [...faults, 'a second import brings new records'];
}

/** Pastes the phone's own export into it, each part twice. */
export function importTwice(texts: MemoryTexts): readonly string[] {
  const stored = { keys: [...texts.values.keys()], read: (key: string) => texts.getItem(key) };
  const parts = exportParts(stored.keys);
  const before = blocksOf(texts);
  const faults = parts.flatMap((_, at) => importPart(texts, readPart(stored, parts, at).frames));
  return blocksOf(texts) === before ? faults : [...faults, 'an import of its own export changes the log'];
}

function blocksOf(texts: MemoryTexts): string {
  return [...texts.values].filter(([key]) => key.startsWith('log.')).join();
}

function pasted(texts: MemoryTexts, text: string) {
  const command: PhoneCommand = { kind: 'import', text };
  texts.setItem(commandKey(command), commandText(command));
  const noPreferences = { text: () => '', merge: () => null };
  runCommands({
    storage: texts,
    records: createRecordStore(texts, () => 0.5),
    preferences: noPreferences,
    nowMs: () => 0,
    report: () => {},
  });
  return parseImportResult(texts.getItem(IMPORT_RESULT_KEY));
}
