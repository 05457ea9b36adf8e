/** Writes the platform's `.po` files from the typed text catalogues in `utils/core/text`. */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { runCommand } from '../shared/child-process.ts';
import { isObject, listAt, objectAt, stringAt } from '../shared/json.ts';
import type { Project } from '../shared/project.ts';

export type Texts = Readonly<Record<string, string>>;

export interface Catalogues {
  readonly locales: readonly string[];
  readonly watch: Readonly<Record<string, Texts>>;
  /** Key whose text in a phone's `.po` file is the locale of its catalogue; the catalogues are in the phone's code. */
  readonly phoneLocaleKey: string;
}

/**
 * Other names of each locale. The phone looks up its exact locale, without a fallback, and shows the key if there is no
 * such file; so the locale's name is written for all of these as well.
 */
const ALIASES: Readonly<Record<string, readonly string[]>> = {
  'en-US': ['en', ...regional('en', 'GB AU CA HK IE IN MY NZ PH SG ZA')],
  'de-DE': ['de', ...regional('de', 'AT BE CH IT LI LU')],
  'es-ES': ['es', ...regional('es', '419 AR BO CL CO CR CU DO EC GT HN MX NI PA PE PR PY SV US UY VE')],
  'zh-CN': ['zh', 'zh-Hans', 'zh-Hans-CN', 'zh-Hans-SG', 'zh-SG'],
};

function regional(language: string, regions: string): readonly string[] {
  return regions.split(' ').map((region) => `${language}-${region}`);
}

/** The locale itself followed by its regional names. */
export function phoneLocales(locale: string): readonly string[] {
  return [locale, ...(ALIASES[locale] ?? [])];
}

/** Loads the compiled catalogues in a new process, because this one may have cached an older version of the modules. */
export async function readCatalogues(project: Project): Promise<Catalogues> {
  const files = project.catalogues.map((file) => pathToFileURL(file).href);
  const program = `const modules = await Promise.all(${JSON.stringify(files)}.map((file) => import(file)));
    const { locales, watchTexts, phoneLocaleKey } = Object.assign({}, ...modules);
    console.log(JSON.stringify({ locales, watchTexts, phoneLocaleKey }));`;
  const { code, output } = await runCommand(process.execPath, ['--input-type=module', '-e', program], {
    cwd: project.root,
  });
  if (code !== 0) throw new Error(`the catalogues in utils/core/text cannot be loaded: ${output.trim()}`);
  const parsed: unknown = JSON.parse(output.slice(output.indexOf('{')));
  const locales = listAt(parsed, 'locales').filter((locale) => typeof locale === 'string');
  if (locales.length === 0) throw new Error('utils/core/text/catalogues.ts lists no locale.');
  const phoneLocaleKey = stringAt(parsed, 'phoneLocaleKey');
  if (phoneLocaleKey === undefined)
    throw new Error('utils/core/text/catalogues.ts: phoneLocaleKey is missing.');
  return { locales, watch: textsByLocale(parsed, 'watchTexts', locales), phoneLocaleKey };
}

/** Writes the texts of each locale for the watch, and each locale's name under all its aliases for the phone. */
export async function writeTexts(project: Project, catalogues: Catalogues): Promise<void> {
  for (const locale of catalogues.locales) {
    await writePo(project, 'page', locale, catalogues.watch[locale] ?? {});
    for (const name of phoneLocales(locale)) {
      await writePo(project, 'setting', name, { [catalogues.phoneLocaleKey]: locale });
      await writePo(project, 'app-side', name, { [catalogues.phoneLocaleKey]: locale });
    }
  }
}

/** One catalogue in the gettext format that the packer reads. */
export function poText(texts: Texts): string {
  const entries = Object.entries(texts).map(
    ([key, text]) => `msgid ${JSON.stringify(key)}\nmsgstr ${JSON.stringify(text)}\n`,
  );
  return entries.join('\n');
}

async function writePo(project: Project, part: string, locale: string, texts: Texts): Promise<void> {
  const folder = join(project.stage, part, 'i18n');
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, `${locale}.po`), poText(texts));
}

function textsByLocale(
  parsed: unknown,
  name: string,
  locales: readonly string[],
): Readonly<Record<string, Texts>> {
  const byLocale = objectAt(parsed, name);
  const checked: Record<string, Texts> = {};
  for (const locale of locales) {
    const texts = byLocale[locale];
    if (!isObject(texts)) throw new Error(`utils/core/text: ${name} has no texts for ${locale}.`);
    checked[locale] = Object.fromEntries(
      Object.entries(texts).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
    );
  }
  return checked;
}
