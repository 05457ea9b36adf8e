/**
 * What a session does when its page is here again, and when the clock was set. Nothing that was not guided is
 * credited: where a slot's end passed with nobody there, the slot is interrupted and the wearer is asked.
 */
import { assertNever } from '../base/assert-never.ts';
import { plainCue } from '../cue/vocabulary.ts';
import { plannedHoldS, type Slot } from '../routine/plan.ts';
import { LEFT_ALONE_MS, MARCH_LEAD_MS } from '../tuning.ts';
import type { Effect, Step } from './effect.ts';
import { closeTry, keepAwake, PERSIST, play, toEnd, toPaused } from './moves.ts';
import type { Hold, Linger, SessionPhase, SessionState } from './state.ts';
import { slotOf } from './state.ts';
import { tick } from './tick.ts';

export function wake(state: SessionState, atMs: number): Step {
  const phase = state.phase;
  if (phase.at === 'ended') return [state, []];
  if (atMs - state.seenMs >= LEFT_ALONE_MS) return leave(state, atMs);
  switch (phase.at) {
    case 'position':
      if (atMs < phase.untilMs) return back(state, atMs);
      if (atMs >= phase.untilMs + workMs(slotOf(state)))
        return toPaused(state, 'unguided', atMs, [comeBack(atMs)]);
      return withScreen(tick(state, atMs));
    case 'hold':
    case 'linger':
      return wakeHold(state, phase, atMs);
    case 'march': {
      const slot = slotOf(state);
      const leftMs = slot.kind === 'march' ? (slot.lifts - state.beats) * slot.beatS * 1000 : 0;
      if (atMs >= phase.nextMs + leftMs) return toPaused(state, 'unguided', atMs, [comeBack(atMs)]);
      return back({ ...state, phase: { ...phase, nextMs: atMs + MARCH_LEAD_MS } }, atMs);
    }
    case 'paused':
      return back(state, atMs);
    default:
      return assertNever(phase);
  }
}

function wakeHold(state: SessionState, work: Hold | Linger, atMs: number): Step {
  const slot = slotOf(state);
  const endMs =
    work.at === 'linger'
      ? work.untilMs
      : work.sinceMs + (slot.kind === 'hold' ? plannedHoldS(slot) * 1000 : 0);
  if (atMs >= endMs) {
    // Guided until the last instant that was stored, and not a second longer.
    const closed = closeTry(state, work, Math.max(state.seenMs, work.sinceMs), 'interrupted');
    return toPaused(closed, 'unguided', atMs, [comeBack(atMs)]);
  }
  const ticked = tick(state, atMs);
  // A cue that came due while nobody was there says more than "I am back".
  return ticked[1].some((effect) => effect.type === 'play') ? withScreen(ticked) : back(ticked[0], atMs);
}

/** Closed as it stands: the hold in hand is an interrupted try. */
function leave(state: SessionState, atMs: number): Step {
  const phase = state.phase;
  const closed =
    phase.at === 'hold' || phase.at === 'linger'
      ? closeTry(state, phase, Math.max(state.seenMs, phase.sinceMs), 'interrupted')
      : state;
  return toEnd(closed, 'left', atMs, []);
}

/** An open snapshot that this version cannot go on with is closed and logged, never dropped. */
export function closeOutdated(state: SessionState, atMs: number): Step {
  const [closed, effects] = leave(state, atMs);
  return [{ ...closed, phase: { at: 'ended', atMs, how: 'outdated' } }, effects];
}

function back(state: SessionState, atMs: number): Step {
  return withScreen([state, [PERSIST, comeBack(atMs)]]);
}

function withScreen(step: Step): Step {
  return [step[0], [...step[1], keepAwake(step[0])]];
}

function comeBack(atMs: number): Effect {
  return play(plainCue('come-back'), atMs, atMs);
}

function workMs(slot: Slot): number {
  return (slot.kind === 'hold' ? plannedHoldS(slot) : slot.lifts * slot.beatS) * 1000;
}

/** Moves every instant of the state by `deltaMs`: what a changed wall clock asks for. */
export function shiftClock(state: SessionState, deltaMs: number): SessionState {
  const undo = state.undo;
  return {
    ...state,
    startedAtMs: state.startedAtMs + deltaMs,
    seenMs: state.seenMs + deltaMs,
    phase: shiftPhase(state.phase, deltaMs),
    clockJumps: state.clockJumps + 1,
    undo:
      undo === null
        ? null
        : { ...undo, untilMs: undo.untilMs + deltaMs, phase: shiftPhase(undo.phase, deltaMs) },
  };
}

function shiftPhase(phase: SessionPhase, deltaMs: number): SessionPhase {
  switch (phase.at) {
    case 'position':
    case 'linger':
      return { ...phase, sinceMs: phase.sinceMs + deltaMs, untilMs: phase.untilMs + deltaMs };
    case 'hold':
    case 'paused':
      return { ...phase, sinceMs: phase.sinceMs + deltaMs };
    case 'march':
      return { ...phase, sinceMs: phase.sinceMs + deltaMs, nextMs: phase.nextMs + deltaMs };
    case 'ended':
      return { ...phase, atMs: phase.atMs + deltaMs };
    default:
      return assertNever(phase);
  }
}
