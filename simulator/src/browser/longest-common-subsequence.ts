/**
 * Finds the longest common subsequence of two lists by dynamic programming.
 * @returns pairs of the indices of equal members, rising in both lists
 */
export function longestCommonSubsequence<T>(
  before: readonly T[],
  after: readonly T[],
): readonly (readonly [before: number, after: number])[] {
  // longest[i][j] is the length of the longest common subsequence of before.slice(i) and after.slice(j).
  const longest = Array.from({ length: before.length + 1 }, () =>
    new Array<number>(after.length + 1).fill(0),
  );
  const from = (i: number, j: number): number => longest[i]?.[j] ?? 0;
  for (let i = before.length - 1; i >= 0; i--) {
    const row = longest[i] as number[];
    for (let j = after.length - 1; j >= 0; j--)
      row[j] = before[i] === after[j] ? from(i + 1, j + 1) + 1 : Math.max(from(i + 1, j), from(i, j + 1));
  }
  const pairs: (readonly [number, number])[] = [];
  for (let i = 0, j = 0; i < before.length && j < after.length; ) {
    if (before[i] === after[j]) pairs.push([i++, j++]);
    else if (from(i + 1, j) >= from(i, j + 1)) i++;
    else j++;
  }
  return pairs;
}
