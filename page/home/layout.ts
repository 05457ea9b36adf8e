/** Where home's parts are. */
import { pairOn, rowsOn, type Screen } from '../../utils/core/layout/screen.ts';

/** Home has the most rows of all pages, so they come closer to the rim than elsewhere; thousandths of the smaller side. */
const RIM_MILLE = 20;

export function homeLayout(screen: Screen) {
  const row = rowsOn(screen, RIM_MILLE);
  const [pain, more] = pairOn(screen, { top: 82, bottom: 237, type: 50 }, 440, 360);
  return {
    /** What to do before it. */
    title: row({ top: -428, bottom: -357, type: 43 }),
    /** Which routine; a tap turns to the next. */
    routine: row({ top: -355, bottom: -200, widest: 760, type: 52 }),
    lines: [
      row({ top: -197, bottom: -128, type: 56 }),
      row({ top: -128, bottom: -59, type: 56 }),
      row({ top: -59, bottom: 8, type: 52 }),
      row({ top: 8, bottom: 75, type: 52 }),
    ] as const,
    pain,
    more,
    start: row({ top: 248, bottom: 436, widest: 740, type: 95 }),
  };
}
