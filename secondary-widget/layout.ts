/** Where the glance's parts are. */
import { rowsOn, type Screen } from '../utils/core/layout/screen.ts';

/** What stays free at the rim, in thousandths of the glass's smaller side: more than on a page. */
const RIM_MILLE = 40;

export function glanceLayout(screen: Screen) {
  const row = rowsOn(screen, RIM_MILLE);
  return {
    title: row({ top: -330, bottom: -240, widest: 700, type: 57 }),
    /** When the next session is good. */
    next: row({ top: -150, bottom: -30, type: 57 }),
    /** What comes. */
    lines: [row({ top: 10, bottom: 100, type: 60 }), row({ top: 100, bottom: 190, type: 60 })] as const,
  };
}
