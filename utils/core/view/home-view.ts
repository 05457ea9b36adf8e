/** What home says about the session that comes: the kit, and the work in sides, holds, lifts and minutes. */
import type { PlanSummary } from '../routine/plan-summary.ts';
import { type Phrase, phrase } from '../text/phrase.ts';

export interface HomeView {
  readonly kit: readonly Phrase[];
  readonly work: readonly Phrase[];
}

export function homeView({ kit: main, band, sides, left, right, lifts, minutes }: PlanSummary): HomeView {
  const isBoth = sides.length > 1;
  const kit = [phrase(`kit.${main}`)];
  if (band) kit.push(phrase('kit.band'));
  const work = [
    phrase(`sides.${isBoth ? 'both' : right > 0 ? 'right' : 'left'}`),
    isBoth && left !== right ? phrase('holds.sides', left, right) : phrase('holds', left + right),
  ];
  if (lifts > 0) work.push(phrase('lifts', lifts));
  work.push(phrase('minutes', minutes));
  return { kit, work };
}
