/** `getTextLayout`, measured with a table of advance widths: the engine needs no fonts, and all hosts agree. */
import { advanceOf } from './advance-widths.ts';

/** Line height on a watch, as a multiple of the font size (designs/visual/font.md). */
export const LINE_HEIGHT = 1.16;

/** Width of a text on one line, px. */
export function textWidthPx(text: string, sizePx: number): number {
  let thousandths = 0;
  for (const character of text) thousandths += advanceOf(character);
  return Math.ceil((thousandths * sizePx) / 1000);
}

/** Splits a paragraph where a line may break: before each space, and at each character of scripts without spaces. */
function breakablePieces(paragraph: string): readonly string[] {
  return paragraph.match(/ *[\u2e80-\uffff]| *[^ \u2e80-\uffff]+| +/g) ?? [];
}

function wrapped(text: string, sizePx: number, widthPx: number): string[] {
  const lines: string[] = [];
  for (const paragraph of text.split('\n')) {
    let line = '';
    for (const piece of breakablePieces(paragraph)) {
      if (line === '' || textWidthPx(line + piece.trimEnd(), sizePx) <= widthPx) line += piece;
      else {
        lines.push(line.trimEnd());
        line = piece.trimStart();
      }
    }
    lines.push(line);
  }
  return lines;
}

/** The platform's answer to `getTextLayout`. */
export function textLayout(text: unknown, option: Record<string, unknown>): Record<string, unknown> {
  const sizePx = Number(option.text_size);
  if (!(sizePx > 0)) return { width: 0, height: 0, rows: 0, result: -1, text: '' };
  const widthPx = Number(option.text_width ?? 0);
  const wraps = option.wrapped !== 0 && option.wrapped !== false && widthPx > 0;
  const all = wraps ? wrapped(String(text), sizePx, widthPx) : [String(text)];
  const most = Number(option.rows_max ?? 0);
  const cut = most > 0 && all.length > most;
  const lines = cut ? all.slice(0, most) : all;
  return {
    width: Math.max(...lines.map((line) => textWidthPx(line, sizePx))),
    height: Math.ceil(lines.length * sizePx * LINE_HEIGHT),
    rows: lines.length,
    result: cut ? 1 : 0,
    text: cut ? `${lines.join(' ')}...` : String(text),
  };
}
