/** Where the parts of a help page are: title, drawing, words, and the way on under them, which may have to be scrolled to. */
import { type Line, liner, type Rect, type Screen, spanPx } from '../../utils/core/layout/screen.ts';

export interface HelpLayout {
  readonly title: Line;
  readonly picture: Rect;
  readonly body: Line;
  readonly next: Line;
}

/** The drawings' own size: they are not stretched. */
const PICTURE_PX = { w: 260, h: 170 };

/** @param measure height of the words in px for a width and a type size in px */
export function helpLayout(screen: Screen, measure: (widthPx: number, sizePx: number) => number): HelpLayout {
  const { widthPx, shape } = screen;
  const row = liner(screen, 30);
  const title = row(-400, -310, 999, 50);
  const x = Math.round((widthPx - PICTURE_PX.w) / 2);
  const picture = { x, y: title[0].y + title[0].h + 4, w: PICTURE_PX.w, h: PICTURE_PX.h };
  const w = Math.round(widthPx * (shape === 'round' ? 0.78 : 0.88));
  const sizePx = Math.round(spanPx(screen) * 0.062);
  const y = picture.y + picture.h + 8;
  const h = Math.ceil(measure(w, sizePx)) + sizePx;
  const [next, nextPx] = row(0, 180, 560, 68);
  return {
    title,
    picture,
    body: [{ x: Math.round((widthPx - w) / 2), y, w, h }, sizePx],
    next: [{ ...next, y: y + h + 8 }, nextPx],
  };
}
