/**
 * Runs one session: events in, the core's effects out through ports, in the core's order (store first, then act).
 * Owns the loop between core and watch; decides nothing.
 */
import { patch } from '../core/base/patch.ts';
import { plainCue, type Strength } from '../core/cue/vocabulary.ts';
import type { Plan } from '../core/routine/plan.ts';
import { shiftClock } from '../core/session/clock-shift.ts';
import { nextDue } from '../core/session/due.ts';
import type { Effect, Step } from '../core/session/effect.ts';
import type { AwakeEvent } from '../core/session/event.ts';
import { isHelpersTurn, takenOverByHelper } from '../core/session/helper-handover.ts';
import { encodeSnapshot, type Snapshot } from '../core/session/snapshot.ts';
import type { SessionState } from '../core/session/state.ts';
import { stepAwake } from '../core/session/step.ts';
import { keepAwake, PERSIST, RELEASE, startSession, wakeAtMs } from '../core/session/transitions.ts';
import {
  CALL_ALARM_MS,
  CALL_PAUSE_MS,
  HELPER_LOOK_MS,
  LOOKED_AFTER_MS,
  PAGE_WINDOW_MS,
} from '../core/tuning.ts';
import type { AlarmNet } from '../ports/alarm.ts';
import type { Clock } from '../ports/clock.ts';
import type { Haptics } from '../ports/haptics.ts';
import type { Helper } from '../ports/helper.ts';
import type { ScreenKeeper } from '../ports/screen.ts';
import { reportedByHelper } from './helper-report.ts';
import type { SessionLog } from './session-log.ts';
import { OPEN, type TextStore } from './text-store.ts';

export interface SessionPorts {
  readonly clock: Clock;
  readonly haptics: Haptics;
  readonly screen: ScreenKeeper;
  readonly alarm: AlarmNet;
  readonly helper: Helper;
  readonly store: TextStore;
  readonly sessionLog: SessionLog;
}

/** An event without its instant: the runner reads the clock. */
export type UntimedEvent = AwakeEvent extends infer E
  ? E extends { atMs: number }
    ? Omit<E, 'atMs'>
    : never
  : never;

export interface SessionRunner {
  start(plan: Plan): SessionState;
  /** The stored session, taken over as it is; null where there is none to go on with. */
  load(): SessionState | null;
  /** @throws Error before `start` or a successful `load`. */
  send(happening: UntimedEvent): SessionState;
  /**
   * A call covers the page, or the screen has gone dark. No cue is played until `endInterrupt`; ticks only keep the time.
   *
   * @param by the system may end the page behind a dark screen, so its alarm stays; under a call the page lives, and the
   * alarm is put off so that it does not ring into the call
   * @throws Error before `start` or a successful `load`.
   */
  interrupt(by: 'call' | 'dark-screen'): void;
  /** The page is in front again. @throws Error before `start` or a successful `load`. */
  endInterrupt(): SessionState;
  /** The wearer leaves the page. Once it may be a slip, and the alarm brings it back; the second time it is meant, and a pause. */
  leave(): void;
  /** @throws Error before `start` or a successful `load`. */
  state(): SessionState;
}

