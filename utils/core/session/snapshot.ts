/**
 * An open session as text, for storage. The version number says whether this version of the app can continue the session. The
 * store's checksum finds damage, not this module.
 */
import { asciiJson } from '../base/ascii-json.ts';
import { fieldsOf, hasShape, isFields, parseJson } from '../base/fields.ts';
import { fail, ok, type Result } from '../base/result.ts';
import type { Plan, Slot } from '../routine/plan.ts';
import { fitsPlan, fromStoredPlan, type StoredPlan, toStoredPlan } from '../routine/stored-plan.ts';
import type { SessionState } from './state.ts';

export const SNAPSHOT_VERSION = 1;

export interface Snapshot {
  readonly version: number;
  readonly state: SessionState;
  /** The first seq that this session's record may have in the log; 0 until the session has ended. */
  readonly seq: number;
}

/** A session's state as it is stored. Version 0.1.0 gave parts of its plan other names. */
export type StoredState = Omit<SessionState, 'plan'> & { readonly plan: StoredPlan };

interface StoredSnapshot extends Omit<Snapshot, 'state'> {
  readonly state: StoredState;
}

function toStoredState(state: SessionState): StoredState {
  return { ...state, plan: toStoredPlan(state.plan) };
}

export function fromStoredState(stored: StoredState): SessionState {
  return { ...stored, plan: fromStoredPlan(stored.plan) };
}

export function encodeSnapshot(state: SessionState, seq: number): string {
  const snapshot: StoredSnapshot = { version: SNAPSHOT_VERSION, seq, state: toStoredState(state) };
  // The texts of a built-in plan are already ASCII, and this is written before every cue.
  return state.plan.lines ? asciiJson(snapshot) : JSON.stringify(snapshot);
}

/** The snapshot in `text`; a failure if it is unreadable or of another version. */
export function decodeSnapshot(text: string): Result<Snapshot> {
  const { version, seq = 0, state } = fieldsOf(parseJson(text)) as Partial<StoredSnapshot>;
  if (state && version !== SNAPSHOT_VERSION) {
    return fail(`the stored session is of version ${version}, not ${SNAPSHOT_VERSION}`, 'snapshot/version');
  }
  if (
    !version ||
    !state ||
    !fitsPlan(state.plan) ||
    !fitsState(state, state.plan.slots) ||
    typeof seq !== 'number'
  ) {
    return fail('the stored session is not readable', 'snapshot');
  }
  return ok({ version, seq, state: fromStoredState(state) });
}

/** How the text of every session that has not ended begins and, after its plan, goes on. */
const HEAD = `{"version":${SNAPSHOT_VERSION},"seq":0,"state":{`;
const PLAN_AT = `${HEAD}"plan":`;
const AFTER_PLAN = ',"startedAtMs":';

/** A plan, and how every text that holds it begins, up to the comma after the plan. */
export interface PlanInText {
  readonly text: string;
  readonly plan: Plan;
}

/**
 * Null if the plan does not stand where it does in a session that has not ended.
 *
 * @param text could be decoded, and holds this plan
 */
export function planInText(text: string, plan: Plan): PlanInText | null {
  const end = text.startsWith(PLAN_AT) ? text.indexOf(AFTER_PLAN) : -1;
  return end > 0 ? { text: text.slice(0, end + 1), plan } : null;
}

/**
 * As `decodeSnapshot`, but if the text begins as `before`, letter for letter, that plan is not read and checked
 * again, which is two thirds of the work. The plan of a session never changes.
 *
 * @param before of a text that could be decoded; null if there is none
 */
export function decodeNextSnapshot(text: string, before: PlanInText | null): Result<Snapshot> {
  if (before !== null && text.startsWith(before.text)) {
    const others = parseJson(HEAD + text.slice(before.text.length));
    const state = fieldsOf(fieldsOf(others).state) as unknown as Omit<SessionState, 'plan'>;
    if (!('plan' in state) && fitsState(state, before.plan.slots)) {
      const whole = Object.assign(state, { plan: before.plan });
      return ok({ version: SNAPSHOT_VERSION, seq: 0, state: whole });
    }
  }
  return decodeSnapshot(text);
}

const STATE_LIKE = {
  startedAtMs: 0,
  zoneOffsetMin: 0,
  slot: 0,
  phase: { at: '', sinceMs: 0, untilMs: 0 },
  tries: [{ slot: 0, seconds: 0, positionedS: 0, reached: 0, outcome: '', lateMs: 0 }],
  beats: 0,
  seenMs: 0,
  interruptions: 0,
  clockJumps: 0,
  lostCues: 0,
};
const HOLD_LIKE = { positionedS: 0, lateMs: 0, cursor: 0 };

/** Whether the session can be continued or logged: it has all its parts, and its slot can have its phase. */
function fitsState(state: Omit<SessionState, 'plan'>, slots: readonly Pick<Slot, 'kind'>[]): boolean {
  if (!hasShape(state, STATE_LIKE)) return false;
  const { phase, slot, tries } = state;
  const lifted: unknown = state.lifted || {};
  if (!isFields(lifted) || Object.keys(lifted).some((at) => typeof lifted[at] !== 'number')) return false;
  const kind = slots[slot]?.kind;
  if (kind === undefined || tries.some((one) => slots[one.slot] === undefined)) return false;
  switch (phase.at) {
    case 'hold':
      return kind === 'hold' && hasShape(phase, HOLD_LIKE);
    case 'march':
      return kind === 'march';
    default:
      return phase.at === 'position' || phase.at === 'paused' || phase.at === 'ended';
  }
}
