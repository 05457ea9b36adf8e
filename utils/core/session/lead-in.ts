/**
 * The lead-in: the last seconds before a hold or a march are counted down for a wearer who wants it. It lies inside the position
 * phase and changes nothing of when the start cue comes.
 */
import type { SessionState } from './state.ts';

/** How long the lead-in is, s. */
export const LEAD_IN_S = 3;

/** The seconds that are left of the lead-in, 3 to 1; 0 outside it, and for a wearer who wants none. */
export function leadInS(state: SessionState, atMs: number): number {
  const { phase } = state;
  const leftS = hasLeadIn(state) && phase.at === 'position' ? Math.ceil((phase.untilMs - atMs) / 1000) : 0;
  return leftS > LEAD_IN_S ? 0 : Math.max(0, leftS);
}

export function hasLeadIn({ style }: SessionState): boolean {
  return !!style?.leadIn;
}

/** Whether a second of the lead-in that is felt began after `beforeMs` and up to `atMs`, UTC ms. */
export function isLeadInTick(state: SessionState, beforeMs: number, atMs: number): boolean {
  // At most ticks that is all there is to do.
  if (state.style?.leadIn !== 'felt') return false;
  const seconds = leadInS(state, atMs);
  return seconds > 0 && seconds !== leadInS(state, beforeMs);
}
