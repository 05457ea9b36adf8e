/**
 * What a session does when its page is here again, and when the clock was set. Nothing that was not guided is
 * credited: where a slot's end passed with nobody there, the slot is interrupted and the wearer is asked.
 */
import { patch } from '../base/patch.ts';
import { plainCue } from '../cue/vocabulary.ts';
import { LEFT_ALONE_MS, MARCH_LEAD_MS, MIN_CUE_GAP_S } from '../tuning.ts';
import { nextDue, slotEndMs } from './due.ts';
import type { Effect, Step } from './effect.ts';
import type { SessionState } from './state.ts';
import { tick } from './tick.ts';
import { closeTry, keepAwake, PERSIST, toEnd, toPaused } from './transitions.ts';

export function wake(state: SessionState, atMs: number): Step {
  const phase = state.phase;
  const comeBack: Effect = { type: 'play', cue: plainCue('come-back'), dueMs: atMs, lateMs: 0 };
  if (atMs - state.seenMs >= LEFT_ALONE_MS) return toEnd(closeUnguided(state), 'left', state.seenMs, []);
  if (phase.at !== 'paused' && atMs >= slotEndMs(state)) {
    return toPaused(closeUnguided(state), 'unguided', atMs, [comeBack]);
  }
  const here =
    phase.at === 'march'
      ? patch(state, { phase: patch(phase, { untilMs: Math.max(phase.untilMs, atMs + MARCH_LEAD_MS) }) })
      : state;
  const [next, effects] = tick(here, atMs);
  const due = nextDue(next);
  if (due === null) return [next, effects];
  // A cue that came due while nobody was there, or is about to, says more than "I am back".
  const silent = effects.length > 1 || due.dueMs - atMs < MIN_CUE_GAP_S * 1000;
  return [next, [PERSIST, ...(silent ? effects.slice(1, 2) : [comeBack]), keepAwake(next)]];
}

/** Guided until the last instant that was stored, and not a second longer. */
function closeUnguided(state: SessionState): SessionState {
  return state.phase.at === 'hold' ? closeTry(state, state.seenMs, 'interrupted') : state;
}
