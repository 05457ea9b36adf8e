/** What home says about the next session: its sides, and how much it is, in spots, march and minutes. */
import type { PlanSummary } from '../routine/plan-summary.ts';
import { type Phrase, phrase } from '../text/phrase.ts';

export interface HomeView {
  readonly sides: Phrase;
  /** Spots or holds, march, minutes. */
  readonly amounts: readonly Phrase[];
  /** Says that a step is left out, and where to bring it back; null if none is. */
  readonly note: Phrase | null;
}

/** The sides in order, or the only one with holds. */
function sidesOf({ sides, left, right }: PlanSummary): 'left-right' | 'right-left' | 'left' | 'right' {
  if (left > 0 !== right > 0) return left > 0 ? 'left' : 'right';
  return sides.join('-') as 'left-right';
}

export function homeView(summary: PlanSummary): HomeView {
  const { kit, sides, left, right, lifts, minutes, isOwn = false, isStepLeftOut } = summary;
  const spots = left + right;
  // Pressing is counted in spots; a stretch is a hold.
  const key = isOwn || kit === 'none' ? 'home.holds' : spots === 1 ? 'home.spot' : 'home.spots';
  const amounts = isOwn && spots === 0 ? [] : [phrase(key, spots)];
  if (lifts > 0) amounts.push(isOwn ? phrase('home.repetitions', lifts) : phrase('home.march'));
  amounts.push(phrase('home.minutes', minutes));
  if (isOwn) return { sides: phrase(`options.${sidesOf(summary)}`), amounts, note: null };
  return {
    sides: phrase(`home.hip.${sides.length > 1 ? 'both' : right > 0 ? 'right' : 'left'}`),
    amounts,
    note: isStepLeftOut ? phrase('home.leftOut') : null,
  };
}
