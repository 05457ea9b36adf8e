/**
 * Texts on the phone: the factory that packed phone bundles call. Looks up the exact locale only; a missing one
 * shows the bare message id (field report, porting to an Active 2).
 */
import type { World } from '../world.ts';

type Table = Readonly<Record<string, Readonly<Record<string, string>>>>;

function filled(text: string, params: unknown): string {
  if (typeof params !== 'object' || params === null) return text;
  const values = params as Record<string, unknown>;
  return text.replace(/\{(\w+)\}/g, (mark, key: string) => (key in values ? String(values[key]) : mark));
}

/** `HmUtils` for one realm. */
export function createHmUtils(world: World): Record<string, unknown> {
  function Lang(this: { code: string }, code: string): void {
    this.code = code;
  }
  return {
    Lang,
    getLanguage: (user: unknown) =>
      (user as { language?: string } | undefined)?.language ?? world.environment.phoneLocale,
    gettextFactory(table: Table, lang: { code: string }) {
      return (id: string, params?: unknown) => filled(table[lang.code]?.[id] ?? id, params);
    },
  };
}

/** Names both phone realms see. */
export function phoneGlobals(world: World): Record<string, unknown> {
  return {
    HmUtils: createHmUtils(world),
    userSettings: { language: world.environment.phoneLocale },
  };
}
