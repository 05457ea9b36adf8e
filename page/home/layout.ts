/** Where home's parts are. */
import { type Line, liner, type Screen } from '../../utils/core/layout/screen.ts';

export interface HomeLayout {
  readonly title: Line;
  readonly lines: readonly [Line, Line, Line, Line];
  readonly start: Line;
  readonly safety: Line;
}

export function homeLayout(screen: Screen): HomeLayout {
  const row = liner(screen, 30);
  return {
    title: row(-430, -330, 999, 75),
    lines: [
      row(-310, -230, 999, 60),
      row(-230, -150, 999, 60),
      row(-140, -70, 999, 60),
      row(-70, 0, 999, 60),
    ],
    start: row(30, 270, 620, 100),
    safety: row(285, 440, 400, 55),
  };
}
