/** Which cue comes next, and when it is due. Page, helper and alarm all use these functions, so they agree. */
import { type Cue, plainCue } from '../cue/vocabulary.ts';
import { minimumS, moveBetween, plannedSlotS } from '../routine/plan.ts';
import { cuesOf, type Hold, liftsDone, type SessionState, slotOf } from './state.ts';

export interface Due {
  readonly cue: Cue;
  /** UTC ms. */
  readonly dueMs: number;
}

/** The next cue of the session; null once it has ended. */
export function nextDue(state: SessionState): Due | null {
  const phase = state.phase;
  const slot = slotOf(state);
  switch (phase.at) {
    case 'position':
      return { cue: plainCue('start'), dueMs: phase.untilMs };
    case 'hold': {
      const inside = cueInside(state, phase);
      return inside.dueMs < phase.untilMs ? inside : { cue: leavingCue(state), dueMs: phase.untilMs };
    }
    case 'march':
      return {
        cue: slot.kind === 'march' && liftsDone(state) < slot.lifts ? plainCue('beat') : leavingCue(state),
        dueMs: phase.untilMs,
      };
    case 'paused':
      return { cue: plainCue('come-back'), dueMs: phase.untilMs };
    case 'ended':
      return null;
  }
}

/** The cue that ends the current slot. */
function leavingCue(state: SessionState): Cue {
  return cueOnTheWay(state, state.slot, state.slot + 1);
}

/** The cue that sends the wearer from slot `from` to slot `to`; the done cue if the plan has no slot `to`. */
export function cueOnTheWay({ plan }: SessionState, from: number, to: number): Cue {
  const change = moveBetween(plan, from, to);
  return change === null ? plainCue('done') : { name: 'move', to: change };
}

/** The hold's next cue. After its last one, a soft pulse every `softEveryS` seconds for as long as the hold lingers. */
function cueInside(state: SessionState, hold: Hold): Due {
  const cues = cuesOf(state);
  const mark = cues[hold.cursor];
  const softs = hold.cursor - cues.length + 1;
  return mark !== undefined
    ? { cue: plainCue(mark.cue), dueMs: hold.sinceMs + mark.atS * 1000 }
    : {
        cue: plainCue('soft'),
        dueMs: hold.sinceMs + (minimumS(cues) + softs * state.plan.softEveryS) * 1000,
      };
}

/** The latest time at which the last cue of a hold can have been played, UTC ms: with the delay of the latest cue of this hold. */
export function lastCueMs(state: SessionState, hold: Hold): number {
  const { cursor, lateMs, sinceMs } = hold;
  return cursor === 0 ? sinceMs : cueInside(state, { ...hold, cursor: cursor - 1 }).dueMs + lateMs;
}

/** When the current slot ends if the wearer touches nothing, UTC ms. */
export function slotEndMs(state: SessionState): number {
  const phase = state.phase;
  const slot = slotOf(state);
  if (phase.at === 'position') return phase.untilMs + (plannedSlotS(slot) - slot.positionS) * 1000;
  if (slot.kind === 'march') return phase.untilMs + (slot.lifts - liftsDone(state)) * slot.beatS * 1000;
  return phase.untilMs;
}
