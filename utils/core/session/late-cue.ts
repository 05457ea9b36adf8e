/**
 * A late cue, on the page's side: when the page leaves it to the helper, how long it waits, and what it takes for played.
 * Stalls and changes of the clock are told apart here, as far as they can be.
 */
import {
  HELPER_LOOK_MS,
  LONGEST_STALL_MS,
  LOOKED_AFTER_MS,
  PAGE_WINDOW_MS,
  TIMELY_TICK_MS,
} from '../tuning.ts';
import { shiftClock } from './clock-shift.ts';
import { nextDue } from './due.ts';
import { asReported, helperPlaysAtMs, isHelpersTurn, takenOverByHelper } from './helper-handover.ts';
import type { SessionState } from './state.ts';
import { stepAwake } from './step.ts';
import { keepAwake, PERSIST, RELEASE } from './transitions.ts';
import { andThen, type Conductor, type Facts, noEffects, seenAt, type Turn, take } from './turn.ts';

/**
 * Leaves a late cue to a listed helper, and takes over what the helper has played.
 *
 * @param gapMs ms since the last event; a long one is a stall, or a clock that was set forward without a word
 * @returns the turn, and whether the page has to wait for the helper
 */
export function leaveToHelper(
  conductor: Conductor,
  gapMs: number,
  facts: Facts,
): { turn: Turn; waits: boolean } {
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

function endWait([conductor, effects]: Turn): Turn {
  return [{ ...conductor, waitUntilMs: 0 }, effects];
}

/**
 * Moves all times along with a wall clock that was set, or has gone back. The time since the last event is lost by it, so
 * what follows is late rather than early.
 */
export function rebase(conductor: Conductor, isTold: boolean, facts: Facts): Turn {
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
 * has not. After a stall nobody knows how long the page stood still before it was told of the clock. The helper may have
 * played the next cue by then, so that cue is left to it.
 */
export function settleClock(conductor: Conductor, nowMs: number): Conductor {
  const { clockSetAtMs, session } = conductor;
  if (clockSetAtMs === 0) return conductor;
  const due = nextDue(session);
  const hasStalled = due !== null && nowMs - clockSetAtMs > TIMELY_TICK_MS;
  const playsByMs = hasStalled ? helperPlaysAtMs(due) + LOOKED_AFTER_MS : 0;
  return { ...conductor, clockSetAtMs: 0, waitUntilMs: playsByMs };
}
