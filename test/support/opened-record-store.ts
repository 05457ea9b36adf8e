import { createRecordStore } from '../../app-side/record-store.ts';
import { createMemoryTexts, type MemoryTexts } from './memory-texts.ts';

/** Opens the phone's store of records over these texts, and collects what it reports. */
export function openedRecordStore(texts: MemoryTexts = createMemoryTexts()) {
  const lines: string[] = [];
  const store = createRecordStore(
    texts,
    () => 0.5,
    undefined,
    (line) => lines.push(line),
  );
  return { texts, lines, store };
}
