/** Where the check's parts are: the mode, what it means, and two buttons. */
import { type Line, liner, type Screen } from '../../utils/core/layout/screen.ts';

export interface CheckLayout {
  readonly title: Line;
  readonly body: Line;
  readonly start: Line;
  readonly back: Line;
}

export function checkLayout(screen: Screen): CheckLayout {
  const row = liner(screen, 30);
  return {
    title: row(-310, -210, 999, 66),
    body: row(-190, 10, 760, 60),
    start: row(20, 220, 660, 66),
    back: row(250, 410, 400, 60),
  };
}
