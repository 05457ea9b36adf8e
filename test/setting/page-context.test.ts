/** What the sections of the phone page share: the language, the wearer's choices, and what happens to what the wearer does. */
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { chosenPreferences } from '../../setting/chosen.ts';
import { knownDocument } from '../../setting/known-document.ts';
import type { PageContext } from '../../setting/page-context.ts';
import { PAGE_STATE_KEY } from '../../setting/page-state.ts';
import { plainRecord } from '../../tools/shared/plain-record.ts';
import {
  emptyDocument,
  formatPreferences,
  parsePreferences,
  setPreference,
} from '../../utils/core/preferences/document.ts';
import { commandKey, commandText } from '../../utils/core/sync/phone-commands.ts';
import { PREFERENCES_KEY } from '../../utils/core/sync/phone-keys.ts';
import type { Locale } from '../../utils/core/text/catalogues.ts';
import { phrase } from '../../utils/core/text/phone-phrase.ts';
import { stubWidgets } from '../support/drawn-section.ts';
import { createMemoryTexts, type MemoryTexts } from '../support/memory-texts.ts';
import { DAY_MS, sessionFrame, textsWith } from '../support/stored-log.ts';

let locale: Locale = 'en-US';
vi.mock('i18n', () => ({ gettext: () => locale }));
let createPageContext: typeof import('../../setting/page-context.ts').createPageContext;
let exportSection: typeof import('../../setting/sections/export.ts').exportSection;

beforeAll(async () => {
  // Other files may have loaded them with another language.
  vi.resetModules();
  ({ createPageContext } = await import('../../setting/page-context.ts'));
  ({ exportSection } = await import('../../setting/sections/export.ts'));
});
beforeEach(() => {
  locale = 'en-US';
  stubWidgets();
});
afterEach(() => vi.unstubAllGlobals());
// Other files load them with a language that does not change.
afterAll(() => vi.resetModules());

const NOW_MS = plainRecord.startedAtMs + 100 * DAY_MS;
const contextOf = (texts: MemoryTexts): PageContext =>
  createPageContext(texts as unknown as Parameters<typeof createPageContext>[0], NOW_MS, 0);

function documentWith(name: 'kit' | 'band', value: 'hook' | false): string {
  const set = setPreference(emptyDocument, name, value as never, 'phone');
  if (!set.ok) throw new Error(set.failure.what);
  return formatPreferences(set.value);
}

describe('numbers', () => {
  const half = (): string => contextOf(createMemoryTexts()).translate(phrase('plain', 1.5 as never));

  it.each([
    ['en-US', '', '1.5'],
    ['de-DE', '', '1,5'],
    ['es-ES', 'es-ES', '1,5'],
    ['es-ES', 'es-MX', '1.5'],
  ] as const)('in %s on a phone of %j are written like %s', (language, tag, expected) => {
    locale = language;
    vi.stubGlobal('userSettings', {});
    vi.stubGlobal('HmUtils', { getLanguage: () => tag });
    expect(half()).toBe(expected);
  });

  it.each([
    ['es-MX', '1.5'],
    ['es-ES', '1,5'],
  ])('on a phone without the tool of the platform follow the browser: %s', (language, expected) => {
    locale = 'es-ES';
    vi.stubGlobal('navigator', { language });
    expect(half()).toBe(expected);
  });

  it('stand in a CSV with semicolons where they have a comma', () => {
    const texts = textsWith([sessionFrame(1)]);
    texts.setItem(PAGE_STATE_KEY, '{"exportKind":"csv"}');
    const head = (): string => {
      const drawn = [exportSection(contextOf(texts))].flat(12) as readonly { readonly value?: string }[];
      return drawn.find(({ value }) => value !== undefined)?.value?.split('\n')[0] ?? '';
    };
    expect([head().includes(','), head().includes(';')]).toEqual([true, false]);
    locale = 'de-DE';
    expect([head().includes(','), head().includes(';')]).toEqual([false, true]);
  });
});

describe('the choices of the wearer', () => {
  it('are those of the newest session if the phone has no preferences', () => {
    const texts = textsWith([
      sessionFrame(1),
      sessionFrame(2, { routine: 'calf-and-hip-stretch', phase: 'active' }),
    ]);
    const chosen = (): readonly string[] => {
      const { routine, stage } = chosenPreferences(contextOf(texts));
      return [routine, stage];
    };
    expect(chosen()).toEqual(['calf-and-hip-stretch', 'active']);
    texts.setItem(PREFERENCES_KEY, documentWith('kit', 'hook'));
    expect(chosen()).toEqual(['hip-release', 'sore']);
  });

  it('include what waits for the service, unless it is damaged', () => {
    const texts = createMemoryTexts();
    texts.setItem(PREFERENCES_KEY, documentWith('kit', 'hook'));
    const known = () => {
      const { kit, band } = parsePreferences(
        formatPreferences(knownDocument(contextOf(texts).texts)),
      ).preferences;
      return { kit, band };
    };
    const key = commandKey({ kind: 'preferences' });
    texts.setItem(key, commandText({ kind: 'preferences', text: documentWith('band', false) }));
    expect(known()).toEqual({ kit: 'hook', band: false });
    texts.setItem(key, 'rubbish');
    expect(known()).toEqual({ kit: 'hook', band: true });
  });
});

describe('a storage that has no room for what the wearer does', () => {
  const key = commandKey({ kind: 'restore' });

  function fullPage() {
    const texts = createMemoryTexts();
    texts.setItem(PAGE_STATE_KEY, '{"session":"beef-1","isTrendOpen":true}');
    texts.setItem(key, 'an earlier command');
    const { setItem } = texts;
    texts.setItem = (name, value) => {
      if (name === key) throw new Error('quota');
      setItem(name, value);
    };
    contextOf(texts).post({ kind: 'restore' });
    return texts;
  }

  it('closes what is open, says so, and leaves no earlier command in its place', () => {
    const texts = fullPage();
    expect(contextOf(texts).state).toMatchObject({ isFull: true, session: '', isTrendOpen: false });
    expect(texts.getItem(key)).toBeNull();
  });

  it('is no longer said to be full as soon as something fits again', () => {
    const texts = fullPage();
    contextOf(texts).updateState({ isTrendOpen: true });
    expect(contextOf(texts).state).toMatchObject({ isFull: false, isTrendOpen: true });
  });
});
