/** Reads the rows of the options page. */

/** The value under a row's label, such as "Left only" under "Sides". @param texts of the page, in its order */
export function optionValue(texts: readonly string[], label: string): string | undefined {
  const at = texts.indexOf(label);
  return at < 0 ? undefined : texts[at + 1];
}
