/** Where the parts of a rating are: the question, the number between less and more, save and skip. */
import { type Line, millePx, type Rect, rowsOn, type Screen } from '../../utils/core/layout/screen.ts';

/** Type size of minus and plus, in thousandths of the glass's smaller side. */
const SIGN_MILLE = 120;
/** Between the number and the buttons beside it, px. */
const GAP_PX = 4;

export function ratingLayout(screen: Screen) {
  const row = rowsOn(screen);
  const middle = row({ top: -232, bottom: -4, widest: 240, type: 190 });
  const { x, y, w, h } = middle[0];
  const aside = (left: number): Line => {
    const rect: Rect = { x: left, y, w: h, h };
    return [rect, millePx(screen, SIGN_MILLE)];
  };
  return {
    question: row({ top: -374, bottom: -236, type: 56 }),
    number: middle,
    less: aside(x - h - GAP_PX),
    more: aside(x + w + GAP_PX),
    scale: row({ top: 0, bottom: 66, widest: 860, type: 56 }),
    save: row({ top: 80, bottom: 270, widest: 560, type: 80 }),
    skip: row({ top: 290, bottom: 450, widest: 400, type: 57 }),
  };
}
