/** Text for paper and mails, in lines of a given number of columns. A Chinese character takes two, as in every fixed-width font. */

const WIDE = /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]/;
/** Never at the beginning of a line. */
const CLOSING = /[，。；：、！？）》」』”,.;:!?)]/;

/** The lines broken between words, or between characters where a text has no spaces; what follows a break is indented. */
export function wrapLines(lines: readonly string[], columns: number): string {
  return lines.flatMap((line) => wrapLine(line, columns)).join('\n');
}

function wrapLine(line: string, columns: number): readonly string[] {
  const wrapped: string[] = [];
  let rest = line;
  let indent = '';
  while (widthOf(indent + rest) > columns) {
    const at = breakAt(rest, columns - indent.length);
    wrapped.push(indent + rest.slice(0, at).replace(/ +$/, ''));
    rest = rest.slice(at).replace(/^ +/, '');
    indent = '  ';
  }
  return [...wrapped, indent + rest];
}

/** Where the first line of `text` ends: as late as fits. */
function breakAt(text: string, columns: number): number {
  let width = 0;
  let best = 0;
  let at = 0;
  for (; at < text.length; at++) {
    width += widthOf(text.charAt(at));
    if (width > columns) break;
    const next = text.charAt(at + 1);
    const isBreak = next === ' ' || ((WIDE.test(text.charAt(at)) || WIDE.test(next)) && !CLOSING.test(next));
    if (isBreak) best = at + 1;
  }
  return best > 0 ? best : Math.max(1, at);
}

function widthOf(text: string): number {
  let width = 0;
  for (let at = 0; at < text.length; at++) width += WIDE.test(text.charAt(at)) ? 2 : 1;
  return width;
}
