/** The feel test leaves out no cue that a plan has: what is not known cannot be followed. */
import { expect, it } from 'vitest';
import { feltCues } from '../../../utils/core/cue/felt-cues.ts';
import { type Cue, cueWord } from '../../../utils/core/cue/vocabulary.ts';
import { moveAfter } from '../../../utils/core/routine/plan.ts';
import { watchEn } from '../../../utils/core/text/watch-en.ts';
import { allPlanPreferences, planWith } from '../../support/arbitraries.ts';

it.each(allPlanPreferences.map((choices) => [JSON.stringify(choices), choices] as const))(
  'for %s every cue of a hold and every move is among them',
  (_, choices) => {
    const plan = planWith(choices);
    const felt = new Set(feltCues.map(cueWord));
    const needed = plan.slots.flatMap((slot, at): Cue[] => {
      const to = moveAfter(plan, at);
      const inside = slot.kind === 'hold' ? slot.cues.map(({ cue }) => ({ name: cue, to: null })) : [];
      return to === null ? inside : [...inside, { name: 'move', to }];
    });
    expect(needed.length).toBeGreaterThan(2);
    expect(needed.map(cueWord).filter((word) => !felt.has(word))).toEqual([]);
  },
);

it('each has words for what it means, and none comes twice', () => {
  const keys = feltCues.map(({ name, to }) => `cue.${to ?? name}`);
  expect(keys.filter((key) => !(key in watchEn))).toEqual([]);
  expect(new Set(keys).size).toBe(keys.length);
});
