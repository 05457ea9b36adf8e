/**
 * What a quick input means: a turn of the crown, a double press of a key, the menu's large button. Its meaning changes with the
 * phase and at the minimum of a hold. It never means "undo": a second turn must not take back what the first one did.
 */
import { minimumS } from '../routine/plan.ts';
import { LEFT_ALONE_MS, QUICK_REST_MS } from '../tuning.ts';
import { slotEndMs } from './due.ts';
import type { UntimedEvent } from './event.ts';
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
  if (lingers(state)) return 'stay';
  const meaning = MEANINGS[state.phase.at];
  // A stretch or an isometric hold does not ask whether a spot eases, so nothing there can be "not easing".
  return meaning === 'not-easing' && !isEasingAsked(state) ? 'paused' : meaning;
}

function isEasingAsked(state: SessionState): boolean {
  return cuesOf(state).some(({ cue }) => cue !== 'minimum');
}

/** Actions that mean the same in every phase and slot. */
const ONE_MEANING: readonly UntimedEvent['type'][] = ['paused', 'resumed', 'stopped', 'undone'];

/**
 * Whether a touch counts at `atMs` (UTC ms). The crown and the keys are ignored for 2 s before and after their meaning changes,
 * and a button for 2 s after its action has changed. A button whose action never changes always counts.
 */
export function isTouchTaken(state: SessionState, { type, by }: UntimedEvent, atMs: number): boolean {
  if (by === undefined) return true;
  const isSettled = atMs - changedMs(state) >= QUICK_REST_MS;
  return by === 'button'
    ? isSettled || ONE_MEANING.includes(type)
    : isSettled && changesMs(state) - atMs >= QUICK_REST_MS;
}

/** When the meaning last changed, UTC ms. At the minimum it changes with the cue, which may have been late. */
function changedMs(state: SessionState): number {
  const { phase, undoneMs = 0 } = state;
  const isPastMinimum = phase.at === 'hold' && lingers(state);
  return Math.max(phase.sinceMs, undoneMs, isPastMinimum ? minimumMs(state) + phase.lateMs : 0);
}

/** When the meaning changes next if the wearer does nothing, UTC ms. */
function changesMs(state: SessionState): number {
  const { at, sinceMs, untilMs } = state.phase;
  if (at === 'paused') return sinceMs + LEFT_ALONE_MS;
  if (at === 'march') return slotEndMs(state);
  return at === 'hold' && !lingers(state) ? minimumMs(state) : untilMs;
}

function minimumMs(state: SessionState): number {
  return state.phase.sinceMs + minimumS(cuesOf(state)) * 1000;
}
