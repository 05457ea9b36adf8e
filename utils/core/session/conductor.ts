/**
 * The conductor of a session page: decides whether page or helper plays a late cue, and what is stored about it. Pure:
 * what it has to know of the watch comes in as facts, what is to be done goes out as effects. The rules are in
 * docs/decisions/helper.md, and test/core/session/conductor-table.ts has a row for each situation.
 */
import { type Cue, plainCue } from '../cue/vocabulary.ts';
import type { Plan } from '../routine/plan.ts';
import {
  CALL_ALARM_MS,
  CALL_PAUSE_MS,
  HELPER_LOOK_MS,
  LONGEST_STALL_MS,
  LOOKED_AFTER_MS,
  PAGE_WINDOW_MS,
  TIMELY_TICK_MS,
} from '../tuning.ts';
import { shiftClock } from './clock-shift.ts';
import { nextDue } from './due.ts';
import type { Effect, Step } from './effect.ts';
import type { AwakeEvent, UntimedEvent } from './event.ts';
import {
  asReported,
  type HelperReport,
  helperPlaysAtMs,
  isHelpersTurn,
  takenOverByHelper,
} from './helper-handover.ts';
import type { SessionState } from './state.ts';
import { stepAwake } from './step.ts';
import { keepAwake, PERSIST, RELEASE, startSession, wakeAtMs } from './transitions.ts';

export interface Conductor {
  readonly session: SessionState;
  /** `seenMs` of the stored session. A helper report that goes on from another session is out of date. */
  readonly storedMs: number;
  /** When the last event of the session came in, UTC ms. */
  readonly lastEventMs: number;
  /** The page plays nothing before this instant (UTC ms), because the helper may be about to. 0: it need not wait. */
  readonly waitUntilMs: number;
  /** When a change of the clock was told that may have hidden a stall, UTC ms by the new clock. 0: there is none in doubt. */
  readonly clockSetAtMs: number;
  /** When a call or a dark screen covered the page, UTC ms. 0: nothing does. */
  readonly interruptedAtMs: number;
  /** A tick before this instant (UTC ms) finds nothing to do, which saves battery. 0: not known. */
  readonly idleUntilMs: number;
}

/** What covers the page. The system may end a page behind a dark screen; under a call the page lives on. */
export type Interrupt = 'call' | 'dark-screen';

export type ConductorEvent =
  | UntimedEvent
  | { readonly type: 'interrupted'; readonly by: Interrupt }
  | { readonly type: 'interrupt-ended' }
  /** The page is being closed, by its wearer or by the system. */
  | { readonly type: 'page-closed' };

/** What the page can find out about the watch. The functions cost a system call, so they are called only where they matter. */
export interface Facts {
  /** The wall clock, UTC ms. */
  readonly nowMs: number;
  /** Whether the system lists the helper as running. */
  readonly isHelperListed: () => boolean;
  /** What the helper has reported last; null where there is no report. */
  readonly helperReport: () => HelperReport | null;
}

/** What is to be done, in this order. A session is always stored before its cue is played. */
export type ConductorEffect =
  | Exclude<Effect, { readonly type: 'persist' | 'play' }>
  | { readonly type: 'store'; readonly session: SessionState }
  | { readonly type: 'play'; readonly cue: Cue }
  /** Arm the alarm for `atMs` (UTC ms) in place of what was armed before. */
  | { readonly type: 'arm-alarm'; readonly atMs: number }
  | { readonly type: 'stop-helper' };

/** The conductor after an event, with what is to be done about it. */
export type Turn = readonly [Conductor, readonly ConductorEffect[]];

/** A session that begins now. */
export function beginSession(plan: Plan, nowMs: number, zoneOffsetMin: number): Turn {
  const step = startSession(plan, nowMs, zoneOffsetMin);
  return take(conductorOf(step[0], 0, nowMs), step);
}

/** A session that goes on as it is stored. */
export function continueSession(stored: SessionState, nowMs: number): Turn {
  return take(conductorOf(stored, stored.seenMs, nowMs), [stored, [keepAwake(stored)]]);
}

