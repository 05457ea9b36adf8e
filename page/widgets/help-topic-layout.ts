/** Where the parts of a help page are: title, drawing, words, and the way on under them, which may have to be scrolled to. */
import {
  centredBox,
  columnPx,
  millePx,
  rowsOn,
  type Screen,
  type TextHeight,
} from '../../utils/core/layout/screen.ts';

/** The drawings' own size: they are not stretched. */
const PICTURE_PX = { w: 260, h: 170 };
/** Between title and picture, and between the parts under it, px. */
const PICTURE_GAP_PX = 4;
const GAP_PX = 8;
/** Type size of the words, in thousandths of the glass's smaller side. */
const BODY_TYPE_MILLE = 62;

export function helpTopicLayout(screen: Screen, measure: TextHeight) {
  const row = rowsOn(screen);
  const title = row({ top: -400, bottom: -310, type: 50 });
  const picture = centredBox(screen, title[0].y + title[0].h + PICTURE_GAP_PX, PICTURE_PX.w, PICTURE_PX.h);
  const widthPx = columnPx(screen, 0.78, 0.88);
  const sizePx = millePx(screen, BODY_TYPE_MILLE);
  const y = picture.y + picture.h + GAP_PX;
  // Room for one more line than was measured.
  const h = Math.ceil(measure(widthPx, sizePx)) + sizePx;
  const [next, nextPx] = row({ top: 0, bottom: 180, widest: 560, type: 68 });
  return {
    title,
    picture,
    body: [centredBox(screen, y, widthPx, h), sizePx] as const,
    next: [{ ...next, y: y + h + GAP_PX }, nextPx] as const,
  };
}
