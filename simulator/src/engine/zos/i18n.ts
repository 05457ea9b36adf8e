/**
 * `@zos/i18n`: texts from `assets/raw/locale/*.btxt`. Such a file holds a big-endian count, the offsets, and the UTF-8 texts
 * end to end; `TID.btxt` holds the ids. A missing text falls back to the default language and then to its id.
 */
import { Buffer } from 'buffer/index.js';
import { moduleOf, type ZosContext } from './context.ts';

function textsOf(bytes: Uint8Array | undefined): string[] {
  if (bytes === undefined || bytes.length < 4) return [];
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const count = view.getUint32(0);
  const texts: string[] = [];
  for (let index = 0; index < count; index++) {
    const from = view.getUint32(4 + index * 4);
    const to = index + 1 < count ? view.getUint32(8 + index * 4) : bytes.length;
    texts.push(Buffer.from(bytes.slice(from, to)).toString('utf8'));
  }
  return texts;
}

/** Replaces each `%s` and `%d` by the next argument, as the official notification sample expects. */
function fill(text: string, args: readonly unknown[]): string {
  const rest = args.slice();
  return text.replace(/%[sd]/g, (mark) => (rest.length === 0 ? mark : String(rest.shift())));
}

export function i18nModule(context: ZosContext): unknown {
  const { deviceFiles, manifest } = context.world.app;
  const load = (name: string): string[] => textsOf(deviceFiles.get(`assets/raw/locale/${name}.btxt`));
  const tables = new Map<string, string[]>();
  const table = (locale: string): string[] => {
    const known = tables.get(locale) ?? load(locale);
    tables.set(locale, known);
    return known;
  };
  return moduleOf(context, '@zos/i18n', {
    getText: [
      '2.0',
      (id: string, ...args: unknown[]) => {
        const index = table('TID').indexOf(id);
        const locale = context.world.environment.watchLocale;
        const text = index < 0 ? undefined : table(locale)[index] || table(manifest.defaultLanguage)[index];
        return fill(text === undefined || text === '' ? id : text, args);
      },
    ],
  });
}