export function conduct(conductor: Conductor, event: ConductorEvent, facts: Facts): Turn {
  switch (event.type) {
    case 'interrupted':
      return interrupt(conductor, event.by, facts.nowMs);
    case 'interrupt-ended':
      return endInterrupt(conductor, facts.nowMs);
    case 'page-closed':
      return closePage(conductor, facts);
    default:
      return onSessionEvent(conductor, event, facts);
  }
}

function conductorOf(session: SessionState, storedMs: number, lastEventMs: number): Conductor {
  return {
    session,
    storedMs,
    lastEventMs,
    waitUntilMs: 0,
    clockSetAtMs: 0,
    interruptedAtMs: 0,
    idleUntilMs: 0,
  };
}

/** The turn that makes a step of the engine the conductor's session. What is stored ends a wait: the helper goes by it from now on. */
function take(conductor: Conductor, [session, effects]: Step): Turn {
  // A pause also ends after half an hour, which `nextDue` does not know, so its ticks are never idle.
  const due = session.phase.at === 'paused' ? null : nextDue(session);
  const stores = effects.some((effect) => effect.type === 'persist');
  return [
    {
      ...conductor,
      session,
      storedMs: stores ? session.seenMs : conductor.storedMs,
      waitUntilMs: stores ? 0 : conductor.waitUntilMs,
      idleUntilMs: due === null ? 0 : due.dueMs,
    },
    effects.map((effect) => (effect.type === 'persist' ? { type: 'store', session } : effect)),
  ];
}

/** Two turns, one after the other. */
function andThen([conductor, effects]: Turn, next: (conductor: Conductor) => Turn): Turn {
  const [after, more] = next(conductor);
  return [after, effects.length === 0 ? more : [...effects, ...more]];
}

/** An event of the session itself: a tick, a touch or a change of the clock. */
function onSessionEvent(conductor: Conductor, event: UntimedEvent, facts: Facts): Turn {
  const { nowMs } = facts;
  const gapMs = nowMs - conductor.lastEventMs;
  if (event.type === 'ticked' && isIdle(conductor, nowMs)) return [{ ...conductor, lastEventMs: nowMs }, []];
  const isTold = event.type === 'clock-jumped';
  return andThen(isTold || gapMs < 0 ? rebase(conductor, isTold, facts) : noEffects(conductor), (rebased) => {
    const here = { ...rebased, lastEventMs: nowMs };
    if (isTold) return [here, []];
    if (isLongCall(here, nowMs)) return pauseByCall(here, nowMs);
    const { turn, waits } = leaveToHelper(settleClock(here, nowMs), gapMs, facts);
    return andThen(turn, (after) => {
      // A touch is never put off. It means the session as the helper has brought it on by now.
      if ((waits && event.type === 'ticked') || after.interruptedAtMs > 0) return [after, []];
      // TypeScript cannot tell that the spread keeps the kind of the event.
      return take(after, stepAwake(after.session, { ...event, atMs: nowMs } as AwakeEvent));
    });
  });
}

/** Whether a tick has nothing to do: no cue is due, no time is missing, and nobody waits for anything. */
function isIdle(conductor: Conductor, nowMs: number): boolean {
  const gapMs = nowMs - conductor.lastEventMs;
  return (
    nowMs < conductor.idleUntilMs &&
    gapMs >= 0 &&
    gapMs <= PAGE_WINDOW_MS &&
    conductor.waitUntilMs === 0 &&
    conductor.clockSetAtMs === 0 &&
    conductor.interruptedAtMs === 0
  );
}

/**
 * Leaves a late cue to a listed helper, and takes over what the helper has played.
 *
 * @param gapMs ms since the last event; a long one is a stall, or a clock that was set forward without a word
 * @returns the turn, and whether the page has to wait for the helper
 */
