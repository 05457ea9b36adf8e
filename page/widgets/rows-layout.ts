/** Where the rows of a list are: large rows under each other, which scroll, and a button under them. */
import { type Line, liner, type Screen, spanPx } from '../../utils/core/layout/screen.ts';

export interface RowsLayout {
  readonly title: Line;
  readonly rows: readonly Line[];
}

/** @param count rows, the last of them the way back */
export function rowsLayout(screen: Screen, count: number): RowsLayout {
  const row = liner(screen, 30);
  const title = row(-430, -330, 500, 66);
  const span = spanPx(screen);
  const h = Math.round(span * 0.17);
  const w = Math.round(screen.widthPx * (screen.shape === 'round' ? 0.8 : 0.92));
  const rows: Line[] = [];
  let y = title[0].y + title[0].h + 10;
  for (let at = 0; at < count; at++) {
    // The first row of a round glass is in its narrow part.
    const most = at === 0 && screen.shape === 'round' ? Math.round(w * 0.9) : w;
    rows.push([{ x: Math.round((screen.widthPx - most) / 2), y, w: most, h }, Math.round(span * 0.06)]);
    y += h + 8;
  }
  return { title, rows };
}
