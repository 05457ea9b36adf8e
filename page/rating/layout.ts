/** Where the parts of a rating are: the question, the number between less and more, save and skip. */
import { type Line, liner, type Rect, type Screen } from '../../utils/core/layout/screen.ts';

export interface RatingLayout {
  readonly question: Line;
  readonly number: Line;
  readonly less: Line;
  readonly more: Line;
  readonly scale: Line;
  readonly save: Line;
  readonly skip: Line;
}

export function ratingLayout(screen: Screen): RatingLayout {
  const row = liner(screen, 30);
  const middle = row(-260, -20, 240, 200);
  const { x, y, w, h } = middle[0];
  const aside = (left: number): Line => {
    const rect: Rect = { x: left, y, w: h, h };
    return [rect, row(0, 0, 0, 120)[1]];
  };
  return {
    question: row(-395, -270, 999, 48),
    number: middle,
    less: aside(x - h - 4),
    more: aside(x + w + 4),
    scale: row(-10, 60, 800, 48),
    save: row(80, 270, 560, 80),
    skip: row(290, 450, 400, 55),
  };
}
