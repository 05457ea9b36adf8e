/**
 * The globals that the bundles of the phone share: translated texts and the phone's language. A text is looked up for the exact locale
 * only. If there is none, its id is shown (field report, porting to an Active 2).
 */
import type { World } from '../world.ts';

/** Texts by locale and id. */
type Catalogue = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** Puts values in the place of `{name}`. */
function filled(text: string, params: unknown): string {
  if (typeof params !== 'object' || params === null) return text;
  const values = params as Record<string, unknown>;
  return text.replace(/\{(\w+)\}/g, (mark, key: string) => (key in values ? String(values[key]) : mark));
}

function createHmUtils(world: World): Record<string, unknown> {
  function Lang(this: { code: string }, code: string): void {
    this.code = code;
  }
  return {
    Lang,
    getLanguage: (user: unknown) =>
      (user as { language?: string } | undefined)?.language ?? world.environment.phoneLocale,
    gettextFactory(catalogue: Catalogue, lang: { code: string }) {
      return (id: string, params?: unknown) => filled(catalogue[lang.code]?.[id] ?? id, params);
    },
  };
}

/** Globals of side service and settings page. */
export function phoneGlobals(world: World): Record<string, unknown> {
  return {
    HmUtils: createHmUtils(world),
    userSettings: { language: world.environment.phoneLocale },
  };
}
