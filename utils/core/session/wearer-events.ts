/** What the wearer's touches do. An event that has no meaning in the phase returns the same state and no effects. */
import { plainCue } from '../cue/vocabulary.ts';
import { MIN_CUE_GAP_S, MORE_TIME_MS, READY_LEAD_MS, UNDO_MS } from '../tuning.ts';
import { cueOnTheWay, lastCueMs, nextDue } from './due.ts';
import type { Pause, Touch } from './event.ts';
import {
  type Effect,
  lingers,
  minimumOver,
  type Paused,
  type SessionState,
  slotOf,
  type Transition,
} from './state.ts';
import {
  CONFIRM,
  closeTry,
  keepAwake,
  PERSIST,
  playNow,
  toEnd,
  toPaused,
  toPosition,
} from './transitions.ts';

export function touch(state: SessionState, touched: Touch, atMs: number): Transition {
  const phase = state.phase;
  const nothing: Transition = [state, []];
  switch (touched) {
    case 'ready': {
      if (phase.at !== 'position') return nothing;
      // The start cue keeps its distance from the move cue that began this position.
      const soonestMs = Math.max(atMs + READY_LEAD_MS, phase.sinceMs + MIN_CUE_GAP_S * 1000);
      return until(state, Math.min(phase.untilMs, soonestMs));
    }
    case 'more-time':
      return phase.at === 'position' ? until(state, phase.untilMs + MORE_TIME_MS) : nothing;
    case 'stay': {
      const ceilingMs = phase.sinceMs + state.plan.ceilingS * 1000;
      if (!lingers(state) || phase.untilMs >= ceilingMs) return nothing;
      return stay(state, Math.min(phase.untilMs + state.plan.stayS * 1000, ceilingMs), atMs);
    }
    case 'not-easing':
      return phase.at === 'hold' && !minimumOver(state, atMs) ? notEasing(state, atMs) : nothing;
    case 'let-go':
      return lingers(state) ? leave(state, atMs, 'let-go', state.slot + 1) : nothing;
    case 'skipped':
      return leave(state, atMs, lingers(state) ? 'let-go' : 'skipped', state.slot + 1);
    case 'resumed': {
      if (phase.at !== 'paused') return nothing;
      const slot = slotOf(state);
      const forS = slot.kind === 'hold' ? slot.findS : slot.positionS;
      return toPosition(state, state.slot, atMs, [backToWork(state, atMs)], forS);
    }
    case 'stopped': {
      const outcome = lingers(state) ? 'let-go' : 'stopped';
      const closed = phase.at === 'hold' ? closeTry(state, atMs, outcome) : state;
      return toEnd(closed, 'stopped', atMs, [CONFIRM]);
    }
    case 'undone':
      return undo(state, atMs);
  }
}

/** A pause ends the try, because pressure has to be steady. Going on begins with a position phase and a new hold. */
export function pause(state: SessionState, why: Pause['why'], atMs: number): Transition {
  const phase = state.phase;
  // During a call nothing plays: the come-back cue follows once the page is in front again.
  const felt: readonly Effect[] = why === 'wearer' ? [CONFIRM] : [];
  if (phase.at === 'paused') return [state, []];
  // Nobody guides during a call, so the hold counts until the call began.
  const endMs = why === 'call' ? state.seenMs : atMs;
  if (phase.at !== 'hold') return toPaused(state, why, atMs, felt, endMs);
  if (!lingers(state)) return toPaused(closeTry(state, endMs, 'interrupted'), why, atMs, felt, endMs);
  // The minimum is done: the hold counts, and the pause comes before the next slot.
  const closed = closeTry(state, endMs, 'let-go');
  const done = cueOnTheWay(state, state.slot, state.slot + 1);
  if (done.name === 'done') return toEnd(closed, 'done', atMs, why === 'wearer' ? [playNow(done, atMs)] : []);
  const [paused, effects] = toPaused({ ...closed, slot: state.slot + 1 }, why, atMs, felt, endMs);
  return [{ ...paused, phase: { ...paused.phase, fromSlot: state.slot } as Paused }, effects];
}

