/** Commands that a document gives: the lines of its `sh` blocks, and its inline commands in backquotes. */

/** Lines of every `sh` block below `heading`, or in the whole document. */
export function shellLines(text: string, heading?: string): readonly string[] {
  const part = heading === undefined ? text : sectionOf(text, heading);
  return [...part.matchAll(/^```sh\n([\s\S]*?)^```$/gm)].flatMap(([, block = '']) =>
    block.split('\n').filter((line) => line.trim() !== '' && !line.startsWith('#')),
  );
}

/** Inline code that begins with `npm` or `npx`. */
export function inlineCommands(text: string): readonly string[] {
  const prose = text.replace(/^```[\s\S]*?^```$/gm, '');
  return [...prose.matchAll(/`((?:npm|npx) [^`]+)`/g)].map(([, command = '']) => command);
}

/** The text from this heading to the next of its rank. */
function sectionOf(text: string, heading: string): string {
  const [, rest] = text.split(`## ${heading}\n`);
  if (rest === undefined) throw new Error(`there is no heading "${heading}"`);
  return rest.split(/^## /m)[0] ?? '';
}
