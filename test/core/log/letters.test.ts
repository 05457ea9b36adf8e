import { expect, it } from 'vitest';
import * as codes from '../../../utils/core/log/codes.ts';
import * as letters from '../../../utils/core/log/letters.ts';
import type { Morning } from '../../../utils/core/log/record.ts';
import type { HoldKit, Side, Stage } from '../../../utils/core/routine/routine.ts';
import type { Ending, Outcome } from '../../../utils/core/session/state.ts';

it('the lists have every word that there is', () => {
  // Each of these fails to compile when its union gets a word that is missing here.
  const every = {
    PHASES: { sore: 0, active: 0, maintenance: 0 } satisfies Record<Stage, 0>,
    TOOLS: { ball: 0, hook: 0, none: 0 } satisfies Record<HoldKit, 0>,
    SIDES: { left: 0, right: 0 } satisfies Record<Side, 0>,
    ENDINGS: { done: 0, stopped: 0, left: 0 } satisfies Record<Ending, 0>,
    OUTCOMES: {
      'guided-to-end': 0,
      'let-go': 0,
      'not-easing': 0,
      interrupted: 0,
      skipped: 0,
      stopped: 0,
    } satisfies Record<Outcome, 0>,
    MORNINGS: { worse: 0, same: 0, better: 0 } satisfies Record<Morning, 0>,
  };
  const { PHASES, TOOLS, SIDES, ENDINGS, OUTCOMES, MORNINGS } = codes;
  const lists = { PHASES, TOOLS, SIDES, ENDINGS, OUTCOMES, MORNINGS };
  for (const [name, words] of Object.entries(every)) {
    expect(lists[name as keyof typeof every], name).toEqual(Object.keys(words));
  }
});

it.each(['', 'march', 'release-backs', 'release-iliacu', 'stretch-calf', 'k', 'Release-back'])(
  'a step named "%s" is spelled: only a whole name has a number',
  (step) => {
    expect(letters.stepCode(step)).toBe(3);
  },
);

it('the watch gives every word the number that its list has', () => {
  expect(codes.PHASES.map(letters.phaseCode)).toEqual([0, 1, 2]);
  expect(codes.TOOLS.map(letters.toolCode)).toEqual([0, 1, 2]);
  expect(codes.STEPS.map(letters.stepCode)).toEqual([0, 1]);
  expect(codes.SIDES.map(letters.sideCode)).toEqual([0, 1]);
  expect(codes.ENDINGS.map(letters.endingCode)).toEqual([0, 1, 2]);
  expect(codes.OUTCOMES.map(letters.outcomeCode)).toEqual([0, 1, 2, 3, 4, 5]);
  expect(codes.MORNINGS.map(letters.morningCode)).toEqual([0, 1, 2]);
  expect(codes.ROUTINES).toEqual(['', letters.KNOWN_ROUTINE]);
});
