import { describe, expect, it } from 'vitest';
import * as codes from '../../../utils/core/log/codes.ts';
import type { Morning } from '../../../utils/core/log/record.ts';
import type { HoldKit, Stage } from '../../../utils/core/routine/routine.ts';
import type { Ending, Outcome } from '../../../utils/core/session/state.ts';

describe('the lists of codes', () => {
  it.each([
    // Each of these fails to compile if its union gets a word that is missing here.
    ['PHASES', codes.PHASES, { sore: 0, active: 0, maintenance: 0 } satisfies Record<Stage, 0>],
    ['TOOLS', codes.TOOLS, { ball: 0, hook: 0, none: 0 } satisfies Record<HoldKit, 0>],
    ['ENDINGS', codes.ENDINGS, { done: 0, stopped: 0, left: 0 } satisfies Record<Ending, 0>],
    [
      'OUTCOMES',
      codes.OUTCOMES,
      {
        'guided-to-end': 0,
        'let-go': 0,
        'not-easing': 0,
        interrupted: 0,
        skipped: 0,
        stopped: 0,
      } satisfies Record<Outcome, 0>,
    ],
    ['MORNINGS', codes.MORNINGS, { worse: 0, same: 0, better: 0 } satisfies Record<Morning, 0>],
  ] as const)('have every word of %s', (_name, list, words) => {
    expect(list).toEqual(Object.keys(words));
  });

  it('have each order of the sides', () => {
    const orders = [['left'], ['right'], ['left', 'right'], ['right', 'left']] as const;
    expect(orders.map(codes.sideOrderCode)).toEqual([0, 1, 2, 3]);
  });
});

describe('a name', () => {
  it.each(['', 'march', 'release-backs', 'release-iliacu', 'stretch-calf', 'k', 'Release-back'])(
    'of a step "%s" is spelled out, because only a whole name has a code',
    (step) => {
      expect(codes.codeOr(codes.SPELLED_STEP, codes.STEPS, step)).toBe(3);
    },
  );

  it('of a routine without a code is spelled out, which code 0 announces', () => {
    expect(codes.codeOr(codes.SPELLED_ROUTINE, codes.ROUTINES, 'calf-and-hip-stretch')).toBe(0);
  });
});
