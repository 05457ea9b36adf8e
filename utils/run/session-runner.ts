/**
 * Runs the session of a page: gives events and facts to the conductor, and carries out what it asks for, in its order.
 * Decides nothing: who plays a late cue is in `core/session/conductor.ts`.
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
import { readHelperReport } from './helper-report.ts';
import type { RunPorts } from './run-ports.ts';

export type SessionPorts = Omit<RunPorts, 'report'>;

/** Every method but `start` and `load` throws an Error before one of these has given a session. */
export interface SessionRunner {
  /** Begins a session. */
  start(plan: Plan): SessionState;
  /** Goes on with the stored session as it is; null if there is none that is still open. */
  load(): SessionState | null;
  /** Something has happened to the session. Returns the session after it. */
  send(event: UntimedEvent): SessionState;
  /** A call covers the page, and no cue is played until `endInterrupt`; or the screen has gone dark. */
  interrupt(by: Interrupt): void;
  /** The screen went dark, or into an always-on display, or was lit. */
  screenChanged(): void;
  /** The page is in front again. */
  endInterrupt(): SessionState;
  /** The page is being closed. */
  leave(): void;
  state(): SessionState;
}

/** @param style how the cues of a session that begins are played; one that is stored keeps its own */
export function createSessionRunner(ports: SessionPorts, style: CueStyle): SessionRunner {
  const { clock, haptics, screen, alarm, helper, store, sessionLog } = ports;
  let conductor: Conductor | null = null;
  /** Of the newest event, UTC ms: that of the conductor, or of an idle tick since. */
  let lastEventMs = 0;
  const helperReport = () => readHelperReport(store);

  function running(): Conductor {
    if (conductor === null) throw new Error('no session');
    return conductor;
  }

  /** The conductor moves on first: what fails while it is carried out is not done a second time. */
  function take([next, effects]: Turn): SessionState {
    conductor = next;
    lastEventMs = next.lastEventMs;
    for (const effect of effects) carryOut(effect);
    return next.session;
  }

  function send(event: ConductorEvent): SessionState {
    const here = running();
    const nowMs = clock.nowMs();
    // Most ticks end here. Through `conduct` each would be half as much work again.
    if (event.type === 'ticked' && isIdle(here, lastEventMs, nowMs)) {
      if (isLeadInTick(here.session, lastEventMs, nowMs)) haptics.tick();
      lastEventMs = nowMs;
      return here.session;
    }
    return take(conduct({ ...here, lastEventMs }, event, { nowMs, helperReport }));
  }

  function carryOut(effect: ConductorEffect): void {
    switch (effect.type) {
      case 'store':
        // A helper that cannot read how far the session is would play again what has been played.
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
        alarm.arm(effect.wakeAtMs);
        break;
      case 'arm-alarm':
        alarm.arm(effect.atMs);
        break;
      case 'release':
        screen.release();
        alarm.cancel();
        break;
      case 'stop-helper':
        helper.stop();
    }
  }

  function save(session: SessionState): boolean {
    const hasEnded = session.phase.at === 'ended';
    const text = encodeSnapshot(session, hasEnded ? sessionLog.tail() + 1 : 0);
    const isStored = store.save(OPEN_SESSION, text);
    // An end goes into both files, so that no single one of them can say that the session still runs.
    if (hasEnded && isStored) store.save(OPEN_SESSION, text);
    // What the disk has is a session that still runs: nobody is to go on with one that is over.
    else if (hasEnded) store.drop(OPEN_SESSION);
    return isStored;
  }

  return {
    state: () => running().session,
    start: (plan) => take(beginSession(plan, clock.nowMs(), clock.zoneOffsetMin(), style)),
    load() {
      const snapshot = decodeSnapshot(store.load(OPEN_SESSION));
      if (!snapshot.ok) return null;
      const { state } = snapshot.value;
      return state.phase.at === 'ended'
        ? null
        : take(continueSession(state, { nowMs: clock.nowMs(), helperReport }));
    },
    send,
    interrupt(by) {
      // A cue that was begun before a call is felt to its end, and not once more.
      if (by === 'call') haptics.dropRepeat();
      send({ type: 'interrupted', by });
    },
    screenChanged: () => void send({ type: 'screen-changed' }),
    endInterrupt: () => send({ type: 'interrupt-ended' }),
    leave: () => void send({ type: 'page-closed' }),
  };
}
