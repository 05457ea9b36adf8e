/** The result of a sweep of the log and the sync. */
export interface Count {
  readonly cases: number;
  /** Records that were reported as saved and are gone. */
  readonly lost: number;
  /** Records that are stored twice, or that nobody wrote. */
  readonly doubled: number;
  /** Records that are void or not readable, and inputs that made a reader throw. */
  readonly unreadable: number;
  /** How often each situation occurred: a sweep that never met one proves nothing about it. */
  readonly seen: Readonly<Record<string, number>>;
}

/** Adds up the shares of one sweep. */
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

/** Two sweeps as one, each with its own situations. */
export function joined(one: Count, other: Count): Count {
  return {
    cases: one.cases + other.cases,
    lost: one.lost + other.lost,
    doubled: one.doubled + other.doubled,
    unreadable: one.unreadable + other.unreadable,
    seen: { ...one.seen, ...other.seen },
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
