import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { longestCommonSubsequence } from '../../src/browser/longest-common-subsequence.ts';

const pairsOf = (before: string, after: string) => longestCommonSubsequence([...before], [...after]);

const words = fc.array(fc.constantFrom('a', 'b', 'c'), { maxLength: 12 });

describe('the longest common subsequence', () => {
  it.each([
    ['nothing has changed', 'abc', 'abc', 'abc'],
    ['one has come', 'abc', 'aXbc', 'abc'],
    ['two have come in two places', 'abcd', 'aXbcXd', 'abcd'],
    ['one has gone', 'abc', 'ac', 'ac'],
    ['one has come and one gone', 'abcd', 'Xabd', 'abd'],
    ['the same word stands in several places', 'axbxc', 'axxbxc', 'axbxc'],
    ['all is new', 'abc', 'xyz', ''],
  ])('finds what stays when %s', (_, before, after, stay) => {
    const pairs = pairsOf(before, after);
    expect(pairs.map(([at]) => before[at]).join('')).toBe(stay);
    expect(pairs.map(([, at]) => after[at]).join('')).toBe(stay);
  });

  it('pairs only equal members, in ascending order in both lists', () => {
    fc.assert(
      fc.property(words, words, (before, after) => {
        const pairs = longestCommonSubsequence(before, after);
        for (const [at, [one, other]] of pairs.entries()) {
          expect(before[one]).toBe(after[other]);
          expect(one).toBeGreaterThan(pairs[at - 1]?.[0] ?? -1);
          expect(other).toBeGreaterThan(pairs[at - 1]?.[1] ?? -1);
        }
      }),
    );
  });

  it('keeps all members of a list when others are added', () => {
    fc.assert(
      fc.property(words, fc.array(fc.nat(30), { maxLength: 5 }), (before, places) => {
        const after: string[] = [...before];
        for (const place of places) after.splice(place % (after.length + 1), 0, 'new');
        expect(longestCommonSubsequence<string>(before, after)).toHaveLength(before.length);
      }),
    );
  });
});
