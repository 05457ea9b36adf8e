/**
 * The conductor of a session page: decides what the page, store, motor, alarm and helper do about each event. It is pure: it
 * takes facts about the watch, and returns effects for the caller to carry out. `helper-handover.ts` defines how long the
 * helper waits before it plays a late cue, and `catch-up.ts` what a page takes over from it. docs/decisions/helper.md has the
 * rules, test/core/session/conductor-rows-*.ts a row for each situation.
 */
import { type CueStyle, plainCue } from '../cue/vocabulary.ts';
import type { Plan } from '../routine/plan.ts';
import { CALL_ALARM_MS, CALL_PAUSE_MS, PAGE_WINDOW_MS } from '../tuning.ts';
import { catchUp, leaveClockToHelper, rebase, reportAwaitedUntilMs } from './catch-up.ts';
import type { UntimedEvent } from './event.ts';
import type { SessionState } from './state.ts';
import { stepAwake } from './step.ts';
import { keepAwake, PERSIST, RELEASE, startSession, wakeAtMs } from './transitions.ts';
import { andThen, type Conductor, type Facts, noEffects, seenAt, type Turn, withTransition } from './turn.ts';

/**
 * What covers the page. During a call the page plays nothing. Behind a dark screen it goes on playing as long as its ticks
 * come, but the system may end it.
 */
export type Interrupt = 'call' | 'dark-screen';

export type ConductorEvent =
  | UntimedEvent
  | { readonly type: 'interrupted'; readonly by: Interrupt }
  /** The screen went dark, switched to an always-on display, or was lit. */
  | { readonly type: 'screen-changed' }
  | { readonly type: 'interrupt-ended' }
  /** The page is being closed, by its wearer or by the system. */
  | { readonly type: 'page-closed' };

/** Starts a new session. */
export function beginSession(plan: Plan, nowMs: number, zoneOffsetMin: number, style: CueStyle): Turn {
  const step = startSession(plan, nowMs, zoneOffsetMin, style);
  return withTransition(conductorOf(step[0], 0, nowMs), step);
}

/** Continues a stored session. */
export function continueSession(stored: SessionState, facts: Facts): Turn {
  const here = conductorOf(stored, stored.seenMs, facts.nowMs);
  const waitsUntilMs = reportAwaitedUntilMs(here, facts);
  return withTransition({ ...here, waitsUntilMs }, [stored, [PERSIST, keepAwake(stored)]]);
}

export function conduct(conductor: Conductor, event: ConductorEvent, facts: Facts): Turn {
  switch (event.type) {
    case 'screen-changed':
      return unmaskDark(conductor);
    case 'interrupted':
      return interrupt(conductor, event.by, facts);
    case 'interrupt-ended':
      return endInterrupt(conductor, facts);
    case 'page-closed':
      return closePage(conductor, facts);
    default:
      return onSessionEvent(conductor, event, facts);
  }
}

export function conductorOf(session: SessionState, storedMs: number, lastEventMs: number): Conductor {
  return {
    session,
    storedMs,
    lastEventMs,
    interruptedAtMs: 0,
    isDark: false,
    clockSetAfterMs: 0,
    waitsUntilMs: 0,
    idleUntilMs: 0,
  };
}

/** An event of the session itself: a tick, a touch or a change of the clock. */
function onSessionEvent(conductor: Conductor, event: UntimedEvent, facts: Facts): Turn {
  const { nowMs } = facts;
  const gapMs = nowMs - conductor.lastEventMs;
  if (event.type === 'ticked' && isIdle(conductor, conductor.lastEventMs, nowMs))
    return noEffects({ ...conductor, lastEventMs: nowMs });
  if (event.type === 'ticked' && gapMs >= 0 && isBefore(nowMs, conductor.waitsUntilMs)) {
    // The time that passes while the page is running is not lost.
    const clockSetAfterMs = conductor.clockSetAfterMs && conductor.clockSetAfterMs + gapMs;
    return noEffects({ ...conductor, lastEventMs: nowMs, clockSetAfterMs });
  }
  const isTold = event.type === 'clock-jumped';
  const left = isTold ? leaveClockToHelper(conductor, facts) : null;
  if (left !== null) return left;
  return andThen(broughtOn(conductor, gapMs, isTold, facts), (caughtUp) => {
    const here = { ...caughtUp, lastEventMs: nowMs, waitsUntilMs: 0 };
    if (isTold) return [here, []];
    if (isLongCall(here, nowMs)) return pauseByCall(here, nowMs);
    if (here.interruptedAtMs > 0) return [here, []];
    return withTransition(here, stepAwake(here.session, { ...event, atMs: nowMs }));
  });
}

/** The session after whatever the page missed: a change of the clock, or cues that the helper played in a gap. */
function broughtOn(conductor: Conductor, gapMs: number, isTold: boolean, facts: Facts): Turn {
  if (isTold || gapMs < 0 || conductor.clockSetAfterMs > 0) return rebase(conductor, facts);
  return gapMs > PAGE_WINDOW_MS || conductor.waitsUntilMs > 0
    ? catchUp(conductor, facts)
    : noEffects(conductor);
}

