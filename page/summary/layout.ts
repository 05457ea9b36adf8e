/** Where the summary's parts are: the words, then lines one under the other, which scroll when they are many, and the button under them. */
import {
  centredBox,
  columnPx,
  type Line,
  millePx,
  rowsOn,
  type Screen,
  type TextHeight,
} from '../../utils/core/layout/screen.ts';

export type SummaryLayout = ReturnType<typeof summaryLayout>;

/** Height of a line and type sizes, in thousandths of the glass's smaller side. */
const LINE_MILLE = 85;
const LINE_TYPE_MILLE = 58;
const WORDS_TYPE_MILLE = 64;
/** Between the parts, px. */
const GAP_PX = 8;

export function summaryLayout(screen: Screen, lineCount: number, measure: TextHeight) {
  const row = rowsOn(screen);
  const title = row({ top: -410, bottom: -310, widest: 800, type: 70 });
  const widthPx = columnPx(screen, 0.8, 0.92);
  const lineHeightPx = millePx(screen, LINE_MILLE);
  const sizePx = millePx(screen, LINE_TYPE_MILLE);
  const wordsPx = millePx(screen, WORDS_TYPE_MILLE);
  let y = title[0].y + title[0].h + GAP_PX;
  const words = centredBox(screen, y, widthPx, Math.ceil(measure(widthPx, wordsPx)) + GAP_PX);
  y += words.h + GAP_PX;
  const next = (): Line => {
    const rect = centredBox(screen, y, widthPx, lineHeightPx);
    y += lineHeightPx;
    return [rect, sizePx];
  };
  const lines: Line[] = [];
  for (let at = 0; at < lineCount; at++) lines.push(next());
  const sync = next();
  const [close, closePx] = row({ top: 0, bottom: 160, widest: 440, type: 70 });
  const below = (buttons: number): Line => {
    return [centredBox(screen, y + GAP_PX + buttons * (close.h + GAP_PX), widthPx, close.h), sizePx];
  };
  return {
    title,
    /** The session in words, over several lines. */
    words: [words, wordsPx] as const,
    lines,
    /** What can be rated. */
    ratings: [below(0), below(1)] as const,
    sync,
    close: [{ ...close, y: below(2)[0].y }, closePx] as const,
  };
}
