/**
 * The store's texts, one file a language: `store/<locale>.md`, whose headings are the fields of the store's form.
 * Says what is missing in them; writes nothing.
 */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Languages that a listing must come in. */
export const storeLocales = ['en-US', 'de-DE', 'es-ES', 'zh-CN'] as const;

export interface Listing {
  readonly name: string;
  /** Text below each `## ` heading. */
  readonly fields: ReadonlyMap<string, string>;
}

/** What the store could take for a medical promise. */
const promises =
  /\b(?:cures?|heals?|treats?|relieves?|heilt|lindert|therapiert|cura|alivia|sana)\b|治疗|治愈|缓解/i;

/** Names that the store does not like to see in an app's. */
const marks = /zepp|amazfit/i;

/** A listing's text taken apart by its headings. */
function parseListing(text: string): Listing {
  const [head = '', ...parts] = text.split(/^## /m);
  const fields = parts.map((part) => {
    const [heading = '', ...lines] = part.split('\n');
    return [heading.trim(), lines.join('\n').trim()] as const;
  });
  return { name: /^# (.+)$/m.exec(head)?.[1]?.trim() ?? '', fields: new Map(fields) };
}

/** Permission and reason of each line "- `code`: reason". */
function permissionsOf(listing: Listing): ReadonlyMap<string, string> {
  const lines = (listing.fields.get('Permissions') ?? '').matchAll(/^- `([^`]+)`: *(.*)$/gm);
  return new Map([...lines].map(([, code = '', reason = '']) => [code, reason.trim()]));
}

/** A sentence for each thing that keeps the listings from being handed in. */
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
  if (marks.test(listing.name)) problems.push(`${file}: the name carries a maker's mark.`);
  for (const field of ['Short', 'Description', `New in ${version}`, 'Privacy', 'Permissions']) {
    if ((listing.fields.get(field) ?? '') === '') problems.push(`${file} has no text under "## ${field}".`);
  }
  const promised = promises.exec([...listing.fields.values()].join('\n'));
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
