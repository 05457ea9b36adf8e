/** What every section gets: the storage to read, words to say, and the two things that it may write. */
import { gettext } from 'i18n';
import { commandKey, commandText, type PhoneCommand } from '../utils/core/sync/phone-commands.ts';
import { phoneLocaleKey, phoneTextsFor } from '../utils/core/text/catalogues.ts';
import type { PhonePhrase } from '../utils/core/text/phone-phrase.ts';
import { fill } from '../utils/core/text/phrase.ts';
import { type LogPage, readPage, type StoredTexts } from '../utils/core/trend/stored-log.ts';
import type { KeptSession } from '../utils/core/trend/stored-session.ts';
import { PAGE_STATE_KEY, type PageState, parsePageState } from './page-state.ts';

/** Sessions that trend, next session and the physio's page look at. */
const LATEST = 40;

export interface PageContext {
  readonly texts: StoredTexts;
  readonly state: PageState;
  readonly nowMs: number;
  /** The latest sessions, newest first. */
  readonly latest: LogPage;
  readonly newest: KeptSession | null;
  readonly say: (phrase: PhonePhrase) => string;
  /** Only in an event of a part, never while the page is built. */
  readonly post: (command: PhoneCommand) => void;
  /** Only in an event of a part, never while the page is built. */
  readonly turn: (change: Partial<PageState> | ((now: PageState) => Partial<PageState>)) => void;
}

export function createContext(storage: SettingsStorage, nowMs: number): PageContext {
  const texts: StoredTexts = {
    keys: Object.keys(storage.toObject()),
    read: (key) => storage.getItem(key),
  };
  const state = parsePageState(texts.read(PAGE_STATE_KEY));
  let latest: LogPage | undefined;
  const catalogue = phoneTextsFor(gettext(phoneLocaleKey));
  const say = (phrase: PhonePhrase): string =>
    fill(
      // A routine of a later version has names that this one has no words for.
      catalogue[phrase.key] ?? phrase.key.slice(phrase.key.lastIndexOf('.') + 1),
      phrase.values.map((value) => (typeof value === 'object' ? say(value) : value)),
    );
  return {
    texts,
    state,
    nowMs,
    // Read at first need, so that a log which cannot be read costs its sections and not the page.
    get latest() {
      latest ??= readPage(texts, null, LATEST);
      return latest;
    },
    get newest() {
      return this.latest.sessions[0] ?? null;
    },
    say,
    post: (command) => storage.setItem(commandKey(command), commandText(command)),
    // Read anew: a change just before may not have been drawn yet.
    turn(change) {
      const now = parsePageState(texts.read(PAGE_STATE_KEY));
      const more = typeof change === 'function' ? change(now) : change;
      storage.setItem(PAGE_STATE_KEY, JSON.stringify({ ...now, ...more }));
    },
  };
}
