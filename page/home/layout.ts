/** Where home's parts are. */
import { type Line, liner, pairLine, type Screen } from '../../utils/core/layout/screen.ts';

export interface HomeLayout {
  /** What to do before it. */
  readonly title: Line;
  /** Which routine; a tap turns to the next. */
  readonly routine: Line;
  readonly lines: readonly [Line, Line, Line, Line];
  readonly pain: Line;
  readonly more: Line;
  readonly start: Line;
}

export function homeLayout(screen: Screen): HomeLayout {
  const row = liner(screen, 20);
  const pair = row(82, 237, 0, 50);
  return {
    title: row(-428, -357, 999, 43),
    routine: row(-355, -200, 760, 52),
    lines: [row(-197, -128, 999, 56), row(-128, -59, 999, 56), row(-59, 8, 999, 52), row(8, 75, 999, 52)],
    pain: pairLine(screen, pair, -440),
    more: pairLine(screen, pair, 360),
    start: row(248, 436, 740, 95),
  };
}
