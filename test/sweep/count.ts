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
