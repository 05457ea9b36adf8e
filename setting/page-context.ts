/** What every section of the phone page gets: stored texts to read, translation, and the only two things that it may write. */
import { gettext } from 'i18n';
import { definitionsIn, nameIn } from '../utils/core/preferences/own-routines.ts';
import type { RoutineDefinition } from '../utils/core/routine/definition.ts';
import { isOwnId } from '../utils/core/routine/own-id.ts';
import { commandKey, commandText, type PhoneCommand } from '../utils/core/sync/phone-commands.ts';
import {
  hasDecimalComma,
  type Locale,
  phoneLocale,
  phoneLocaleKey,
  phoneTexts,
} from '../utils/core/text/catalogues.ts';
import type { PhonePhrase } from '../utils/core/text/phone-phrase.ts';
import { fill } from '../utils/core/text/phrase.ts';
import type { StoredSession } from '../utils/core/trend/stored-log.ts';
import { type LogPage, readLogPage, type StoredTexts } from '../utils/core/trend/stored-log.ts';
import { knownDocument } from './known-document.ts';
import { PAGE_STATE_KEY, type PageState, pageStateText, parsePageState } from './page-state.ts';

/** How many sessions the trend, the next session and the physio's page look at. */
const LATEST_SESSIONS = 40;

export type PageContext = ReturnType<typeof createPageContext>;

export function createPageContext(storage: SettingsStorage, nowMs: number, zoneOffsetMin: number) {
  const texts: StoredTexts = {
    keys: Object.keys(storage.toObject()),
    read: (key) => storage.getItem(key),
  };
  const state = parsePageState(texts.read(PAGE_STATE_KEY));
  const tag = languageTag();
  const locale = phoneLocale(gettext(phoneLocaleKey), tag);
  const isDecimalComma = hasDecimalComma(locale, tag);
  let latest: LogPage | undefined;
  let definitions: readonly RoutineDefinition[] | undefined;
  const readDefinitions = (): readonly RoutineDefinition[] => {
    definitions ??= definitionsIn(knownDocument(texts)).definitions;
    return definitions;
  };
  return {
    texts,
    state,
    nowMs,
    /** Local time minus UTC on the phone, minutes: today is the phone's own. */
    zoneOffsetMin,
    /**
     * The latest sessions, newest first. They are read when a section first needs them, so that an unreadable log affects only
     * those sections and not the page.
     */
    get latest(): LogPage {
      latest ??= readLogPage(texts, null, LATEST_SESSIONS);
      return latest;
    },
    get newest(): StoredSession | null {
      return this.latest.sessions[0] ?? null;
    },
    /** The wearer's own routines. Read when they are first needed. */
    get definitions(): readonly RoutineDefinition[] {
      return readDefinitions();
    },
    locale,
    /** Numbers have a decimal comma where the phone is. */
    isDecimalComma,
    translate: createTranslate(locale, isDecimalComma, (id) => nameIn(readDefinitions(), id)),
    /** Posts a command to the service. To be called in an event of a widget, never while the page is built. */
    post: (command: PhoneCommand) => write(storage, commandKey(command), commandText(command)),
    /** Changes what is open on the page. To be called in an event of a widget, never while the page is built. */
    updateState(change: Partial<PageState> | ((now: PageState) => Partial<PageState>)): void {
      // Read again: a change just before may not have been drawn yet.
      const now = parsePageState(texts.read(PAGE_STATE_KEY));
      const changed = typeof change === 'function' ? change(now) : change;
      write(storage, PAGE_STATE_KEY, pageStateText({ ...now, isFull: false, ...changed }));
    },
  };
}

/** Writes what the wearer has just done. If the storage is full, the page closes its open sections and says so instead. */
function write(storage: SettingsStorage, key: string, text: string): void {
  try {
    storage.setItem(key, text);
    // Reading back would show nothing, because the service removes a command as soon as it is there.
    return;
  } catch {
    // Reported below.
  }
  try {
    storage.removeItem(key);
    storage.removeItem(PAGE_STATE_KEY);
    storage.setItem(PAGE_STATE_KEY, '{"isFull":true}');
  } catch {
    // There is no room to report it either.
  }
}

/** The phone's language tag, from wherever this phone provides it. `gettext` looks for exactly this tag and has no fallback. */
function languageTag(): string {
  try {
    if (typeof HmUtils === 'object') return String(HmUtils.getLanguage(userSettings));
    return typeof navigator === 'object' ? String(navigator.language) : '';
  } catch {
    return '';
  }
}

/** @param ownName the name of a routine of the wearer's own; undefined if it is no longer here */
function createTranslate(
  locale: Locale,
  isDecimalComma: boolean,
  ownName: (id: string) => string | undefined,
): (phrase: PhonePhrase) => string {
  const catalogue = phoneTexts[locale];
  const numberText = (value: number): string =>
    isDecimalComma ? String(value).replace('.', ',') : String(value);
  /** A routine that is not in this catalogue: one of the wearer's own, or one of a later version, which is named by the end of the key. */
  const unknown = (key: string): string => {
    const [, name = key] = /^phone\.(?:routine|step)\.(.*)$/.exec(key) ?? [];
    return isOwnId(name) ? (ownName(name) ?? catalogue['phone.routine.gone']) : name;
  };
  return function translate({ key, values }: PhonePhrase): string {
    const template = catalogue[key] ?? unknown(key);
    return fill(
      template,
      values.map((value) => {
        if (typeof value === 'number') return numberText(value);
        return typeof value === 'string' ? value : translate(value);
      }),
    );
  };
}
