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
  PREFERENCES_KEY,
  SENT_PREFERENCES_KEY,
  WATCH_PREFERENCES_KEY,
} from '../utils/core/sync/phone-keys.ts';
import { type PhoneStorage, writeText } from './phone-storage.ts';

export interface PhonePreferencesStore extends PhonePreferences {
  /** Notes what a message of the watch shows about its preferences. Call it before answering the message. */
  heard(message: Envelope): void;
}

export function createPhonePreferences(storage: PhoneStorage): PhonePreferencesStore {
  const stored = (): string => storage.getItem(PREFERENCES_KEY) ?? '';

  /** Whether the text is stored afterwards. A write wakes the service, so a text that is stored already is not written again. */
  function write(key: string, text: string): boolean {
    return storage.getItem(key) === text || writeText(storage, key, text);
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
      if (kind === PREFERENCES) {
        const theirs = asciiText(body);
        write(WATCH_PREFERENCES_KEY, theirs);
        write(SENT_PREFERENCES_KEY, mergedWith(theirs));
        return;
      }
      // Any other message says that the watch has received the last answer.
      const sent = storage.getItem(SENT_PREFERENCES_KEY);
      if (typeof sent !== 'string' || sent === '') return;
      if (write(WATCH_PREFERENCES_KEY, sent)) storage.removeItem(SENT_PREFERENCES_KEY);
    },
  };
}
