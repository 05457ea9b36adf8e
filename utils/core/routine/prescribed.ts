/** What a routine of the wearer's own leaves to them: it is a prescription, whose doses no preference changes. */
import type { PlanPreferences, PreferenceName } from '../preferences/preference-table.ts';
import { isOwnId } from './own-id.ts';
import type { Routine, Side } from './routine.ts';

/** What the wearer may choose for built-in routines alone, with the value that leaves it to the routine. */
const PRESCRIBED: Pick<PlanPreferences, 'band' | 'beatS' | 'soreBack' | 'spots'> = {
  band: true,
  beatS: null,
  soreBack: false,
  spots: { left: null, right: null },
};

const BOTH_SIDES: readonly Side[] = ['left', 'right'];

/** Whether this routine, and not the wearer, decides about a preference. */
export function isPrescribed({ id }: Pick<Routine, 'id'>, name: PreferenceName): boolean {
  return isOwnId(id) && name in PRESCRIBED;
}

/**
 * The preferences that a plan of this routine follows. A rest that an own routine prescribes can only become longer; and if it
 * names only the side that the wearer has not chosen, it is done on that side.
 */
export function asPrescribed<Given extends PlanPreferences>(
  { id, steps }: Routine,
  preferences: Given,
): Given {
  if (!isOwnId(id)) return preferences;
  const { placeS, sides } = preferences;
  const isAnyLeft = steps.some(
    (step) => step.kind === 'march' || step.only === undefined || sides.indexOf(step.only) >= 0,
  );
  return {
    ...preferences,
    ...PRESCRIBED,
    placeS: Math.max(0, placeS),
    sides: isAnyLeft ? sides : BOTH_SIDES,
  };
}
