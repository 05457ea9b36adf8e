/** Where home's parts are. */
import { rowsOn, type Screen } from '../../utils/core/layout/screen.ts';

/** The rows come closer to the rim than elsewhere, so that Start can be large; thousandths of the smaller side. */
const RIM_MILLE = 20;
/** How far the words come down if there is no note under them, in thousandths. */
const WITHOUT_NOTE_MILLE = 30;

export function homeLayout(screen: Screen, hasNote: boolean) {
  const row = rowsOn(screen, RIM_MILLE);
  const down = hasNote ? 0 : WITHOUT_NOTE_MILLE;
  return {
    /** Which routine; a tap turns to the next. */
    routine: row({ top: -416, bottom: -261, type: 56 }),
    hip: row({ top: -258 + down, bottom: -166 + down, type: 88 }),
    work: row({ top: -160 + down, bottom: -94 + down, type: 60 }),
    /** Whether the day is good. */
    day: row({ top: -90 + down, bottom: -26 + down, type: 58 }),
    note: row({ top: -22, bottom: 40, type: 56 }),
    start: row({ top: 54, bottom: 244, widest: 640, type: 95 }),
    more: row({ top: 264, bottom: 420, widest: 340, type: 66 }),
  };
}
