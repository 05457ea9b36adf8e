/** The wearer's choices on the phone, and what the watch has last stated to have. The only writer of both keys. */
import { formatPreferences, mergePreferences, parsePreferences } from '../utils/core/preferences/document.ts';
import type { PhoneConfig } from '../utils/core/sync/inbox.ts';
import { PREFERENCES_KEY, WATCH_PREFERENCES_KEY } from '../utils/core/sync/phone-keys.ts';
import type { PhoneTexts } from './phone-texts.ts';

export function createPhoneConfig(texts: PhoneTexts): PhoneConfig {
  const text = (): string => texts.getItem(PREFERENCES_KEY) ?? '';
  return {
    text,
    merge(theirs) {
      const merged = formatPreferences(
        mergePreferences(parsePreferences(text()).document, parsePreferences(theirs).document),
      );
      texts.setItem(WATCH_PREFERENCES_KEY, theirs);
      texts.setItem(PREFERENCES_KEY, merged);
      return text() === merged ? merged : null;
    },
  };
}
