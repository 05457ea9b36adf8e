/** What home says about the session that comes: the hip, and the work in spots, march and minutes. */
import type { PlanSummary } from '../routine/plan-summary.ts';
import { type Phrase, phrase } from '../text/phrase.ts';

export interface HomeView {
  readonly hip: Phrase;
  readonly work: readonly Phrase[];
  /** Says that a step is left out, and where it is brought back; null where none is. */
  readonly note: Phrase | null;
}

export function homeView({ kit, sides, left, right, lifts, minutes, isStepLeftOut }: PlanSummary): HomeView {
  const spots = left + right;
  // What is pressed is a spot; a stretch is held.
  const key = kit === 'none' ? 'home.holds' : spots === 1 ? 'home.spot' : 'home.spots';
  const work = [phrase(key, spots)];
  if (lifts > 0) work.push(phrase('home.march'));
  work.push(phrase('home.minutes', minutes));
  return {
    hip: phrase(`home.hip.${sides.length > 1 ? 'both' : right > 0 ? 'right' : 'left'}`),
    work,
    note: isStepLeftOut ? phrase('home.leftOut') : null,
  };
}