function leaveToHelper(conductor: Conductor, gapMs: number, facts: Facts): { turn: Turn; waits: boolean } {
  const { nowMs } = facts;
  const hasGap = gapMs > PAGE_WINDOW_MS;
  let turn = hasGap ? catchUp(conductor, 0, facts) : noEffects(conductor);
  const isLate = isHelpersTurn(turn[0].session, nowMs);
  if (hasGap && isLate && turn[0] === conductor) {
    // Without a report, the helper may have stalled as well. Then it plays when it looks next.
    const looksByMs = nowMs + LOOKED_AFTER_MS;
    turn = noEffects({ ...conductor, waitUntilMs: Math.max(conductor.waitUntilMs, looksByMs) });
  }
  const mayBeHelpers = isLate || nowMs < turn[0].waitUntilMs;
  if (!mayBeHelpers || gapMs > LONGEST_STALL_MS || !facts.isHelperListed()) {
    return { turn: endWait(turn), waits: false };
  }
  if (nowMs >= turn[0].waitUntilMs) {
    // After a wait the cue counts from now: the helper has played it when it looked, which was before now.
    const isAsOfNow = turn[0].waitUntilMs > 0;
    turn = andThen(endWait(turn), (here) => catchUp(isAsOfNow ? seenAt(here, nowMs) : here, nowMs, facts));
  }
  const { session, waitUntilMs } = turn[0];
  return { turn, waits: nowMs < waitUntilMs || isHelpersTurn(session, nowMs) };
}

/**
 * Takes over the cues that the helper has reported, and those that it must have played by `atMs`. Nothing is stored and
 * the conductor stays the same where there are none.
 */
function catchUp(conductor: Conductor, atMs: number, facts: Facts): Turn {
  const reported = asReported(conductor.session, conductor.storedMs, facts.helperReport());
  const session = takenOverByHelper(reported, atMs);
  if (session === conductor.session) return [conductor, []];
  return take(conductor, [session, [PERSIST, session.phase.at === 'ended' ? RELEASE : keepAwake(session)]]);
}

function noEffects(conductor: Conductor): Turn {
  return [conductor, []];
}

function endWait([conductor, effects]: Turn): Turn {
  return [{ ...conductor, waitUntilMs: 0 }, effects];
}

function seenAt(conductor: Conductor, seenMs: number): Conductor {
  return { ...conductor, session: { ...conductor.session, seenMs } };
}

/**
 * Moves all times along with a wall clock that was set, or has gone back. The time since the last event is lost by it, so
 * what follows is late rather than early.
 */
function rebase(conductor: Conductor, isTold: boolean, facts: Facts): Turn {
  const { lastEventMs, waitUntilMs } = conductor;
  const isListed = facts.isHelperListed();
  const before =
    isListed && waitUntilMs === 0 ? catchUp(conductor, lastEventMs, facts) : noEffects(conductor);
  return andThen(before, (caughtUp) => {
    const here = seenAt(caughtUp, Math.max(lastEventMs, caughtUp.session.seenMs));
    const { session } = here;
    const byMs = facts.nowMs - session.seenMs;
    const moved = { ...here, interruptedAtMs: here.interruptedAtMs > 0 ? here.interruptedAtMs + byMs : 0 };
    if (isListed && (waitUntilMs > 0 || isHelpersTurn(session, session.seenMs))) {
      return rebaseUnstored(moved, byMs, facts.nowMs);
    }
    const isInDoubt = isTold && isListed && helperMayHavePlayed(session);
    return take(
      { ...moved, clockSetAtMs: isInDoubt ? facts.nowMs : 0 },
      stepAwake(session, { type: 'clock-jumped', atMs: facts.nowMs }),
    );
  });
}

/** The helper may have played the cue that is due, or not. Nothing is stored: that would have it play again, or not at all. */
function rebaseUnstored(conductor: Conductor, byMs: number, nowMs: number): Turn {
  const waitUntilMs = Math.max(conductor.waitUntilMs + byMs, nowMs + HELPER_LOOK_MS + LOOKED_AFTER_MS);
  return noEffects({
    ...conductor,
    session: shiftClock(conductor.session, byMs),
    waitUntilMs,
    idleUntilMs: 0,
  });
}

