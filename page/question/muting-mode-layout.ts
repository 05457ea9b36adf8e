/** Where the parts of the question about a muting mode are: the mode, what it means, and two buttons. */
import { rowsOn, type Screen } from '../../utils/core/layout/screen.ts';

export function mutingModeLayout(screen: Screen) {
  const row = rowsOn(screen);
  return {
    title: row({ top: -310, bottom: -210, type: 66 }),
    body: row({ top: -190, bottom: 10, widest: 760, type: 60 }),
    start: row({ top: 20, bottom: 220, widest: 660, type: 66 }),
    back: row({ top: 250, bottom: 410, widest: 400, type: 60 }),
  };
}
