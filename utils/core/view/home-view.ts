/** What home says before Start: kit, sides, holds, minutes. */
import { type Choices, type Plan, plannedSlotS } from '../routine/plan.ts';
import type { HoldTool } from '../routine/routine.ts';
import { type Phrase, phrase } from '../text/phrase.ts';

export interface HomeView {
  readonly kit: readonly Phrase[];
  readonly work: readonly Phrase[];
}

export function homeView(plan: Plan, choices: Choices): HomeView {
  let holds = 0;
  let lifts = 0;
  let totalS = 0;
  let tool: HoldTool = 'none';
  for (const slot of plan.slots) {
    if (slot.kind === 'hold') {
      holds++;
      if (slot.tool !== 'none') tool = choices.tool;
    } else lifts += slot.lifts;
    totalS += plannedSlotS(slot);
  }
  const side = choices.sides.length > 1 ? 'both' : choices.sides[0] === 'right' ? 'right' : 'left';
  const kit = [phrase(`kit.${tool}`)];
  if (lifts > 0) kit.push(phrase('kit.band'));
  const work = [phrase(`sides.${side}`), phrase('holds', holds)];
  if (lifts > 0) work.push(phrase('lifts', lifts));
  work.push(phrase('minutes', Math.round(totalS / 60)));
  return { kit, work };
}
