/** The phone page as the platform builds it: its sections in order, and a sentence in the place of what cannot be drawn. */
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { PAGE_STATE_KEY } from '../../setting/page-state.ts';
import { phoneTexts } from '../../utils/core/text/catalogues.ts';
import { stubWidgets } from '../support/drawn-section.ts';
import { createMemoryTexts, type MemoryTexts } from '../support/memory-texts.ts';
import { sessionFrame, textsWith } from '../support/stored-log.ts';

vi.mock('i18n', () => ({ gettext: () => 'en-US' }));

const en = phoneTexts['en-US'];
const NOW_MS = Date.UTC(2026, 10, 29, 23, 30);
const TITLES = [
  en['phone.title'],
  en['next.title'],
  en['trend.title'],
  en['history.title'],
  en['preferences.title'],
  en['export.title'],
  en['integrations.title'],
  en['about.title'],
  en['erase.title'],
];
let build: (props: { readonly settingsStorage: MemoryTexts }) => unknown;

beforeAll(async () => {
  vi.stubGlobal('AppSettingsPage', (page: { build: typeof build }) => {
    build = page.build;
  });
  await import('../../setting/index.ts');
});
beforeEach(() => {
  stubWidgets();
  vi.useFakeTimers({ now: NOW_MS });
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

/** Its texts and the labels of its buttons, in order. */
const wordsOf = (texts: MemoryTexts): readonly string[] =>
  [build({ settingsStorage: texts })]
    .flat(12)
    .map((one) => (typeof one === 'string' ? one : ((one as { label?: string }).label ?? '')))
    .filter((word) => word !== '');

describe('the phone page', () => {
  it('has its sections in order, and the one for experts before the last', () => {
    const words = wordsOf(createMemoryTexts());
    const places = TITLES.map((title) => words.indexOf(title));
    expect(places).toEqual([...places].sort((one, other) => one - other));
    expect(places).not.toContain(-1);
    const experts = words.indexOf(en['advanced.open']);
    expect(experts).toBeGreaterThan(words.indexOf(en['about.what']));
    expect(experts).toBeLessThan(words.indexOf(en['erase.title']));
  });

  it('says below its title that the storage is full, and only then', () => {
    const texts = createMemoryTexts();
    expect(wordsOf(texts)).not.toContain(en['fault.full']);
    texts.setItem(PAGE_STATE_KEY, '{"isFull":true}');
    expect(wordsOf(texts).slice(0, 2)).toEqual([en['phone.title'], en['fault.full']]);
  });

  it('names the year of a day if it is another one by the clock of the phone', () => {
    const newYearsEveMs = Date.UTC(2026, 11, 31, 23, 30);
    vi.setSystemTime(newYearsEveMs);
    const texts = textsWith([sessionFrame(1, { startedAtMs: newYearsEveMs - 3_600_000 })]);
    vi.spyOn(Date.prototype, 'getTimezoneOffset').mockReturnValue(0);
    const here = wordsOf(texts);
    vi.spyOn(Date.prototype, 'getTimezoneOffset').mockReturnValue(-360);
    const east = wordsOf(texts);
    vi.spyOn(Date.prototype, 'getTimezoneOffset').mockReturnValue(360);
    const west = wordsOf(texts);
    expect(east).not.toEqual(here);
    expect(west).toEqual(here);
  });

  it('is one sentence, without a secret, if nothing of the storage can be listed', () => {
    const texts = createMemoryTexts();
    texts.setItem('secret.intervals', JSON.stringify({ address: '', secret: 'sparrow' }));
    texts.toObject = () => {
      throw new Error('no room for sparrow');
    };
    expect(wordsOf(texts)).toEqual(['Iliacus: Error: no room for (hidden)']);
  });
});
