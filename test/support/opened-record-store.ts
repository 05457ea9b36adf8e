import { createRecordStore } from '../../app-side/record-store.ts';
import { createMemoryTexts, type MemoryTexts } from './memory-texts.ts';

/** The phone's store of records over these texts, and what it has reported. */
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
