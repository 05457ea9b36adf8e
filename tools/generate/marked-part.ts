/** Parts of documents that are written by `npm run fix`, each between two marks of its own. */

/**
 * `text` with `part` between the marks of `name`.
 *
 * @param source the file that the part is made from, which the first mark names
 * @throws where `text` lacks a mark
 */
export function withMarkedPart(text: string, name: string, source: string, part: string): string {
  const begin = `<!-- ${name}: written by \`npm run fix\` from ${source} -->`;
  const end = `<!-- end of ${name} -->`;
  const [before, rest] = text.split(begin);
  const after = rest?.split(end)[1];
  if (before === undefined || after === undefined) throw new Error(`"${begin}" or "${end}" is missing.`);
  return `${before}${begin}\n${part}\n${end}${after}`;
}
