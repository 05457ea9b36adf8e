/**
 * The lead-in counts down the last seconds before a hold or a march, for a wearer who wants it. It is part of the position
 * phase and does not change when the start cue comes.
 */
import type { SessionState } from './state.ts';

/** How long the lead-in is, s. */
export const LEAD_IN_S = 3;

/** The seconds left of the lead-in, 3 to 1; 0 outside it, or if the wearer has switched it off. */
export function leadInS(state: SessionState, atMs: number): number {
  const { phase } = state;
  const leftS = hasLeadIn(state) && phase.at === 'position' ? Math.ceil((phase.untilMs - atMs) / 1000) : 0;
  return leftS > LEAD_IN_S ? 0 : Math.max(0, leftS);
}

export function hasLeadIn({ style }: SessionState): boolean {
  return !!style?.leadIn;
}

/** Whether the wearer should feel a second of the lead-in that began after `beforeMs` and no later than `atMs`, UTC ms. */
export function isLeadInTick(state: SessionState, beforeMs: number, atMs: number): boolean {
  // Most ticks end here.
  if (state.style?.leadIn !== 'felt') return false;
  const seconds = leadInS(state, atMs);
  return seconds > 0 && seconds !== leadInS(state, beforeMs);
}
