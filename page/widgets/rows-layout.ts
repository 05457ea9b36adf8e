/** Where the rows of a list are: large rows under each other, which scroll, and a button under them. */
import {
  centredBox,
  columnPx,
  type Line,
  millePx,
  rowsOn,
  type Screen,
} from '../../utils/core/layout/screen.ts';

/** Height and type size of a row, in thousandths of the glass's smaller side. */
const ROW_MILLE = 170;
const TYPE_MILLE = 60;
/** Under the title and between two rows, px. */
const TITLE_GAP_PX = 10;
const ROW_GAP_PX = 8;

/** @param count rows, the last of them the way back */
export function rowsLayout(screen: Screen, count: number) {
  const row = rowsOn(screen);
  const title = row({ top: -430, bottom: -330, widest: 500, type: 66 });
  const heightPx = millePx(screen, ROW_MILLE);
  const widthPx = columnPx(screen, 0.8, 0.92);
  const rows: Line[] = [];
  let y = title[0].y + title[0].h + TITLE_GAP_PX;
  for (let at = 0; at < count; at++) {
    // The first row of a round glass is in its narrow part.
    const isNarrow = at === 0 && screen.shape === 'round';
    const rect = centredBox(screen, y, isNarrow ? Math.round(widthPx * 0.9) : widthPx, heightPx);
    rows.push([rect, millePx(screen, TYPE_MILLE)]);
    y += heightPx + ROW_GAP_PX;
  }
  return { title, rows };
}
