/**
 * The wearer's choices on the phone: one document, merged with the page's and the watch's. What the watch has is taken from
 * its own words: its text where it sends one, and what it was given once it has gone on from there.
 */

import { asciiText } from '../utils/core/base/bytes.ts';
import { formatPreferences, mergePreferences, parsePreferences } from '../utils/core/preferences/document.ts';
import type { PhoneConfig } from '../utils/core/sync/inbox.ts';
import { CONFIG, type Envelope } from '../utils/core/sync/message.ts';
import {
  PREFERENCES_KEY,
  SENT_PREFERENCES_KEY,
  WATCH_PREFERENCES_KEY,
} from '../utils/core/sync/phone-keys.ts';
import type { PhoneStorage } from './phone-storage.ts';

export interface ListeningConfig extends PhoneConfig {
  /** A message came from the watch. To be called before it is answered. */
  heard(message: Envelope): void;
}

export function createPhoneConfig(texts: PhoneStorage): ListeningConfig {
  const kept = (): string => texts.getItem(PREFERENCES_KEY) ?? '';

  function write(key: string, text: string): boolean {
    try {
      if (texts.getItem(key) !== text) texts.setItem(key, text);
    } catch {
      // Drawn by the reader.
    }
    return texts.getItem(key) === text;
  }

  return {
    text: kept,
    merge(text) {
      const mine = parsePreferences(kept()).document;
      const merged = formatPreferences(mergePreferences(mine, parsePreferences(text).document));
      if (!write(PREFERENCES_KEY, merged)) return null;
      return merged;
    },
    heard({ kind, body }) {
      if (kind === CONFIG) {
        const theirs = asciiText(body);
        const mine = parsePreferences(kept()).document;
        const merged = mergePreferences(mine, parsePreferences(theirs).document);
        write(WATCH_PREFERENCES_KEY, theirs);
        write(SENT_PREFERENCES_KEY, formatPreferences(merged));
        return;
      }
      const sent = texts.getItem(SENT_PREFERENCES_KEY);
      if (typeof sent !== 'string' || sent === '') return;
      if (write(WATCH_PREFERENCES_KEY, sent)) texts.removeItem(SENT_PREFERENCES_KEY);
    },
  };
}
