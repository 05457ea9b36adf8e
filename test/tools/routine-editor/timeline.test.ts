/** The timeline of the editor: the engine's own cues, slot by slot. */
import { expect, it } from 'vitest';
import { timelineOf } from '../../../tools/routine-editor/timeline.ts';
import { planFor } from '../../../tools/shared/plan-for.ts';
import { cueWord } from '../../../utils/core/cue/vocabulary.ts';
import { plannedSlotS } from '../../../utils/core/routine/plan.ts';

const plan = planFor({ stage: 'active' });
const parts = timelineOf(plan);

it('has a part for each slot, and a hold is as long as the plan says', () => {
  expect(parts.map(({ slot }) => slot)).toEqual(plan.slots);
  const holds = parts.filter(({ slot }) => slot.kind === 'hold');
  expect(holds.map(({ fromS, toS }) => toS - fromS)).toEqual(holds.map(({ slot }) => plannedSlotS(slot)));
});

it('shows when a hold begins, when it may be easing, when its minimum is done, and the move that ends it', () => {
  const [first] = parts;
  expect(first?.cues.map(({ atS, cue }) => [atS, cueWord(cue)])).toEqual([
    [30, 'S'],
    [60, 'SS'],
    [90, 'SSS'],
    [105, 'LL'],
  ]);
  expect([first?.startS, first?.minimumS]).toEqual([30, 90]);
});

it('ends a march, lift by lift, with the end of the session', () => {
  const words = parts[parts.length - 1]?.cues.map(({ cue }) => cueWord(cue)).join(' ');
  expect(words).toBe(`S ${'s '.repeat(10)}EE`);
});
