/** How the sentences of the phone page break, in every language. */
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { PageContext } from '../../setting/page-context.ts';
import { line } from '../../setting/widgets.ts';
import { type Locale, locales } from '../../utils/core/text/catalogues.ts';
import { phrase } from '../../utils/core/text/phone-phrase.ts';

let locale: Locale = 'en-US';
vi.mock('i18n', () => ({ gettext: () => locale }));
let createPageContext: typeof import('../../setting/page-context.ts').createPageContext;

beforeAll(async () => {
  // Other files may have loaded it with another language.
  vi.resetModules();
  ({ createPageContext } = await import('../../setting/page-context.ts'));
});

beforeEach(() => {
  vi.stubGlobal('Text', (_: unknown, text: string) => text);
});
afterEach(() => vi.unstubAllGlobals());
// Other files load them with a language that does not change.
afterAll(() => vi.resetModules());

function contextIn(language: Locale): PageContext {
  locale = language;
  const storage = { toObject: () => ({}), getItem: () => undefined } as unknown as Parameters<
    typeof createPageContext
  >[0];
  return createPageContext(storage, 0, 0);
}

describe.each(locales)('in %s', (language) => {
  it('an arrow stays on the line of the numbers beside it', () => {
    const since = phrase('since.1');
    expect(contextIn(language).locale).toBe(language);
    expect(line(contextIn(language), phrase('trend.better.contact', since, 7, 2))).toContain(
      '7\u00a0→\u00a02',
    );
  });
});
