/**
 * When a hold is dimmed for a wearer who wants it. Nobody looks at the screen for that long, and black pixels cost nothing on
 * an OLED. Side, number and ring stay. The brightness of the screen is not changed.
 */
import { lastCueMs } from '../session/due.ts';
import type { SessionState } from '../session/state.ts';

/** Later than any time, UTC ms. */
export const NEVER = Number.POSITIVE_INFINITY;
/** From the start, the last cue or the last touch of a hold to its dimming, ms. */
const DIM_AFTER_MS = 20_000;
/** It comes between two seconds of the hold, because the tick of a second already writes two properties. */
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
