/** The text in two parts of about the same length, parted at the space that is nearest to its middle if there is one near it. */
export function inHalves(text: string): readonly [string, string] {
  const middle = Math.ceil(text.length / 2);
  for (let off = 0; off < middle / 2; off++)
    for (const at of [middle - off, middle + off])
      if (text.charAt(at) === ' ') return [text.slice(0, at), text.slice(at + 1)];
  // Never between the two units of one character.
  const at = /[\ud800-\udbff]/.test(text.charAt(middle - 1)) ? middle - 1 : middle;
  return [text.slice(0, at), text.slice(at)];
}
