/** Where home's parts are. */
import { type Line, liner, pairLine, type Screen } from '../../utils/core/layout/screen.ts';

export interface HomeLayout {
  /** What to do before it. */
  readonly title: Line;
  readonly lines: readonly [Line, Line, Line, Line];
  readonly pain: Line;
  readonly start: Line;
  readonly safety: Line;
  readonly more: Line;
}

export function homeLayout(screen: Screen): HomeLayout {
  const row = liner(screen, 20);
  return {
    title: row(-430, -345, 999, 44),
    lines: [
      row(-345, -277, 999, 56),
      row(-277, -209, 999, 56),
      row(-209, -145, 999, 52),
      row(-145, -85, 999, 52),
    ],
    pain: row(-80, 78, 620, 56),
    start: row(90, 284, 740, 100),
    safety: pairLine(screen, row(294, 452, 0, 43), -230),
    more: pairLine(screen, row(294, 452, 0, 43), 230),
  };
}
