/**
 * Runs the session of a page: passes events and facts to the conductor and carries out its effects in order. It decides
 * nothing; `core/session/conductor.ts` decides who plays a late cue.
 */
import type { CueStyle } from '../core/cue/vocabulary.ts';
import type { Plan } from '../core/routine/plan.ts';
import {
  beginSession,
  type ConductorEvent,
  conduct,
  continueSession,
  type Interrupt,
  isIdle,
} from '../core/session/conductor.ts';
import type { UntimedEvent } from '../core/session/event.ts';
import { isLeadInTick } from '../core/session/lead-in.ts';
import { decodeSnapshot, encodeSnapshot } from '../core/session/snapshot.ts';
import { type SessionState, styleOf } from '../core/session/state.ts';
import type { Conductor, ConductorEffect, Turn } from '../core/session/turn.ts';
import { OPEN_SESSION } from '../core/stored-names.ts';
import { ALARM_AHEAD_MS, UNREAD_MS } from '../core/tuning.ts';
import { readHelperReport } from './helper-report.ts';
import type { RunPorts } from './run-ports.ts';

export type SessionPorts = Omit<RunPorts, 'report'>;

/** Every method except `start` and `load` throws an Error until one of these has provided a session. */
export interface SessionRunner {
  /** Begins a session. */
  start(plan: Plan): SessionState;
  /** Continues the stored session; null if there is none that is still open. */
  load(): SessionState | null;
  /** Handles an event and returns the session after it. */
  send(event: UntimedEvent): SessionState;
  /** A call covers the page, so no cue plays until `endInterrupt`; or the screen has gone dark. */
  interrupt(by: Interrupt): void;
  /** The screen went dark, switched to an always-on display, or was lit. */
  screenChanged(): void;
  /** The page is in front again. */
  endInterrupt(): SessionState;
  /** The page is being closed. */
  leave(): void;
  state(): SessionState;
}

/** @param style how a new session's cues are played; a stored session keeps its own style */
export function createSessionRunner(ports: SessionPorts, style: CueStyle): SessionRunner {
  const { clock, haptics, screen, alarm, helper, store, sessionLog } = ports;
  let conductor: Conductor | null = null;
  /** The time of the newest event, UTC ms: the conductor's last one, or a later idle tick. */
  let lastEventMs = 0;
  const helperReport = () => readHelperReport(store);

  function running(): Conductor {
    if (conductor === null) throw new Error('no session');
    return conductor;
  }

  /** The conductor is updated first, so that an effect that fails is not carried out a second time. */
  function carryOutTurn([next, effects]: Turn): SessionState {
    conductor = next;
    lastEventMs = next.lastEventMs;
    for (const effect of effects) carryOut(effect);
    return next.session;
  }

  function send(event: ConductorEvent): SessionState {
    const here = running();
    const nowMs = clock.nowMs();
    // Most ticks end here. Through `conduct`, each would take half as much work again.
    if (event.type === 'ticked' && isIdle(here, lastEventMs, nowMs)) {
      if (isLeadInTick(here.session, lastEventMs, nowMs)) haptics.tick();
      lastEventMs = nowMs;
      return here.session;
    }
    return carryOutTurn(conduct({ ...here, lastEventMs }, event, { nowMs, helperReport }));
  }

  function carryOut(effect: ConductorEffect): void {
    switch (effect.type) {
      case 'store':
        // A helper that cannot read the progress of the session would play cues again.
        if (!save(effect.session)) helper.stop();
        break;
      case 'play':
        haptics.play(effect.cue, styleOf(running().session, style));
        break;
      case 'confirm':
        haptics.confirm();
        break;
      case 'keep-awake':
        screen.keepAwake(effect.forMs);
        arm(effect.wakeAtMs);
        break;
      case 'arm-alarm':
        arm(effect.atMs);
        break;
      case 'release':
        screen.release();
        alarm.cancel();
        break;
      case 'stop-helper':
        helper.stop();
    }
  }

  /** A page that waits `UNREAD_MS` for the helper's report has an old session, whose alarm may be due before the page has played. */
  function arm(atMs: number): void {
    alarm.arm(Math.max(atMs, clock.nowMs() + ALARM_AHEAD_MS + UNREAD_MS));
  }

  function save(session: SessionState): boolean {
    const hasEnded = session.phase.at === 'ended';
    const text = encodeSnapshot(session, hasEnded ? sessionLog.tail() + 1 : 0);
    const isStored = store.save(OPEN_SESSION, text);
    // An end is stored in both files, so that neither of them can say that the session is still running.
    if (hasEnded && isStored) store.save(OPEN_SESSION, text);
    // The disk has a session that is still running, and nobody should continue one that is over.
    else if (hasEnded) store.drop(OPEN_SESSION);
    return isStored;
  }

  return {
    state: () => running().session,
    start: (plan) => carryOutTurn(beginSession(plan, clock.nowMs(), clock.zoneOffsetMin(), style)),
    load() {
      const snapshot = decodeSnapshot(store.load(OPEN_SESSION));
      if (!snapshot.ok) return null;
      const { state } = snapshot.value;
      return state.phase.at === 'ended'
        ? null
        : carryOutTurn(continueSession(state, { nowMs: clock.nowMs(), helperReport }));
    },
    send,
    interrupt(by) {
      // A cue that began before a call is played to its end but not repeated.
      if (by === 'call') haptics.dropRepeat();
      send({ type: 'interrupted', by });
    },
    screenChanged: () => void send({ type: 'screen-changed' }),
    endInterrupt: () => send({ type: 'interrupt-ended' }),
    leave: () => void send({ type: 'page-closed' }),
  };
}
