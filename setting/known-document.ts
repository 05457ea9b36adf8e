/** The preferences as the phone page knows them. */
import {
  emptyDocument,
  mergePreferences,
  type PreferenceDocument,
  parsePreferences,
} from '../utils/core/preferences/document.ts';
import { commandKey, parseCommand } from '../utils/core/sync/phone-commands.ts';
import {
  checkedJsonText,
  phonePreferencesText,
  WATCH_PREFERENCES_KEY,
} from '../utils/core/sync/phone-keys.ts';
import type { StoredTexts } from '../utils/core/trend/stored-log.ts';

const COMMAND_KEY = commandKey({ kind: 'preferences' });

/** The preferences that the service keeps, merged with those that wait for it. */
export function knownDocument(texts: StoredTexts): PreferenceDocument {
  const kept = documentIn(phonePreferencesText(texts.read));
  const waiting = texts.read(COMMAND_KEY);
  const command = waiting ? parseCommand(COMMAND_KEY, waiting) : null;
  if (command === null || !command.ok || command.value.kind !== 'preferences') return kept;
  return mergePreferences(kept, parsePreferences(command.value.text).document);
}

/** The preferences that the watch has, as far as the phone knows. */
export function documentOnWatch(texts: StoredTexts): PreferenceDocument {
  return documentIn(checkedJsonText(texts.read(WATCH_PREFERENCES_KEY)));
}

function documentIn(text: string): PreferenceDocument {
  return text === '' ? emptyDocument : parsePreferences(text).document;
}
