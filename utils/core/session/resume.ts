/**
 * How a session continues when its page has been opened again. Only guided time is credited: if a slot's end passed while
 * neither page nor helper was running, the slot counts as interrupted and the page asks the wearer whether to go on.
 */
import { plainCue } from '../cue/vocabulary.ts';
import { LEFT_ALONE_MS, MARCH_LEAD_MS, MIN_CUE_GAP_S } from '../tuning.ts';
import { nextDue, slotEndMs } from './due.ts';
import type { Effect, SessionState, Transition } from './state.ts';
import { tick } from './tick.ts';
import { closeTry, keepAwake, PERSIST, toEnd, toPaused } from './transitions.ts';

/** The session for a page that was just opened at `atMs` with the stored state. */
export function wake(state: SessionState, atMs: number): Transition {
  const phase = state.phase;
  const comeBack: Effect = { type: 'play', cue: plainCue('come-back'), dueMs: atMs, lateMs: 0 };
  if (atMs - state.seenMs >= LEFT_ALONE_MS) return toEnd(closeUnguided(state), 'left', state.seenMs, []);
  if (phase.at !== 'paused' && atMs >= slotEndMs(state)) {
    return toPaused(closeUnguided(state), 'unguided', atMs, [comeBack], state.seenMs);
  }
  const here =
    phase.at === 'march'
      ? { ...state, phase: { ...phase, untilMs: Math.max(phase.untilMs, atMs + MARCH_LEAD_MS) } }
      : state;
  const [next, effects] = tick(here, atMs);
  const due = nextDue(next);
  if (due === null) return [next, effects];
  // A cue that is overdue, or due within seconds, tells the wearer more than the come-back cue.
  const silent = effects.length > 1 || due.dueMs - atMs < MIN_CUE_GAP_S * 1000;
  return [next, [PERSIST, ...(silent ? effects.slice(1, 2) : [comeBack]), keepAwake(next)]];
}

/** The state with the hold in progress closed at the last time at which page or helper is known to have guided it. */
function closeUnguided(state: SessionState): SessionState {
  return state.phase.at === 'hold' ? closeTry(state, state.seenMs, 'interrupted') : state;
}
