/** Where the parts of a page with a long text are: a text as long as it needs, which scrolls, and the button under it. */
import { type Line, liner, type Screen, spanPx } from '../../utils/core/layout/screen.ts';

export interface LongTextLayout {
  readonly title: Line;
  readonly body: Line;
  readonly accept: Line;
}

/** Below it the rim of a round glass would cut the button, whose ends are round; part of the height. */
const LOWEST_ON_ROUND = 0.9;

/** @param measure height of the body in px for a width and a type size in px */
export function longTextLayout(
  screen: Screen,
  measure: (widthPx: number, sizePx: number) => number,
): LongTextLayout {
  const { widthPx, heightPx, shape } = screen;
  const span = spanPx(screen);
  const row = liner(screen, 30);
  const title = row(-400, -300, 800, 60);
  const w = Math.round(widthPx * (shape === 'round' ? 0.76 : 0.88));
  const y = title[0].y + title[0].h + 8;
  const [accept, acceptPx] = row(0, 180, 660, 68);
  const bodyPx = Math.round(span * 0.062);
  const h = Math.ceil(measure(w, bodyPx) + bodyPx / 2);
  let acceptY = Math.max(y + h, heightPx / 2) + 8;
  // On round glass the end of a page that just does not scroll would lie under the rim.
  if (shape === 'round' && acceptY + accept.h > heightPx * LOWEST_ON_ROUND)
    acceptY = Math.max(acceptY, heightPx);
  return {
    title,
    body: [{ x: Math.round((widthPx - w) / 2), y, w, h }, bodyPx],
    accept: [{ ...accept, y: acceptY }, acceptPx],
  };
}
