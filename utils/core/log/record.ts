/** What is kept of a session. Owns the shape and how it is made from a session's state; never its bytes. */
import { patch } from '../base/patch.ts';
import type { HoldTool, RoutinePhase, Side, StepId, Tool } from '../routine/routine.ts';
import type { Ending, Outcome, SessionState } from '../session/state.ts';

/** One try, as it is logged: seconds that were guided, never "held". */
export interface HoldRecord {
  readonly step: StepId;
  readonly side: Side;
  readonly spot: number;
  readonly tool: HoldTool;
  readonly seconds: number;
  readonly positionedS: number;
  /** How many of the hold's cues were reached. */
  readonly reached: number;
  readonly outcome: Outcome;
  /** How late the latest of its cues was played, ms. */
  readonly lateMs: number;
}

export interface SessionRecord {
  readonly routine: string;
  readonly routineVersion: number;
  readonly phase: RoutinePhase;
  readonly tool: Tool;
  readonly sides: readonly Side[];
  /** UTC ms. */
  readonly startedAtMs: number;
  readonly zoneOffsetMin: number;
  readonly durationS: number;
  readonly how: Ending;
  readonly holds: readonly HoldRecord[];
  /** Lifts that got their beat. */
  readonly beats: number;
  readonly interruptions: number;
  readonly clockJumps: number;
  readonly lostCues: number;
  /** Short tries left out because a record has room for so many; absent where there are none. */
  readonly triesLeftOut?: number;
}

/** Holds that a record in its first format has room for: each takes up to 165 bytes of a body's 3,400, the rest up to 420. */
export const MAX_HOLDS = 18;

/** The record of an ended session. Tries without a guided second are not holds and are left out. */
export function recordOf(state: SessionState): SessionRecord {
  const phase = state.phase;
  const endMs = phase.at === 'ended' ? phase.sinceMs : state.seenMs;
  const holds: HoldRecord[] = [];
  for (const tried of state.tries) {
    const slot = state.plan.slots[tried.slot];
    if (slot === undefined || slot.kind !== 'hold') continue;
    if (tried.seconds === 0 && tried.outcome !== 'skipped') continue;
    holds.push({
      step: slot.step,
      side: slot.side,
      spot: slot.spot,
      tool: slot.tool,
      seconds: tried.seconds,
      positionedS: tried.positionedS,
      reached: tried.reached,
      outcome: tried.outcome,
      lateMs: tried.lateMs,
    });
  }
  const triesLeftOut = Math.max(0, holds.length - MAX_HOLDS);
  for (let count = 0; count < triesLeftOut; count++) holds.splice(leastTold(holds), 1);
  const record: SessionRecord = {
    routine: state.plan.routine,
    routineVersion: state.plan.routineVersion,
    phase: state.plan.phase,
    tool: state.plan.tool,
    sides: state.plan.sides,
    startedAtMs: state.startedAtMs,
    zoneOffsetMin: state.zoneOffsetMin,
    durationS: Math.max(0, Math.floor((endMs - state.startedAtMs) / 1000)),
    how: phase.at === 'ended' ? phase.how : 'left',
    holds,
    beats: state.beats,
    interruptions: state.interruptions,
    clockJumps: state.clockJumps,
    lostCues: state.lostCues,
  };
  return triesLeftOut === 0 ? record : patch(record, { triesLeftOut });
}

/** Index of the shortest try that did not become its slot's hold; of the shortest of all where each did. */
function leastTold(holds: readonly HoldRecord[]): number {
  let least = 0;
  holds.forEach((hold, at) => {
    if (worth(hold) < worth(holds[least])) least = at;
  });
  return least;
}

function worth(hold: HoldRecord | undefined): number {
  if (hold === undefined) return 0;
  return hold.seconds + (hold.outcome === 'guided-to-end' || hold.outcome === 'let-go' ? 100_000 : 0);
}
