/** Breaks a text into lines that fit a width. */

/** How a text flows: over lines that break between words, over lines that break anywhere, on one line that ends in an ellipsis, or on one line. */
export type TextFlow = 'wrap' | 'wrap-anywhere' | 'ellipsis' | 'single';

/** Width of a text in the current font, px. */
export type MeasurePx = (text: string) => number;

const ELLIPSIS = '…';

/** A character of Chinese, Japanese or Korean, before and after which a line may break. */
const IDEOGRAPH = /[\u2E80-\u9FFF\uAC00-\uD7AF\uF900-\uFAFF\uFF00-\uFFEF]/u;

/** Splits a line where it may break: words keep the space that follows them, and ideographs stand alone. */
export function unbreakablePieces(line: string): string[] {
  const pieces: string[] = [];
  let word = '';
  for (const character of line) {
    if (IDEOGRAPH.test(character)) {
      if (word !== '') pieces.push(word);
      pieces.push(character);
      word = '';
    } else if (character === ' ') {
      pieces.push(`${word} `);
      word = '';
    } else word += character;
  }
  if (word !== '') pieces.push(word);
  return pieces;
}

/** Shortens a text to a width, with an ellipsis at its end. A text that fits stays as it is. */
export function truncate(text: string, widthPx: number, measure: MeasurePx): string {
  if (measure(text) <= widthPx) return text;
  const characters = Array.from(text);
  let low = 0;
  let high = characters.length;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    const candidate = characters.slice(0, middle).join('').trimEnd() + ELLIPSIS;
    if (measure(candidate) <= widthPx) low = middle;
    else high = middle - 1;
  }
  return characters.slice(0, low).join('').trimEnd() + ELLIPSIS;
}

/** Breaks a piece that is wider than a line between its characters. */
function brokenAnywhere(piece: string, widthPx: number, measure: MeasurePx): string[] {
  const lines: string[] = [];
  let line = '';
  for (const character of piece) {
    if (line !== '' && measure(line + character) > widthPx) {
      lines.push(line);
      line = character;
    } else line += character;
  }
  if (line !== '') lines.push(line);
  return lines;
}

function wrapped(paragraph: string, widthPx: number, measure: MeasurePx, breaksAnywhere: boolean): string[] {
  const lines: string[] = [];
  let line = '';
  for (const piece of breaksAnywhere ? Array.from(paragraph) : unbreakablePieces(paragraph)) {
    if (measure((line + piece).trimEnd()) <= widthPx) {
      line += piece;
      continue;
    }
    if (line !== '') lines.push(line.trimEnd());
    const parts = brokenAnywhere(piece, widthPx, measure);
    line = parts.pop() ?? '';
    lines.push(...parts);
  }
  lines.push(line.trimEnd());
  return lines;
}

/**
 * Breaks a text into lines.
 * @param widthPx width of a line; 0 or less means no limit
 * @param flow with `ellipsis` and `single` the paragraphs are joined into one line
 */
export function layoutLines(text: string, widthPx: number, flow: TextFlow, measure: MeasurePx): string[] {
  if (widthPx <= 0) return text.split('\n');
  if (flow === 'single') return [text.replaceAll('\n', ' ')];
  if (flow === 'ellipsis') return [truncate(text.replaceAll('\n', ' '), widthPx, measure)];
  return text
    .split('\n')
    .flatMap((paragraph) => wrapped(paragraph, widthPx, measure, flow === 'wrap-anywhere'));
}
