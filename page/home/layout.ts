/** Where home's parts are, in thousandths of the glass's smaller side from its middle. */
import { rowsOn, type Screen } from '../../utils/core/layout/screen.ts';

/** The rows come closer to the rim than elsewhere, so that Start can be large; thousandths of the smaller side. */
const RIM_MILLE = 20;
/** How far the words come down if there is no note under them, in thousandths. */
const WITHOUT_NOTE_MILLE = 30;

export function homeLayout(screen: Screen, hasNote: boolean) {
  const row = rowsOn(screen, RIM_MILLE);
  const lowered = hasNote ? 0 : WITHOUT_NOTE_MILLE;
  return {
    /** Which routine; a tap turns to the next. */
    routine: row({ top: -416, bottom: -261, type: 56 }),
    sides: row({ top: -258 + lowered, bottom: -166 + lowered, type: 88 }),
    amounts: row({ top: -156 + lowered, bottom: -90 + lowered, type: 60 }),
    /** Whether the day is good. */
    day: row({ top: -82 + lowered, bottom: -18 + lowered, type: 58 }),
    note: row({ top: -10, bottom: 52, type: 56 }),
    start: row({ top: 70, bottom: 250, widest: 640, type: 95 }),
    more: row({ top: 266, bottom: 422, widest: 340, type: 66 }),
  };
}