/** Whether a tick has nothing to do: no cue is due, and no time is missing. @param lastEventMs of the newest event, UTC ms */
export function isIdle(conductor: Conductor, lastEventMs: number, nowMs: number): boolean {
  const gapMs = nowMs - lastEventMs;
  const isUnbroken = gapMs >= 0 && gapMs <= PAGE_WINDOW_MS && conductor.clockSetAfterMs === 0;
  return isUnbroken && isBefore(nowMs, conductor.idleUntilMs) && conductor.interruptedAtMs === 0;
}

/** Whether it is before a time, UTC ms; 0 stands for none. A clock that was reset may be before 1970, and is before 0 then. */
function isBefore(nowMs: number, untilMs: number): boolean {
  return untilMs !== 0 && nowMs < untilMs;
}

function isLongCall({ interruptedAtMs }: Conductor, nowMs: number): boolean {
  return interruptedAtMs > 0 && nowMs - interruptedAtMs > CALL_PAUSE_MS;
}

/** Nobody guides the hold during a long call, so the session waits for its wearer. */
function pauseByCall(conductor: Conductor, nowMs: number): Turn {
  return withTransition(
    conductor,
    stepAwake(conductor.session, { type: 'paused', why: 'call', atMs: nowMs }),
  );
}

/** Something covers the page. During a call nothing plays until it ends, and ticks only keep time. */
function interrupt(conductor: Conductor, by: Interrupt, facts: Facts): Turn {
  const { nowMs } = facts;
  if (by === 'dark-screen') return noEffects({ ...conductor, isDark: true });
  if (conductor.interruptedAtMs > 0) return [conductor, []];
  // The start of the call is measured by the new clock.
  if (conductor.clockSetAfterMs > 0)
    return andThen(rebase(conductor, facts), (rebased) =>
      interrupt({ ...rebased, lastEventMs: nowMs }, by, facts),
    );
  // If this becomes a pause, the hold counts until now.
  const seenMs = Math.max(conductor.lastEventMs, conductor.session.seenMs);
  const here = { ...seenAt(conductor, seenMs), interruptedAtMs: nowMs };
  if (here.session.phase.at === 'ended') return [here, []];
  // The page is still running, and an alarm would open it a second time.
  const atMs = Math.max(wakeAtMs(here.session), nowMs + CALL_ALARM_MS);
  return [here, [{ type: 'arm-alarm', atMs }]];
}

/**
 * A call does not change a lit screen. So this is no call but an always-on display, which a watch may report as lit. The page
 * continues behind it, with the alarm as before.
 */
function unmaskDark(conductor: Conductor): Turn {
  if (conductor.interruptedAtMs === 0) return noEffects(conductor);
  const atMs = wakeAtMs(conductor.session);
  return [{ ...conductor, interruptedAtMs: 0, isDark: true }, [{ type: 'arm-alarm', atMs }]];
}

/** The page is in front again. What looked like a call may have been a dark screen, during which the helper continued the session. */
function endInterrupt(conductor: Conductor, facts: Facts): Turn {
  if (conductor.interruptedAtMs === 0) {
    const hasGap = conductor.isDark && facts.nowMs - conductor.lastEventMs > PAGE_WINDOW_MS;
    const isBack = hasGap || conductor.clockSetAfterMs > 0;
    const waitsUntilMs = isBack ? reportAwaitedUntilMs(conductor, facts) : conductor.waitsUntilMs;
    const lastEventMs = waitsUntilMs > 0 ? facts.nowMs : conductor.lastEventMs;
    return noEffects({ ...conductor, isDark: false, waitsUntilMs, lastEventMs });
  }
  return andThen(catchUp(conductor, facts), (caughtUp) => {
    const ended = { ...caughtUp, interruptedAtMs: 0, isDark: false };
    if (caughtUp.session.phase.at === 'ended') return [ended, []];
    if (caughtUp === conductor && isLongCall(conductor, facts.nowMs)) {
      const [paused, effects] = pauseByCall(ended, facts.nowMs);
      return [paused, [...effects, { type: 'play', cue: plainCue('come-back') }]];
    }
    return [ended, [{ type: 'arm-alarm', atMs: wakeAtMs(caughtUp.session) }]];
  });
}

/**
 * The page is being closed while nothing covers it, so the wearer has left it. The first time may be a slip: the session
 * continues with the helper, and the alarm brings the page back. The second time counts as meant, and the session is paused.
 */
function closePage(conductor: Conductor, facts: Facts): Turn {
  const { nowMs } = facts;
  const isCovered = conductor.isDark || conductor.interruptedAtMs > 0;
  if (isCovered || conductor.session.phase.at === 'ended') return [conductor, []];
  return andThen(broughtOn(conductor, nowMs - conductor.lastEventMs, false, facts), (here) => {
    if (here.session.phase.at === 'ended') return [here, []];
    const exits = (here.session.exits || 0) + 1;
    const left: SessionState = { ...here.session, seenMs: nowMs, exits };
    if (exits === 1) return withTransition(here, [left, [PERSIST]]);
    const [paused] = stepAwake(left, { type: 'paused', why: 'wearer', atMs: nowMs });
    const [after, effects] = withTransition(here, [paused, [PERSIST, RELEASE]]);
    return [after, [...effects, { type: 'stop-helper' }]];
  });
}
