/**
 * An open session as text, for storage. The version number says whether this version of the app can continue the session. The
 * store's checksum finds damage, not this module.
 */
import { asciiJson } from '../base/ascii-json.ts';
import { fieldsOf, hasShape, isFields, parseJson } from '../base/fields.ts';
import { hasKnownValues, type KnownWords } from '../base/known-values.ts';
import { fail, ok, type Result } from '../base/result.ts';
import { MOTOR_FORMS, STRENGTHS } from '../cue/vocabulary.ts';
import { ENDINGS, OUTCOMES } from '../log/codes.ts';
import type { Plan, Slot } from '../routine/plan.ts';
import {
  fromStoredPlan,
  hasSoundPlan,
  isPlanLike,
  type StoredPlan,
  toStoredPlan,
} from '../routine/stored-plan.ts';
import type { SessionPhase, SessionState } from './state.ts';

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

/** The snapshot in `text`, with values that a session can have; a failure if it is unreadable or of another version. */
export function decodeSnapshot(text: string): Result<Snapshot> {
  const read = decodeShape(text);
  return !read.ok || (hasSoundPlan(read.value.state.plan) && hasSoundState(read.value)) ? read : UNREADABLE;
}

const UNREADABLE = fail('the stored session is not readable', 'snapshot');

/** As `decodeSnapshot`, by its shape alone. */
function decodeShape(text: string): Result<Snapshot> {
  const { version, seq = 0, state } = fieldsOf(parseJson(text)) as Partial<StoredSnapshot>;
  if (state && version !== SNAPSHOT_VERSION) {
    return fail(`the stored session is of version ${version}, not ${SNAPSHOT_VERSION}`, 'snapshot/version');
  }
  if (
    !version ||
    !state ||
    !isPlanLike(state.plan) ||
    !isStateLike(state, state.plan.slots) ||
    typeof seq !== 'number'
  ) {
    return UNREADABLE;
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
 * As `decodeSnapshot`, for the helper: a page has checked the values before it let the helper go on from them. If the text begins
 * as `before`, letter for letter, that plan is not read and checked again, which is two thirds of the work. The plan of a
 * session never changes.
 *
 * @param before of a text that could be decoded; null if there is none
 */
export function decodeNextSnapshot(text: string, before: PlanInText | null): Result<Snapshot> {
  if (before !== null && text.startsWith(before.text)) {
    const others = parseJson(HEAD + text.slice(before.text.length));
    const state = fieldsOf(fieldsOf(others).state) as unknown as Omit<SessionState, 'plan'>;
    if (!('plan' in state) && isStateLike(state, before.plan.slots)) {
      const whole = Object.assign(state, { plan: before.plan });
      return ok({ version: SNAPSHOT_VERSION, seq: 0, state: whole });
    }
  }
  return decodeShape(text);
}

const PHASE_LIKE = { at: '', sinceMs: 0, untilMs: 0 };
const STATE_LIKE = {
  startedAtMs: 0,
  zoneOffsetMin: 0,
  slot: 0,
  phase: PHASE_LIKE,
  tries: [{ slot: 0, seconds: 0, positionedS: 0, reached: 0, outcome: '', lateMs: 0 }],
  beats: 0,
  seenMs: 0,
  interruptions: 0,
  clockJumps: 0,
  lostCues: 0,
};
const HOLD_LIKE = { positionedS: 0, lateMs: 0, cursor: 0 };

type Kinds = readonly Pick<Slot, 'kind'>[];

/** Whether the session has all its parts, and its slots can have their phases. */
function isStateLike(state: Omit<SessionState, 'plan'>, slots: Kinds): boolean {
  if (!hasShape(state, STATE_LIKE)) return false;
  const { phase, slot, tries, lifted = {} } = state;
  return (
    isFields(lifted) &&
    Object.keys(lifted).every((at) => typeof lifted[Number(at)] === 'number') &&
    tries.every((one) => slots[one.slot]) &&
    isPhaseLike(phase, slots[slot])
  );
}

/** Whether the slot can have the phase. */
function isPhaseLike(phase: SessionPhase, slot: Kinds[number] | undefined): boolean {
  switch (phase.at) {
    case 'hold':
      return slot?.kind === 'hold' && hasShape(phase, HOLD_LIKE);
    case 'march':
      return slot?.kind === 'march';
    default:
      return !!slot && (phase.at === 'position' || phase.at === 'paused' || phase.at === 'ended');
  }
}

const UNDO_LIKE = { untilMs: 0, slot: 0, phase: PHASE_LIKE, tries: 0 };
const STYLE_LIKE = { strength: '', motor: '' };
const WORDS: KnownWords = {
  how: ENDINGS,
  outcome: OUTCOMES,
  strength: STRENGTHS,
  motor: MOTOR_FORMS,
};
/** No hold is planned to last longer, and nothing else to wait longer: the longest hold of any routine is two hours. */
const LONGEST_MS = 3 * 3_600_000;

/** Whether the session can be continued or logged: all its values are such that a session can have them. */
function hasSoundState({ seq, state }: Snapshot): boolean {
  const { phase, plan, seenMs, undo, style } = state;
  return (
    hasKnownValues({ ...state, plan: null }, WORDS) &&
    seq >>> 0 === seq &&
    isSoundPhase(phase, seenMs) &&
    (undo === null ||
      (hasShape(undo, UNDO_LIKE) &&
        isPhaseLike(undo.phase, plan.slots[undo.slot]) &&
        isSoundPhase(undo.phase, seenMs))) &&
    (!style || hasShape(style, STYLE_LIKE))
  );
}

/** A hold is measured whole, and any other phase until its next event, because the wall clock may have been set meanwhile. */
function isSoundPhase(phase: SessionPhase, seenMs: number): boolean {
  const { at, sinceMs, untilMs } = phase;
  if (at === 'ended') return hasShape(phase, { how: '' });
  return untilMs - (at === 'hold' ? sinceMs : Math.max(sinceMs, seenMs)) <= LONGEST_MS;
}
