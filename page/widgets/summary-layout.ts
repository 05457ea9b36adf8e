/** Where the summary's parts are, one under the other: what fills the glass at rest, then the details, which are scrolled to. */
import {
  centredBox,
  columnPx,
  type Line,
  millePx,
  rowsOn,
  type Screen,
  type TextHeight,
  type WidthShare,
} from '../../utils/core/layout/screen.ts';

export type SummaryLayout = ReturnType<typeof summaryLayout>;

/** Height of a line and type sizes, in thousandths of the glass's smaller side. */
const LINE_MILLE = 85;
const LINE_TYPE_MILLE = 57;
const COUNTS_TYPE_MILLE = 64;
/** Width of everything under the title. */
const COLUMN_SHARE: WidthShare = { round: 0.86, square: 0.92 };
/** So much of the card of the details is seen before anything is scrolled: less than what it keeps free above its words. */
const CARD_SEEN_MILLE = 44;
const CARD_FREE_MILLE = 48;
/** Between the parts, px. */
const GAP_PX = 8;

/**
 * @param measures what measures the counts, and the details that are under the button
 * @param ratings how many buttons there are for what can be rated
 * @param countsShare width of the counts; on round glass, a sentence near the top has to be narrower than short lines
 */
export function summaryLayout(
  screen: Screen,
  measures: readonly [counts: TextHeight, details: TextHeight],
  ratings: number,
  countsShare = COLUMN_SHARE,
) {
  const row = rowsOn(screen);
  const title = row({ top: -410, bottom: -316, widest: 700, type: 68 });
  const widthPx = columnPx(screen, COLUMN_SHARE);
  const lineHeightPx = millePx(screen, LINE_MILLE);
  const sizePx = millePx(screen, LINE_TYPE_MILLE);
  let y = title[0].y + title[0].h + GAP_PX;
  const paragraph = (measure: TextHeight, typeMille: number, paragraphPx: number): Line => {
    const typePx = millePx(screen, typeMille);
    const rect = centredBox(screen, y, paragraphPx, Math.ceil(measure(paragraphPx, typePx)) + GAP_PX);
    y += rect.h + GAP_PX;
    return [rect, typePx];
  };
  const line = (): Line => {
    const rect = centredBox(screen, y, widthPx, lineHeightPx);
    y += lineHeightPx;
    return [rect, sizePx];
  };
  const [closeBox, closePx] = row({ top: 0, bottom: 160, widest: 520, type: 64 });
  const button = (buttonPx: number): Line => {
    const rect = centredBox(screen, y + GAP_PX, buttonPx, closeBox.h);
    y += closeBox.h + 2 * GAP_PX;
    return [rect, closePx];
  };
  const freePx = millePx(screen, CARD_FREE_MILLE);
  const [counts, details] = measures;
  const upper = {
    title,
    /** The session in plain counts, over several lines. */
    counts: paragraph(counts, COUNTS_TYPE_MILLE, columnPx(screen, countsShare)),
    /** When the next session is good. */
    next: line(),
    sync: line(),
    /** The first button, which is seen without scrolling. */
    close: button(closeBox.w),
  };
  /** What the details stand on peeks over the fold, so that the page is seen to go on, and no word of it is cut. */
  const cardY = Math.max(y, screen.heightPx - millePx(screen, CARD_SEEN_MILLE));
  y = cardY + freePx;
  const lower = { heading: line(), details: paragraph(details, LINE_TYPE_MILLE, widthPx) };
  const card = centredBox(screen, cardY, widthPx + freePx / 2, y + freePx - cardY);
  y += freePx;
  return {
    ...upper,
    ...lower,
    card: { ...card, radius: freePx },
    /** What can be rated. */
    ratings: Array.from({ length: ratings }, () => button(widthPx)),
  };
}
