/** Checks the texts of the store listing: `store/<locale>.md`, whose headings are the fields of the store's form. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Locales that a listing must have. */
export const storeLocales = ['en-US', 'de-DE', 'es-ES', 'zh-CN'] as const;

export interface Listing {
  readonly name: string;
  /** Text below each `## ` heading. */
  readonly fields: ReadonlyMap<string, string>;
}

/** Words that the store could take for a medical promise. */
const MEDICAL_PROMISES =
  /\b(?:cures?|heals?|treats?|relieves?|heilt|lindert|therapiert|cura|alivia|sana)\b|治疗|治愈|缓解/i;

/** Trademarks that the store refuses in the name of an app. */
const TRADEMARKS = /zepp|amazfit/i;

/** Splits the text of a listing at its headings. */
function parseListing(text: string): Listing {
  const [head = '', ...parts] = text.split(/^## /m);
  const fields = parts.map((part) => {
    const [heading = '', ...lines] = part.split('\n');
    return [heading.trim(), lines.join('\n').trim()] as const;
  });
  return { name: /^# (.+)$/m.exec(head)?.[1]?.trim() ?? '', fields: new Map(fields) };
}

/** The reason of each permission, from lines such as "- `code`: reason". */
function permissionsOf(listing: Listing): ReadonlyMap<string, string> {
  const lines = (listing.fields.get('Permissions') ?? '').matchAll(/^- `([^`]+)`: *(.*)$/gm);
  return new Map([...lines].map(([, code = '', reason = '']) => [code, reason.trim()]));
}

/** A sentence for each thing that is missing or that the store would refuse. */
export async function listingProblems(
  root: string,
  version: string,
  permissions: readonly string[],
): Promise<readonly string[]> {
  const problems: string[] = [];
  for (const locale of storeLocales) {
    const file = `store/${locale}.md`;
    const text = await readFile(join(root, file), 'utf8').catch(() => null);
    if (text === null) problems.push(`${file} is missing: the store listing in this language.`);
    else problems.push(...oneListing(file, parseListing(text), version, permissions));
  }
  return problems;
}

function oneListing(
  file: string,
  listing: Listing,
  version: string,
  permissions: readonly string[],
): readonly string[] {
  const problems: string[] = [];
  if (listing.name === '') problems.push(`${file} has no name ("# " heading).`);
  if (TRADEMARKS.test(listing.name)) problems.push(`${file}: the name carries a maker's mark.`);
  for (const field of ['Short', 'Description', `New in ${version}`, 'Privacy', 'Permissions']) {
    if ((listing.fields.get(field) ?? '') === '') problems.push(`${file} has no text under "## ${field}".`);
  }
  const promised = MEDICAL_PROMISES.exec([...listing.fields.values()].join('\n'));
  if (promised !== null)
    problems.push(`${file} says "${promised[0]}", which the store reads as a medical promise.`);
  const given = permissionsOf(listing);
  for (const code of permissions)
    if ((given.get(code) ?? '') === '') problems.push(`${file} gives no reason for ${code}.`);
  for (const code of given.keys())
    if (!permissions.includes(code))
      problems.push(`${file} speaks of ${code}, which app.json does not ask for.`);
  return problems;
}
