/** The wall clock and timers. Everything that asks for "now" asks this port. */
export interface Clock {
  /** The wall clock, UTC ms. It goes back where somebody sets it back. */
  nowMs(): number;
  /** Local time minus UTC, minutes. */
  zoneOffsetMin(): number;
  /** Calls `run` once after about `delayMs`. Returns a function that calls it off. */
  after(delayMs: number, run: () => void): () => void;
  /** Calls `run` about every `periodMs`. Returns a function that ends it. */
  every(periodMs: number, run: () => void): () => void;
}
