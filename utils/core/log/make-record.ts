/** How a session's record is made from its ended state. */
import { type Plan, plannedHoldS } from '../routine/plan.ts';
import type { SessionState } from '../session/state.ts';
import type { HoldRecord, PlannedHolds, Protection, Rating, SessionRecord } from './record.ts';

/** Holds that a record has room for: each takes up to 20 bytes of a body's 3,400. */
export const MAX_HOLDS = 60;
/** A cue that comes within two ticks is on time. */
const ON_TIME_MS = 500;

/** What the state does not know: what the wearer has said and what protected the session. */
export interface AboutSession {
  readonly protection: Protection;
  readonly painBefore: Rating;
  readonly painAfter: Rating;
  readonly contact: Rating;
}

/** The record of an ended session. Tries without a guided second are not holds and are left out. */
export function makeRecord(state: SessionState, about: Partial<AboutSession> = {}): SessionRecord {
  const { phase, plan, startedAtMs, tries } = state;
  const endMs = phase.at === 'ended' ? phase.sinceMs : state.seenMs;
  const holds: HoldRecord[] = [];
  for (const { slot: at, seconds, positionedS, reached, outcome, lateMs } of tries) {
    const slot = plan.slots[at];
    if (slot === undefined || slot.kind !== 'hold') continue;
    if (seconds === 0 && outcome !== 'skipped') continue;
    const { step, side, spot, tool } = slot;
    const late = lateMs < ON_TIME_MS ? 0 : Math.round(lateMs / 100) * 100;
    holds.push({ step, side, spot, tool, seconds, positionedS, reached, outcome, lateMs: late });
  }
  const triesLeftOut = Math.max(0, holds.length - MAX_HOLDS);
  for (let count = 0; count < triesLeftOut; count++) holds.splice(leastTold(holds), 1);
  const record: SessionRecord = {
    kind: 'session',
    routine: plan.routine,
    routineVersion: plan.routineVersion,
    phase: plan.phase,
    tool: plan.tool,
    band: plan.slots.some((slot) => slot.kind === 'march'),
    sides: plan.sides,
    startedAtMs: startedAtMs - (startedAtMs % 1000),
    zoneOffsetMin: Math.round(state.zoneOffsetMin / 15) * 15,
    durationS: Math.max(0, Math.floor((endMs - startedAtMs) / 1000)),
    how: phase.at === 'ended' ? phase.how : 'left',
    planned: plannedOf(plan),
    holds,
    beats: state.beats,
    interruptions: state.interruptions,
    clockJumps: state.clockJumps,
    lostCues: state.lostCues,
    triesLeftOut,
    protection: { standby: false, alarm: false, screen: false },
    painBefore: null,
    painAfter: null,
    contact: null,
  };
  return { ...record, ...about };
}

/** The plan's holds, one entry a step. */
function plannedOf({ slots, sides }: Plan): readonly PlannedHolds[] {
  const planned: PlannedHolds[] = [];
  for (const slot of slots) {
    if (slot.kind !== 'hold') continue;
    const { step, tool, spot, positionS } = slot;
    const at = planned.length - 1;
    const last = planned[at];
    const side = slot.side === sides[0] ? 0 : 1;
    if (last === undefined || last.step !== step || last.tool !== tool || last.spots[side] !== spot - 1) {
      const spots: [number, number] = side === 0 ? [1, 0] : [0, 1];
      const seconds = plannedHoldS(slot);
      planned.push({ step, tool, seconds, cues: slot.cues.length, spots, positionsS: [positionS, 0, 0] });
      continue;
    }
    const spots: [number, number] = [last.spots[0], last.spots[1]];
    spots[side] = spot;
    const [arriveS, otherSideS, sameSideS] = last.positionsS;
    planned[at] = {
      ...last,
      spots,
      positionsS: spot > 1 ? [arriveS, otherSideS, positionS] : [arriveS, positionS, sameSideS],
    };
  }
  return planned;
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
