/** Shifts a session's times after the wall clock was changed. */
import type { SessionPhase, SessionState } from './state.ts';

/** The state with every time shifted by `deltaMs`, and the clock change counted. */
export function shiftClock(state: SessionState, deltaMs: number): SessionState {
  const { undo, undoneMs } = state;
  return {
    ...state,
    undoneMs: undoneMs && undoneMs + deltaMs,
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
  // Every phase has these two instants, so the spread keeps its kind; TypeScript cannot tell.
  const shifted = {
    ...phase,
    sinceMs: phase.sinceMs + deltaMs,
    untilMs: phase.untilMs + deltaMs,
  } as SessionPhase;
  if (shifted.at === 'paused' && shifted.guidedMs !== undefined) {
    return { ...shifted, guidedMs: shifted.guidedMs + deltaMs };
  }
  return shifted.at === 'hold' && shifted.answeredMs !== undefined
    ? { ...shifted, answeredMs: shifted.answeredMs + deltaMs }
    : shifted;
}
