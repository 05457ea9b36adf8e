/**
 * The wearer's preferences on the phone: one document, into which those of the page and of the watch are merged. The phone also
 * stores the document that the watch has, as far as it knows: the one that the watch has sent, and the merged one once the
 * watch has confirmed it.
 */
import { asciiText } from '../utils/core/base/bytes.ts';
import { formatPreferences, mergePreferences, parsePreferences } from '../utils/core/preferences/document.ts';
import type { PhonePreferences } from '../utils/core/sync/inbox.ts';
import { type Envelope, PREFERENCES } from '../utils/core/sync/message.ts';
import {
  checkedJsonText,
  checkedText,
  PREFERENCES_KEY,
  phonePreferencesText,
  SENT_PREFERENCES_KEY,
  WATCH_PREFERENCES_KEY,
} from '../utils/core/sync/phone-keys.ts';
import { type PhoneStorage, removeKey, writeText } from './phone-storage.ts';

export interface PhonePreferencesStore extends PhonePreferences {
  /** Notes what a message of the watch shows about its preferences. Call it before answering the message. */
  heard(message: Envelope): void;
}

/** @param report gets a sentence if the stored document is damaged */
export function createPhonePreferences(
  storage: PhoneStorage,
  report: (sentence: string) => void = () => {},
): PhonePreferencesStore {
  const read = (key: string): string | null | undefined => storage.getItem(key);
  const stored = (): string => phonePreferencesText(read);

  /** Whether the document is stored afterwards. A write wakes the service, so one that is stored already is not written again. */
  function write(key: string, document: string): boolean {
    const text = checkedText(document);
    return read(key) === text || writeText(storage, key, text);
  }

  /** Stores the document with its checksum, if it is damaged or version 0.1.0 has stored it. */
  function mend(): void {
    const text = read(PREFERENCES_KEY);
    if (text && checkedJsonText(text) === '') report('preferences is damaged; those of the watch are used');
    if (stored() !== '') write(PREFERENCES_KEY, stored());
  }

  function mergedWith(theirs: string): string {
    const mine = parsePreferences(stored()).document;
    return formatPreferences(mergePreferences(mine, parsePreferences(theirs).document));
  }

  return {
    text: stored,
    merge(theirs) {
      const merged = mergedWith(theirs);
      return write(PREFERENCES_KEY, merged) ? merged : null;
    },
    heard({ kind, body }) {
      mend();
      if (kind === PREFERENCES) {
        const theirs = asciiText(body);
        write(WATCH_PREFERENCES_KEY, theirs);
        write(SENT_PREFERENCES_KEY, mergedWith(theirs));
        return;
      }
      // Any other message says that the watch has received the last answer.
      const sent = read(SENT_PREFERENCES_KEY);
      if (!sent) return;
      // If it is damaged, what the watch has is what it has sent before.
      const document = checkedJsonText(sent);
      if (document === '' || write(WATCH_PREFERENCES_KEY, document)) removeKey(storage, SENT_PREFERENCES_KEY);
    },
  };
}
