/** A row of the table of who plays a late cue (`conductor-table.ts`). */

export interface Row {
  readonly situation: string;
  /** The page runs without trouble until this second, with a tick every 250 ms. */
  readonly until: number;
  /**
   * What happens then, one after the other:
   * `tick 34` a tick at that second; `ticks 36` a tick every 250 ms until then; `more-time 33` a touch;
   * `clock +3600 told 41` the clock is set, and the page is told; `clock -60` it is set, and the page is not told;
   * `report 32.5` the helper reports that it has played the next cue at that second, `report clock` that the clock was set,
   * `report 32.5 clock` both; `lives 32.5` no more than that it lived at that second; `old report` one on another session;
   * `call 55`, `dark 55`, `screen 55`, `back 70`, `closed 45`.
   */
  readonly events: readonly string[];
  /** Who plays which cue, and from when it counts; nobody where it is empty. */
  readonly plays: readonly string[];
  /** What the page stores. */
  readonly stores: readonly string[];
  /** What else is done; `awake` keeps the screen on. Nothing where it is left out. */
  readonly does?: readonly string[];
  /** The next cue after all this. */
  readonly next: string;
  /** Why no rule can do better, for a row in which what is felt is not what it should be. */
  readonly undecidable?: string;
}
