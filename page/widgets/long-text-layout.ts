/** Where the parts of a page with a long text are: a text as long as it needs, which scrolls, and the button under it. */
import {
  centredBox,
  columnPx,
  millePx,
  rowsOn,
  type Screen,
  type TextHeight,
} from '../../utils/core/layout/screen.ts';

export type LongTextLayout = ReturnType<typeof longTextLayout>;

/** Below it the rim of a round glass would cut the button, whose ends are round; part of the height. */
const LOWEST_ON_ROUND = 0.9;
/** Between the parts, px. */
const GAP_PX = 8;
/** Type size of the text, in thousandths of the glass's smaller side. */
const BODY_TYPE_MILLE = 62;

export function longTextLayout(screen: Screen, measure: TextHeight) {
  const { heightPx, shape } = screen;
  const row = rowsOn(screen);
  const title = row({ top: -400, bottom: -300, widest: 800, type: 60 });
  const widthPx = columnPx(screen, 0.76, 0.88);
  const y = title[0].y + title[0].h + GAP_PX;
  const [accept, acceptPx] = row({ top: 0, bottom: 180, widest: 660, type: 68 });
  const bodyPx = millePx(screen, BODY_TYPE_MILLE);
  const h = Math.ceil(measure(widthPx, bodyPx) + bodyPx / 2);
  let acceptY = Math.max(y + h, heightPx / 2) + GAP_PX;
  // On round glass the end of a page that just does not scroll would lie under the rim.
  if (shape === 'round' && acceptY + accept.h > heightPx * LOWEST_ON_ROUND)
    acceptY = Math.max(acceptY, heightPx);
  return {
    title,
    body: [centredBox(screen, y, widthPx, h), bodyPx] as const,
    accept: [{ ...accept, y: acceptY }, acceptPx] as const,
  };
}
