/** What a session of a plan is felt as where all goes to plan: the engine itself plays it from Start to its end. */
import type { Cue, CueStyle } from '../../utils/core/cue/vocabulary.ts';
import type { Plan, Slot } from '../../utils/core/routine/plan.ts';
import { nextDue } from '../../utils/core/session/due.ts';
import { lingers, type SessionState } from '../../utils/core/session/state.ts';
import { stepAwake } from '../../utils/core/session/step.ts';
import { startSession } from '../../utils/core/session/transitions.ts';

export interface TimelineCue {
  /** From Start, s. */
  readonly atS: number;
  readonly cue: Cue;
}

export interface TimelinePart {
  readonly slot: Slot;
  /** The wearer begins to get into place, s from Start. */
  readonly fromS: number;
  /** The hold or the march begins. */
  readonly startS: number;
  /** The minimum of a hold is done. */
  readonly minimumS: number;
  readonly toS: number;
  /** From its start cue to the one that ends it. */
  readonly cues: readonly TimelineCue[];
}

const STYLE: CueStyle = { strength: 'normal', motor: 'pattern' };

/** The parts of the session, one for each slot of the plan. */
export function timelineOf(plan: Plan): readonly TimelinePart[] {
  const parts: TimelinePart[] = [];
  let [state] = startSession(plan, 0, 0, STYLE);
  let cues: TimelineCue[] = [];
  let minimumS = 0;
  for (let due = nextDue(state); due !== null; due = nextDue(state)) {
    const before: SessionState = state;
    const atS = due.dueMs / 1000;
    [state] = stepAwake(state, { type: 'ticked', atMs: due.dueMs });
    cues.push({ atS, cue: due.cue });
    if (!lingers(before) && lingers(state)) minimumS = atS;
    if (state.slot === before.slot && state.phase.at !== 'ended') continue;
    const [slot, first] = [plan.slots[before.slot], cues[0]];
    if (slot === undefined || first === undefined) break;
    const fromS = parts[parts.length - 1]?.toS ?? 0;
    parts.push({
      slot,
      fromS,
      startS: first.atS,
      minimumS: slot.kind === 'hold' ? minimumS : atS,
      toS: atS,
      cues,
    });
    cues = [];
  }
  return parts;
}
