/** Where the parts of a rating are: the question, the number between less and more, save and skip. */
import { type Line, millePx, type Rect, rowsOn, type Screen } from '../../utils/core/layout/screen.ts';

/** Type size of minus and plus, in thousandths of the glass's smaller side. */
const SIGN_MILLE = 120;
/** Between the number and the buttons beside it, px. */
const GAP_PX = 4;

export function ratingLayout(screen: Screen) {
  const row = rowsOn(screen);
  const middle = row({ top: -260, bottom: -20, widest: 240, type: 200 });
  const { x, y, w, h } = middle[0];
  const aside = (left: number): Line => {
    const rect: Rect = { x: left, y, w: h, h };
    return [rect, millePx(screen, SIGN_MILLE)];
  };
  return {
    question: row({ top: -395, bottom: -270, type: 48 }),
    number: middle,
    less: aside(x - h - GAP_PX),
    more: aside(x + w + GAP_PX),
    scale: row({ top: -10, bottom: 60, widest: 800, type: 48 }),
    save: row({ top: 80, bottom: 270, widest: 560, type: 80 }),
    skip: row({ top: 290, bottom: 450, widest: 400, type: 55 }),
  };
}
