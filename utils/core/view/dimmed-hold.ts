/**
 * When a hold is dimmed for a wearer who wants it: nobody looks at a glass for that long, and what is black costs nothing on an
 * OLED. Its side, its number and its ring stay. The brightness of the screen is not touched.
 */
import { lastCueMs } from '../session/due.ts';
import type { SessionState } from '../session/state.ts';

/** Later than any instant, UTC ms. */
export const NEVER = Number.POSITIVE_INFINITY;
/** From the start, the last cue or the last touch of a hold to its dimming, ms. */
const DIM_AFTER_MS = 20_000;
/** It comes between two seconds of the hold: the tick of a second has two properties to write as it is. */
export const DIM_PART_MS = 500;

/**
 * When the current hold is dimmed if nothing happens until then, UTC ms; never outside a hold.
 * @param touchedAtMs when the wearer last touched the watch, UTC ms
 */
export function dimsAtMs(state: SessionState, touchedAtMs: number): number {
  const { phase } = state;
  if (phase.at !== 'hold') return NEVER;
  const fromMs = Math.max(lastCueMs(state, phase), touchedAtMs);
  const wholeS = Math.ceil((fromMs + DIM_AFTER_MS - DIM_PART_MS - phase.sinceMs) / 1000);
  return phase.sinceMs + wholeS * 1000 + DIM_PART_MS;
}
