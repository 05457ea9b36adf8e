/** Makes the record of a session from its state. */
import { type HoldSlot, type Plan, plannedHoldS } from '../routine/plan.ts';
import { lastGuidedMs, type SessionState } from '../session/state.ts';
import { loggedInstantMs } from './logged-instant.ts';
import type { HoldRecord, PlannedHolds, SessionRecord } from './record.ts';

/** A record has room for this many holds: each takes up to 20 of a body's 3,400 bytes, and the plan needs the rest. */
export const MAX_HOLDS = 60;
/** A cue with a shorter delay than this is on time, ms: two ticks of the page. */
const ON_TIME_MS = 500;
/** The first and the last time zone that there is. A record has room for few more. */
const FIRST_ZONE_MIN = -12 * 60;
const LAST_ZONE_MIN = 14 * 60;

/** What a session's state does not contain: the wearer's answers, and what protected the session. */
export type AboutSession = Pick<SessionRecord, 'protection' | 'painBefore' | 'painAfter' | 'contact'>;

/** The record of a session in its current state, ended or left. */
export function makeRecord(state: SessionState, about: Partial<AboutSession> = {}): SessionRecord {
  const { phase, plan, startedAtMs } = state;
  const holds = holdsOf(state);
  const triesLeftOut = Math.max(0, holds.length - MAX_HOLDS);
  for (let count = 0; count < triesLeftOut; count++) holds.splice(leastWorth(holds), 1);
  return {
    kind: 'session',
    routine: plan.routine,
    routineVersion: plan.routineVersion,
    phase: plan.stage,
    tool: plan.kit,
    band: plan.slots.some((slot) => slot.kind === 'march'),
    sides: plan.sides,
    startedAtMs: loggedInstantMs(startedAtMs),
    zoneOffsetMin:
      Math.round(Math.max(FIRST_ZONE_MIN, Math.min(LAST_ZONE_MIN, state.zoneOffsetMin)) / 15) * 15,
    durationS: Math.max(0, Math.floor((lastGuidedMs(state) - startedAtMs) / 1000)),
    how: phase.at === 'ended' ? phase.how : 'left',
    planned: plannedHolds(plan),
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
    ...about,
  };
}

/** The tries that count as holds: with a guided second, or skipped. */
function holdsOf({ plan, tries }: SessionState): HoldRecord[] {
  const holds: HoldRecord[] = [];
  for (const { slot: at, seconds, positionedS, reached, outcome, lateMs } of tries) {
    const slot = plan.slots[at];
    if (slot === undefined || slot.kind !== 'hold') continue;
    if (seconds === 0 && outcome !== 'skipped') continue;
    const { step, side, spot, kit: tool } = slot;
    const inTenthsMs = lateMs < ON_TIME_MS ? 0 : Math.round(lateMs / 100) * 100;
    holds.push({ step, side, spot, tool, seconds, positionedS, reached, outcome, lateMs: inTenthsMs });
  }
  return holds;
}

/** The holds of the plan, one entry for the slots of a step. */
function plannedHolds({ slots, sides }: Plan): readonly PlannedHolds[] {
  const planned: PlannedHolds[] = [];
  for (const slot of slots) {
    if (slot.kind !== 'hold') continue;
    const side = slot.side === sides[0] ? 0 : 1;
    const last = planned[planned.length - 1];
    if (last !== undefined && goesOn(last, slot, side)) {
      planned[planned.length - 1] = withSlot(last, slot, side);
    } else {
      const { step, kit: tool, positionS } = slot;
      planned.push({
        step,
        tool,
        seconds: plannedHoldS(slot),
        cues: slot.cues.length,
        spots: side === 0 ? [1, 0] : [0, 1],
        positionsS: [positionS, 0, 0],
      });
    }
  }
  return planned;
}

/** Whether the slot is the next spot on its side of the entry's step. */
function goesOn(last: PlannedHolds, { step, kit, spot }: HoldSlot, side: 0 | 1): boolean {
  return last.step === step && last.tool === kit && last.spots[side] === spot - 1;
}

function withSlot(last: PlannedHolds, { spot, positionS }: HoldSlot, side: 0 | 1): PlannedHolds {
  const [first, second] = last.spots;
  const [arriveS, otherSideS, sameSideS] = last.positionsS;
  return {
    ...last,
    spots: side === 0 ? [spot, second] : [first, spot],
    positionsS: spot > 1 ? [arriveS, otherSideS, positionS] : [arriveS, positionS, sameSideS],
  };
}

/** Index of the shortest try that did not become the hold of its slot; if every one did, of the shortest try. */
function leastWorth(holds: readonly HoldRecord[]): number {
  const worths = holds.map(worth);
  return worths.indexOf(Math.min(...worths));
}

/** Seconds, with more than any hold lasts on top for a try that became the hold of its slot. */
function worth({ seconds, outcome }: HoldRecord): number {
  return seconds + (outcome === 'guided-to-end' || outcome === 'let-go' ? 100_000 : 0);
}
