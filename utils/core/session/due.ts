/** Which cue comes next and when it is due. Page, helper and alarm all ask here, so they agree. */
import { type Cue, plainCue } from '../cue/vocabulary.ts';
import { minimumS, moveAfter, plannedSlotS } from '../routine/plan.ts';
import { cuesOf, type Hold, type SessionState, slotOf } from './state.ts';

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
        cue: slot.kind === 'march' && state.beats < slot.lifts ? plainCue('beat') : leavingCue(state),
        dueMs: phase.untilMs,
      };
    case 'paused':
      return { cue: plainCue('soft'), dueMs: phase.untilMs };
    case 'ended':
      return null;
  }
}

/** The cue that ends the slot in hand. */
function leavingCue(state: SessionState): Cue {
  const to = moveAfter(state.plan, state.slot);
  return to === null ? plainCue('done') : { name: 'move', to };
}

/** The hold's next cue; once its cues are over, a soft pulse every `softEveryS` seconds for as long as it lingers. */
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

/** When the slot in hand ends if the wearer touches nothing, UTC ms. */
export function slotEndMs(state: SessionState): number {
  const phase = state.phase;
  const slot = slotOf(state);
  if (phase.at === 'position') return phase.untilMs + (plannedSlotS(slot) - slot.positionS) * 1000;
  if (slot.kind === 'march') return phase.untilMs + (slot.lifts - state.beats) * slot.beatS * 1000;
  return phase.untilMs;
}