/** The cue at the end of a pause: it says where the session continues, by what changes. In a march nothing changes. */
function backToWork(state: SessionState, atMs: number): Effect {
  const fromSlot = wearersSlot(state);
  const isMarch = fromSlot === state.slot && slotOf(state).kind === 'march';
  return isMarch ? CONFIRM : playNow(cueOnTheWay(state, fromSlot, state.slot), atMs);
}

/** The slot that the wearer was last sent to. */
function wearersSlot({ phase, slot }: SessionState): number {
  return phase.at === 'paused' && phase.fromSlot !== undefined ? phase.fromSlot : slot;
}

/** "Stay longer" is answered with a soft pulse, or with a confirmation tap if another cue is too close. */
function stay(state: SessionState, untilMs: number, atMs: number): Transition {
  const [next, effects] = until(state, untilMs);
  const { phase } = next;
  const due = nextDue(next);
  const gapMs = MIN_CUE_GAP_S * 1000;
  if (phase.at !== 'hold' || due === null) return [next, effects];
  const lastMs = Math.max(lastCueMs(next, phase), phase.answeredMs ?? 0);
  if (due.dueMs - atMs < gapMs || atMs - lastMs < gapMs) return [next, effects];
  return [
    { ...next, phase: { ...phase, answeredMs: atMs } },
    effects.map((effect) => (effect === CONFIRM ? playNow(plainCue('soft'), atMs) : effect)),
  ];
}

function until(state: SessionState, untilMs: number): Transition {
  // The spread keeps the phase's kind; TypeScript cannot tell.
  const next = { ...state, phase: { ...state.phase, untilMs } as SessionState['phase'] };
  return [next, [PERSIST, CONFIRM, keepAwake(next)]];
}

function notEasing(state: SessionState, atMs: number): Transition {
  const slot = slotOf(state);
  const slots = state.plan.slots;
  if (mayTryAgain(state)) return leave(state, atMs, 'not-easing', state.slot);
  // The wearer leaves this side of this step for today, with all its further spots.
  let index = state.slot + 1;
  for (const next of slots.slice(index)) {
    if (next.step !== slot.step || next.side !== slot.side) break;
    index++;
  }
  return leave(state, atMs, 'not-easing', index);
}

/** Whether the current slot may be tried once more, by the limits for the slot and for the session. */
function mayTryAgain({ plan, slot, tries }: SessionState): boolean {
  const given = tries.filter(({ outcome }) => outcome === 'not-easing');
  const here = given.filter((tried) => tried.slot === slot).length;
  if (here + 1 >= plan.tries) return false;
  if (plan.retries === undefined) return true;
  // A spot that was given up was tried again, unless the session moved on to another slot.
  const retried = given.filter((tried) => {
    const next = tries[tries.indexOf(tried) + 1];
    return (next === undefined ? slot : next.slot) === tried.slot;
  });
  return retried.length < plan.retries;
}

/** Ends the try and goes to slot `index`, with the cue for what changes. It can be undone. */
function leave(
  state: SessionState,
  atMs: number,
  outcome: 'let-go' | 'not-easing' | 'skipped',
  index: number,
): Transition {
  const slot = slotOf(state);
  const closed: SessionState = {
    ...closeTry(state, atMs, outcome),
    undo: { untilMs: atMs + UNDO_MS, slot: state.slot, phase: state.phase, tries: state.tries.length },
  };
  const again = index === state.slot && slot.kind === 'hold' ? slot.findS : undefined;
  return toPosition(
    closed,
    index,
    atMs,
    [playNow(cueOnTheWay(state, wearersSlot(state), index), atMs)],
    again,
  );
}

function undo(state: SessionState, atMs: number): Transition {
  const undone = state.undo;
  if (undone === null || atMs > undone.untilMs) return [state, []];
  const next: SessionState = {
    ...state,
    slot: undone.slot,
    phase: undone.phase,
    tries: state.tries.slice(0, undone.tries),
    undo: null,
    undoneMs: atMs,
  };
  const back = cueOnTheWay(state, state.slot, undone.slot);
  // No move is needed to another spot on the same side, because the wearer has not left it. A pause moves nobody.
  const isMove = back.to !== 'spot' && undone.phase.at !== 'paused';
  return [next, [PERSIST, isMove ? playNow(back, atMs) : CONFIRM]];
}
