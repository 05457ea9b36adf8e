import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { StoredSession } from '../../../utils/core/trend/stored-log.ts';
import {
  meaningfulPoints,
  morningsOf,
  overallVerdict,
  verdictOf,
} from '../../../utils/core/trend/trend-verdict.ts';
import { ratedSession } from '../../support/stored-log.ts';

/** Sessions newest first, from contact ratings oldest first. */
function contacts(...ratings: readonly (number | null)[]): readonly StoredSession[] {
  return ratings.map((contact) => ratedSession({ contact, painBefore: null, painAfter: null })).reverse();
}

function verdict(...ratings: readonly (number | null)[]): string {
  const found = overallVerdict(contacts(...ratings));
  return found.isKnown ? found.change : `${found.rated} of ${found.needed}`;
}

describe('the one question', () => {
  it.each([
    ['better', [8, 7, 7, 6, 5, 5, 4, 4]],
    ['worse', [2, 2, 3, 3, 4, 5, 5, 6]],
    ['same', [5, 4, 5, 6, 5, 4, 6, 5]],
  ] as const)('is answered with "%s"', (expected, ratings) => {
    expect(verdict(...ratings)).toBe(expected);
  });

  it('counts a change of exactly two points, and no smaller one', () => {
    expect(verdict(6, 6, 4, 4)).toBe('better');
    expect(verdict(4, 4, 6, 6)).toBe('worse');
    expect(verdict(6, 6, 5, 4)).toBe('same');
  });

  it('is not answered from fewer than four ratings', () => {
    expect(verdict()).toBe('0 of 4');
    expect(verdict(9, 5, 1)).toBe('3 of 4');
    expect(verdict(9, null, 5, null, 1)).toBe('3 of 4');
    expect(verdict(9, 9, 1, 1)).toBe('better');
  });

  it('leaves out the middle one of an odd number', () => {
    const answer = overallVerdict(contacts(8, 8, 0, 3, 3));
    expect(answer).toMatchObject({ before: 8, now: 3, sessions: 5 });
  });

  it('compares two ratings with two if there are four', () => {
    expect(overallVerdict(contacts(8, 6, 2, 0))).toMatchObject({ before: 7, now: 1 });
  });

  it('is still answered by the last ratings if many sessions after them have none', () => {
    expect(verdict(8, 8, 3, 3, ...Array.from({ length: 9 }, () => null))).toBe('better');
  });

  it('does not count as many ratings as it needs if it has no answer', () => {
    const rated = Array.from({ length: 6 }, (_, at) =>
      ratedSession({ contact: at === 0 ? 5 : null, contactLeft: 5, painBefore: null, painAfter: null }),
    );
    expect(overallVerdict(rated)).toEqual({ isKnown: false, rated: 3, needed: 4 });
  });

  it('goes back to the start of the series', () => {
    expect(verdict(10, 10, 10, 3, 3, 3, 3, 3, 3, 3, 3)).toBe('better');
  });

  it('passes over sessions without a rating', () => {
    expect(verdict(8, null, 8, null, null, 3, 3)).toBe('better');
  });

  it('uses soreness on contact rather than pain, and pain if contact was not rated', () => {
    const rated = [8, 8, 3, 3].map((pain, at) =>
      ratedSession({ contact: at === 0 ? 1 : null, painBefore: pain, painAfter: null }),
    );
    expect(overallVerdict(rated.reverse())).toMatchObject({ measure: 'painBefore', change: 'better' });
    expect(overallVerdict(contacts(8, 8, 3, 3))).toMatchObject({ measure: 'contact' });
  });

  it('reverses with the order of the sessions, whatever the ratings', () => {
    const opposite = { better: 'worse', same: 'same', worse: 'better' } as const;
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 10 }), { minLength: 4, maxLength: 8 }), (ratings) => {
        const sessions = contacts(...ratings);
        const there = verdictOf(sessions, 'contact');
        const back = verdictOf(sessions.slice().reverse(), 'contact');
        if (!there.isKnown || !back.isKnown) return false;
        if (there.before !== back.now) return false;
        // What counts as a change follows from where a series began.
        const isAlike = meaningfulPoints(there.before) === meaningfulPoints(back.before);
        return !isAlike || back.change === opposite[there.change];
      }),
    );
  });
});

describe('the mornings after', () => {
  it('are counted by answer, and only the latest ones', () => {
    const mornings = (['better', null, 'same', 'worse', 'better'] as const).map((morning) =>
      ratedSession({ morning }),
    );
    expect(morningsOf(mornings, 8)).toEqual({ better: 2, same: 1, worse: 1 });
    expect(morningsOf(mornings, 2)).toEqual({ better: 1, same: 1, worse: 0 });
  });
});
