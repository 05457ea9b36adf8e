/**
 * What time alone does to a session. A tick carries an instant, never a duration, so late, missed and doubled
 * ticks change nothing but the lateness of a cue. At most one cue leaves a tick.
 */
import { assertNever } from '../base/assert-never.ts';
import { plainCue } from '../cue/vocabulary.ts';
import { type HoldSlot, plannedHoldS } from '../routine/plan.ts';
import { BEAT_SLACK_MS, DONE_WAIT_MS, LEFT_ALONE_MS, MIN_CUE_GAP_S, PAUSED_SOFT_MS } from '../tuning.ts';
import type { Step } from './effect.ts';
import { closeTry, keepAwake, PERSIST, play, toEnd, toNextSlot, toWork } from './moves.ts';
import { type Hold, type Linger, type March, type Paused, type SessionState, slotOf } from './state.ts';

/** The state at `atMs`, which is not before any instant the state has seen. */
export function tick(state: SessionState, atMs: number): Step {
  const phase = state.phase;
  switch (phase.at) {
    case 'position':
      return atMs < phase.untilMs ? [state, []] : toWork(state, phase, atMs);
    case 'hold':
      return tickHold(state, phase, atMs);
    case 'linger':
      return tickLinger(state, phase, atMs);
    case 'march':
      return tickMarch(state, phase, atMs);
    case 'paused':
      return tickPaused(state, phase, atMs);
    case 'ended':
      return [state, []];
    default:
      return assertNever(phase);
  }
}

function tickHold(state: SessionState, hold: Hold, atMs: number): Step {
  const slot = slotOf(state);
  if (slot.kind !== 'hold') throw new Error('a hold on a slot that is not one');
  const elapsedMs = atMs - hold.sinceMs;
  let due = hold.cursor;
  while (due < slot.cues.length && elapsedMs >= cueMs(slot, due)) due++;
  if (due === hold.cursor) return [state, []];
  const endMs = hold.sinceMs + plannedHoldS(slot) * 1000;
  const passed = due - hold.cursor;
  if (atMs >= endMs) {
    return finishHold({ ...state, lostCues: state.lostCues + passed }, hold, endMs, atMs);
  }
  const dueMs = hold.sinceMs + cueMs(slot, due - 1);
  const lateMs = Math.max(hold.lateMs, atMs - dueMs);
  const nextMs = due < slot.cues.length ? hold.sinceMs + cueMs(slot, due) : endMs;
  // Two cues closer than 5 s are felt as one; the later one is the one that counts.
  const felt = atMs === dueMs || nextMs - atMs >= MIN_CUE_GAP_S * 1000;
  const next: SessionState = {
    ...state,
    lostCues: state.lostCues + passed - (felt ? 1 : 0),
    phase:
      due < slot.cues.length
        ? { ...hold, cursor: due, lateMs }
        : {
            at: 'linger',
            sinceMs: hold.sinceMs,
            positionedS: hold.positionedS,
            lateMs,
            untilMs: endMs,
            softs: 0,
          },
  };
  const mark = slot.cues[due - 1];
  if (!felt || mark === undefined) return [next, [PERSIST]];
  return [next, [PERSIST, play(plainCue(mark.cue), dueMs, atMs)]];
}

function tickLinger(state: SessionState, linger: Linger, atMs: number): Step {
  if (atMs >= linger.untilMs) return finishHold(state, linger, linger.untilMs, atMs);
  const everyMs = state.plan.softEveryS * 1000;
  const minimumMs = lingerStartMs(state, linger);
  const due = Math.floor((atMs - minimumMs) / everyMs);
  if (due <= linger.softs) return [state, []];
  const next: SessionState = { ...state, phase: { ...linger, softs: due } };
  const dueMs = minimumMs + due * everyMs;
  if (linger.untilMs - atMs < MIN_CUE_GAP_S * 1000) return [next, [PERSIST]];
  return [next, [PERSIST, play(plainCue('soft'), dueMs, atMs)]];
}

function finishHold(state: SessionState, work: Hold | Linger, endMs: number, atMs: number): Step {
  const lateMs = Math.max(work.lateMs, atMs - endMs);
  const closed = closeTry(state, { ...work, lateMs }, endMs, 'guided-to-end');
  return toNextSlot({ ...closed, undo: null }, endMs, atMs, []);
}

function tickMarch(state: SessionState, march: March, atMs: number): Step {
  const slot = slotOf(state);
  if (slot.kind !== 'march') throw new Error('a march on a slot that is not one');
  if (atMs < march.nextMs) return [state, []];
  if (state.beats >= slot.lifts) return toNextSlot(state, march.nextMs, atMs, []);
  const beats = state.beats + 1;
  // A beat that came late starts the rhythm anew: the next one must not hurry.
  const fromMs = atMs - march.nextMs > BEAT_SLACK_MS ? atMs : march.nextMs;
  const nextMs = fromMs + slot.beatS * 1000 + (beats >= slot.lifts ? DONE_WAIT_MS : 0);
  const next: SessionState = { ...state, beats, phase: { ...march, nextMs } };
  return [next, [PERSIST, play(plainCue('beat'), march.nextMs, atMs)]];
}

function tickPaused(state: SessionState, paused: Paused, atMs: number): Step {
  if (atMs - paused.sinceMs >= LEFT_ALONE_MS) return toEnd(state, 'left', atMs, []);
  const due = Math.floor((atMs - paused.sinceMs) / PAUSED_SOFT_MS);
  if (due <= paused.softs) return [state, []];
  const next: SessionState = { ...state, phase: { ...paused, softs: due } };
  const dueMs = paused.sinceMs + due * PAUSED_SOFT_MS;
  return [next, [PERSIST, play(plainCue('soft'), dueMs, atMs), keepAwake(next)]];
}

/** When the minimum of this hold was due, UTC ms. */
export function lingerStartMs(state: SessionState, linger: Linger): number {
  const slot = slotOf(state);
  return slot.kind === 'hold' ? linger.sinceMs + cueMs(slot, slot.cues.length - 1) : linger.sinceMs;
}

function cueMs(slot: HoldSlot, index: number): number {
  const mark = slot.cues[index];
  return mark === undefined ? 0 : mark.atS * 1000;
}
