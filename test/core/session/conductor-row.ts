/** A row of the table of who plays a late cue (`conductor-table.ts`). */

export interface Row {
  readonly situation: string;
  /** The page runs without trouble until this second, with a tick every 250 ms. */
  readonly until: number;
  /**
   * What happens then, in order: `tick 34` is a tick at that second; `ticks 36` are ticks every 250 ms until then; `more-time 33` is a
   * touch; `clock +3600 told 41` sets the clock and tells the page; `clock -60` sets it without telling the page; with `report 32.5` the
   * helper reports that it played the next cue at that second, with `report clock` that the clock was set, and with `report 32.5 clock`
   * both; with `lives 32.5` it reports only that it lived at that second; `old report` is one on another session; `call 55`, `dark 55`,
   * `screen 55`, `back 70` and `closed 45` are what happens to the page.
   */
  readonly events: readonly string[];
  /** Who plays which cue, and from when it counts; empty if nobody plays one. */
  readonly plays: readonly string[];
  /** What the page stores. */
  readonly stores: readonly string[];
  /** What else happens; `awake` keeps the screen on. By default nothing. */
  readonly does?: readonly string[];
  /** The next cue after all this. */
  readonly next: string;
  /** Why no rule can do better, for a row in which the wearer does not feel what they should. */
  readonly undecidable?: string;
}
