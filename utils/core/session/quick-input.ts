/**
 * What a quick input means: a turn of the crown, a double press of a key, the menu's large button. Its meaning changes with the
 * phase and at the minimum of a hold. It is never "undo": a second turn must not take back what the first has done.
 */
import { minimumS } from '../routine/plan.ts';
import { QUICK_REST_MS } from '../tuning.ts';
import { cuesOf, lingers, type SessionPhase, type SessionState } from './state.ts';

export type QuickInput = 'more-time' | 'not-easing' | 'stay' | 'paused' | 'resumed';

const MEANINGS: Readonly<Record<SessionPhase['at'], QuickInput>> = {
  position: 'more-time',
  hold: 'not-easing',
  march: 'paused',
  paused: 'resumed',
  ended: 'resumed',
};

export function quickInputOf(state: SessionState): QuickInput {
  return lingers(state) ? 'stay' : MEANINGS[state.phase.at];
}

/** Whether a quick input counts at `atMs` (UTC ms): not for 2 s before and after its meaning changes. */
export function isQuickInputTaken(state: SessionState, atMs: number): boolean {
  const { at, sinceMs, untilMs } = state.phase;
  const isNear = (changeMs: number): boolean => Math.abs(atMs - changeMs) < QUICK_REST_MS;
  if (at === 'ended' || isNear(sinceMs)) return false;
  if (at === 'position') return !isNear(untilMs);
  return at !== 'hold' || !(isNear(untilMs) || isNear(sinceMs + minimumS(cuesOf(state)) * 1000));
}