export function createSessionRunner(ports: SessionPorts, strength: Strength): SessionRunner {
  const { clock, haptics, screen, alarm, helper, store, sessionLog } = ports;
  let current: SessionState | null = null;
  /** `seenMs` of what is stored. */
  let storedMs = 0;
  /** When something last came in, UTC ms. */
  let lookedMs = 0;
  /** Until then a helper that may have stalled as well has the time to look; 0: none has to. */
  let waitMs = 0;
  /** When something else came in front of the page, UTC ms; 0 while nothing is. */
  let interruptedAtMs = 0;

  /** Until then a tick finds nothing to do, UTC ms: most ticks are such, and each costs battery. 0 while that is not known. */
  let idleUntilMs = 0;

  function take([state, effects]: Step): SessionState {
    current = state;
    // A pause ends by its own rule too, which looks at every tick.
    const due = state.phase.at === 'paused' ? null : nextDue(state);
    idleUntilMs = due === null ? 0 : due.dueMs;
    for (const effect of effects) carryOut(effect, state);
    return state;
  }

  function carryOut(effect: Effect, state: SessionState): void {
    switch (effect.type) {
      case 'persist':
        storedMs = state.seenMs;
        // A helper that cannot read how far we are would play what has been played.
        if (!store.save(OPEN, encodeSnapshot(state, state.phase.at === 'ended' ? sessionLog.tail() + 1 : 0)))
          helper.stop();
        return;
      case 'play':
        haptics.play(effect.cue, strength);
        return;
      case 'confirm':
        haptics.confirm();
        return;
      case 'keep-awake':
        screen.keepAwake(effect.forMs);
        alarm.arm(effect.wakeAtMs);
        return;
      case 'release':
        screen.release();
        alarm.cancel();
    }
  }

  function running(): SessionState {
    if (current === null) throw new Error('no session');
    return current;
  }

  /** What the helper says that it has brought about (in the dark it can), and what it must have by `atMs`, becomes ours. */
  function catchUp(atMs: number): boolean {
    const here = takenOverByHelper(reportedByHelper(store, storedMs, running()), atMs);
    const isNews = here !== current;
    if (isNews) take([here, [PERSIST, here.phase.at === 'ended' ? RELEASE : keepAwake(here)]]);
    return isNews;
  }

  /** A late page leaves the cue to a listed helper, and takes over what that has played. */
  function waitsForHelper(atMs: number, gapMs: number): boolean {
    // A stall, a dark screen, or a clock that was set forward unheard.
    if (gapMs > PAGE_WINDOW_MS && !catchUp(0)) waitMs = atMs + LOOKED_AFTER_MS;
    // A page does not stall for so long and live: the clock was set forward, and nothing was played meanwhile.
    if (gapMs > CALL_PAUSE_MS || !isHelpersTurn(running(), atMs) || !helper.isListed()) {
      waitMs = 0;
      return false;
    }
    if (atMs >= waitMs) {
      // It has played at its first look after the gap, and no later than now.
      if (waitMs > 0) current = patch(running(), { seenMs: atMs });
      waitMs = 0;
      catchUp(atMs);
    }
    return atMs < waitMs || isHelpersTurn(running(), atMs);
  }

  /** The wall clock was set, or is found to have gone back: all times move with it, as of when we last looked. */
  function jump(atMs: number): void {
    const isListed = helper.isListed();
    if (isListed && waitMs === 0) catchUp(lookedMs);
    const seenMs = Math.max(lookedMs, running().seenMs);
    const byMs = atMs - seenMs;
    if (interruptedAtMs > 0) interruptedAtMs += byMs;
    const here = patch(running(), { seenMs });
    if (isListed && (waitMs > 0 || isHelpersTurn(here, seenMs))) {
      // The helper may have played it or not, so nothing is stored: that would have it played again, or not at all.
      current = shiftClock(here, byMs);
      idleUntilMs = 0;
      waitMs = Math.max(waitMs + byMs, atMs + HELPER_LOOK_MS + LOOKED_AFTER_MS);
      return;
    }
    waitMs = 0;
    take(stepAwake(here, { type: 'clock-jumped', atMs }));
  }

  /** Nobody guides under a long call: the session waits, and the cue that says so is felt once the page is in front again. */
  function isPausedByInterrupt(atMs: number): boolean {
    const isLong = interruptedAtMs > 0 && atMs - interruptedAtMs > CALL_PAUSE_MS;
    if (isLong) take(stepAwake(running(), { type: 'paused', why: 'call', atMs }));
    return isLong;
  }

  return {
    state: running,
    start(plan) {
      lookedMs = clock.nowMs();
      return take(startSession(plan, clock.nowMs(), clock.zoneOffsetMin()));
    },
    load() {
      lookedMs = clock.nowMs();
      try {
        // The resume page has looked at it; here it is only taken over.
        const { state }: Snapshot = JSON.parse(store.load(OPEN));
        storedMs = state.seenMs;
        return state.phase.at === 'ended' ? null : take([state, [keepAwake(state)]]);
      } catch {
        return null;
      }
    },
    send(happening) {
      const { type } = happening;
      const atMs = clock.nowMs();
      const gapMs = atMs - lookedMs;
      const isTold = type === 'clock-jumped';
      if (
        type === 'ticked' &&
        atMs < idleUntilMs &&
        gapMs >= 0 &&
        gapMs <= PAGE_WINDOW_MS &&
        waitMs + interruptedAtMs === 0
      ) {
        lookedMs = atMs;
        return running();
      }
      if (isTold || gapMs < 0) jump(atMs);
      lookedMs = atMs;
      // A touch is never left lying; but it means what the helper has brought about by now.
      return isTold ||
        isPausedByInterrupt(atMs) ||
        (waitsForHelper(atMs, gapMs) && type === 'ticked') ||
        interruptedAtMs > 0
        ? running()
        : // The type system cannot see that adding the instant to each member gives back the union.
          take(stepAwake(running(), Object.assign({ atMs }, happening) as AwakeEvent));
    },
    interrupt(by) {
      if (interruptedAtMs > 0) return;
      interruptedAtMs = clock.nowMs();
      // A pause that comes of it begins where the page last had its wearer.
      current = patch(running(), { seenMs: Math.max(lookedMs, running().seenMs) });
      if (by === 'dark-screen' || running().phase.at === 'ended') return;
      alarm.arm(Math.max(wakeAtMs(running()), interruptedAtMs + CALL_ALARM_MS));
    },
    endInterrupt() {
      const wasInterrupted = interruptedAtMs > 0 && running().phase.at !== 'ended';
      if (isPausedByInterrupt(clock.nowMs())) haptics.play(plainCue('come-back'), strength);
      else if (wasInterrupted) alarm.arm(wakeAtMs(running()));
      interruptedAtMs = 0;
      return running();
    },
    leave() {
      const atMs = clock.nowMs();
      // A dark screen and a call end pages too.
      if (interruptedAtMs > 0 || running().phase.at === 'ended' || waitsForHelper(atMs, atMs - lookedMs))
        return;
      const exits = (running().exits || 0) + 1;
      take([patch(running(), { seenMs: atMs, exits }), [PERSIST]]);
      if (exits < 2) return;
      take([stepAwake(running(), { type: 'paused', why: 'wearer', atMs })[0], [PERSIST, RELEASE]]);
      helper.stop();
    },
  };
}
