/** What a changed wall clock asks for. */
import { patch } from '../base/patch.ts';
import type { SessionPhase, SessionState } from './state.ts';

/** Moves every instant of the state by `deltaMs`: what a changed wall clock asks for. */
export function shiftClock(state: SessionState, deltaMs: number): SessionState {
  const undo = state.undo;
  return patch(state, {
    startedAtMs: state.startedAtMs + deltaMs,
    seenMs: state.seenMs + deltaMs,
    phase: shiftPhase(state.phase, deltaMs),
    clockJumps: state.clockJumps + 1,
    undo:
      undo === null
        ? null
        : patch(undo, { untilMs: undo.untilMs + deltaMs, phase: shiftPhase(undo.phase, deltaMs) }),
  });
}

function shiftPhase(phase: SessionPhase, deltaMs: number): SessionPhase {
  // Every phase has the same two instants, so its kind stays.
  return patch(phase, { sinceMs: phase.sinceMs + deltaMs, untilMs: phase.untilMs + deltaMs }) as SessionPhase;
}
