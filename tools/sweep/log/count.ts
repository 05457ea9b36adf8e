/** What a sweep of the log and its sync has found. */
export interface Count {
  readonly cases: number;
  /** Records that were reported saved and are gone. */
  readonly lost: number;
  /** Records that are there twice, or that nobody wrote. */
  readonly doubled: number;
  /** Records that are void or not readable, and inputs that made a reader throw. */
  readonly unreadable: number;
  /** What the sweep has to have seen to be worth its name. */
  readonly seen: Readonly<Record<string, number>>;
}

/** Shares of one sweep, added up. */
export function sumOf(counts: readonly Count[]): Count {
  const sum = (of: (count: Count) => number): number => counts.reduce((total, count) => total + of(count), 0);
  const names = Object.keys(counts[0]?.seen ?? {});
  return {
    cases: sum(({ cases }) => cases),
    lost: sum(({ lost }) => lost),
    doubled: sum(({ doubled }) => doubled),
    unreadable: sum(({ unreadable }) => unreadable),
    seen: Object.fromEntries(names.map((name) => [name, sum(({ seen }) => seen[name] ?? 0)])),
  };
}

/** The count as lines for people. */
export function countText({ cases, lost, doubled, unreadable, seen }: Count): string {
  const times = Object.entries(seen).map(([name, count]) => `  ${name}: ${count}`);
  return [
    `${cases} cases: ${lost} lost, ${doubled} doubled, ${unreadable} unreadable`,
    'seen',
    ...times,
    '',
  ].join('\n');
}
