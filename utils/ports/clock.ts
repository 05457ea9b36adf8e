/** Time and waiting. The only source of "now" outside the core. */
export interface Clock {
  /** Wall clock, UTC ms. May go back. */
  nowMs(): number;
  /** Local time minus UTC, minutes. */
  zoneOffsetMin(): number;
  /** Calls `run` once after about `delayMs`; returns what calls it off. */
  after(delayMs: number, run: () => void): () => void;
  /** Calls `run` about every `periodMs`; returns what ends it. */
  every(periodMs: number, run: () => void): () => void;
}