/** Whether the helper may have played the next cue since `seenMs`, in a stall of the page as long as a page survives. */
function helperMayHavePlayed(session: SessionState): boolean {
  const due = nextDue(session);
  return due !== null && helperPlaysAtMs(due) <= session.seenMs + LONGEST_STALL_MS;
}

/**
 * The first event after a change of the clock shows whether the page has stalled: a tick that comes in time shows that it
 * has not. After a stall nobody knows how long the page stood still before it was told of the clock. The helper may have played the
 * next cue by then, so that cue is left to it.
 */
function settleClock(conductor: Conductor, nowMs: number): Conductor {
  const { clockSetAtMs, session } = conductor;
  if (clockSetAtMs === 0) return conductor;
  const due = nextDue(session);
  const hasStalled = due !== null && nowMs - clockSetAtMs > TIMELY_TICK_MS;
  const playsByMs = hasStalled ? Math.max(nowMs, helperPlaysAtMs(due)) + LOOKED_AFTER_MS : 0;
  return { ...conductor, clockSetAtMs: 0, waitUntilMs: playsByMs };
}

function isLongCall({ interruptedAtMs }: Conductor, nowMs: number): boolean {
  return interruptedAtMs > 0 && nowMs - interruptedAtMs > CALL_PAUSE_MS;
}

/** Nobody guides the hold under a long call, so the session waits for its wearer. */
function pauseByCall(conductor: Conductor, nowMs: number): Turn {
  return take(conductor, stepAwake(conductor.session, { type: 'paused', why: 'call', atMs: nowMs }));
}

/** Something covers the page: until that ends, nothing is played and ticks only keep the time. */
function interrupt(conductor: Conductor, by: Interrupt, nowMs: number): Turn {
  if (conductor.interruptedAtMs > 0) return [conductor, []];
  // A pause that comes of it counts the hold until now.
  const seenMs = Math.max(conductor.lastEventMs, conductor.session.seenMs);
  const here = { ...seenAt(conductor, seenMs), interruptedAtMs: nowMs };
  if (by === 'dark-screen' || here.session.phase.at === 'ended') return [here, []];
  // Under a call the page lives, and an alarm would open it a second time.
  const atMs = Math.max(wakeAtMs(here.session), nowMs + CALL_ALARM_MS);
  return [here, [{ type: 'arm-alarm', atMs }]];
}

/** The page is in front again. */
function endInterrupt(conductor: Conductor, nowMs: number): Turn {
  const ended = { ...conductor, interruptedAtMs: 0 };
  if (isLongCall(conductor, nowMs)) {
    const [paused, effects] = pauseByCall(ended, nowMs);
    return [paused, [...effects, { type: 'play', cue: plainCue('come-back') }]];
  }
  const wasInterrupted = conductor.interruptedAtMs > 0 && conductor.session.phase.at !== 'ended';
  return [ended, wasInterrupted ? [{ type: 'arm-alarm', atMs: wakeAtMs(conductor.session) }] : []];
}

/**
 * The page is being closed while nothing covers it, so its wearer has left it. Once this may be a slip: the session goes
 * on with the helper, and the alarm brings the page back. The second time it is meant, and the session is paused.
 */
function closePage(conductor: Conductor, facts: Facts): Turn {
  const { nowMs } = facts;
  if (conductor.interruptedAtMs > 0 || conductor.session.phase.at === 'ended') return [conductor, []];
  const { turn, waits } = leaveToHelper(conductor, nowMs - conductor.lastEventMs, facts);
  if (waits) return turn;
  return andThen(turn, (here) => {
    const exits = (here.session.exits || 0) + 1;
    const left: SessionState = { ...here.session, seenMs: nowMs, exits };
    if (exits === 1) return take(here, [left, [PERSIST]]);
    const [paused] = stepAwake(left, { type: 'paused', why: 'wearer', atMs: nowMs });
    const [after, effects] = take(here, [paused, [PERSIST, RELEASE]]);
    return [after, [...effects, { type: 'stop-helper' }]];
  });
}
