/** Where the glance's parts are. */
import { type Line, liner, type Screen } from '../utils/core/layout/screen.ts';

export interface GlanceLayout {
  readonly title: Line;
  /** When the next session is good. */
  readonly next: Line;
  /** What comes. */
  readonly lines: readonly [Line, Line];
}

export function glanceLayout(screen: Screen): GlanceLayout {
  const row = liner(screen, 40);
  return {
    title: row(-330, -240, 700, 52),
    next: row(-150, -30, 999, 66),
    lines: [row(10, 100, 999, 60), row(100, 190, 999, 60)],
  };
}
