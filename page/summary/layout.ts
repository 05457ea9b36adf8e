/** Where the summary's parts are: the words, then lines one under the other, which scroll when they are many, and the button under them. */
import { type Line, liner, type Rect, type Screen, spanPx } from '../../utils/core/layout/screen.ts';

export interface SummaryLayout {
  readonly title: Line;
  /** The session in words, over several lines. */
  readonly words: Line;
  readonly lines: readonly Line[];
  /** What can be rated. */
  readonly ratings: readonly [Line, Line];
  readonly sync: Line;
  readonly close: Line;
}

/** @param measure height of the words in px for a width and a type size in px */
export function summaryLayout(
  screen: Screen,
  lineCount: number,
  measure: (widthPx: number, sizePx: number) => number,
): SummaryLayout {
  const { widthPx, shape } = screen;
  const span = spanPx(screen);
  const row = liner(screen, 30);
  const title = row(-410, -310, 800, 70);
  const w = Math.round(widthPx * (shape === 'round' ? 0.8 : 0.92));
  const x = Math.round((widthPx - w) / 2);
  const h = Math.round(span * 0.085);
  const sizePx = Math.round(span * 0.058);
  const wordsPx = Math.round(span * 0.064);
  let y = title[0].y + title[0].h + 8;
  const words: Rect = { x, y, w, h: Math.ceil(measure(w, wordsPx)) + 8 };
  y += words.h + 8;
  const next = (): Line => {
    const rect: Rect = { x, y, w, h };
    y += h;
    return [rect, sizePx];
  };
  const lines: Line[] = [];
  for (let at = 0; at < lineCount; at++) lines.push(next());
  const sync = next();
  const [close, closePx] = row(0, 160, 440, 70);
  const below = (buttons: number): Rect => ({ x, y: y + 8 + buttons * (close.h + 8), w, h: close.h });
  return {
    title,
    words: [words, wordsPx],
    lines,
    ratings: [
      [below(0), sizePx],
      [below(1), sizePx],
    ],
    sync,
    close: [{ ...close, y: below(2).y }, closePx],
  };
}
