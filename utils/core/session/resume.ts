/**
 * How a session goes on when its page has been opened again. Nothing that was not guided is credited: if a slot's end
 * passed while neither page nor helper ran, the slot counts as interrupted and the wearer is asked whether to go on.
 */
import { plainCue } from '../cue/vocabulary.ts';
import { LEFT_ALONE_MS, MARCH_LEAD_MS, MIN_CUE_GAP_S } from '../tuning.ts';
import { nextDue, slotEndMs } from './due.ts';
import type { Effect, SessionState, Step } from './state.ts';
import { tick } from './tick.ts';
import { closeTry, keepAwake, PERSIST, toEnd, toPaused } from './transitions.ts';

/** The session as a page finds it that has just been opened at `atMs` with the stored state. */
export function wake(state: SessionState, atMs: number): Step {
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
  // A cue that came due meanwhile, or is due within seconds, tells the wearer more than the come-back cue.
  const silent = effects.length > 1 || due.dueMs - atMs < MIN_CUE_GAP_S * 1000;
  return [next, [PERSIST, ...(silent ? effects.slice(1, 2) : [comeBack]), keepAwake(next)]];
}

/** The state with a hold in progress closed at the last instant at which somebody is known to have guided it. */
function closeUnguided(state: SessionState): SessionState {
  return state.phase.at === 'hold' ? closeTry(state, state.seenMs, 'interrupted') : state;
}
