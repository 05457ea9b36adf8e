/**
 * Runs one session: events in, the core's effects out through ports, in the core's order (store first, then act).
 * Owns the loop between core and watch; decides nothing.
 */
import { assertNever } from '../core/base/assert-never.ts';
import type { Cue, Strength } from '../core/cue/vocabulary.ts';
import { encodeRecord, SCHEMA } from '../core/log/codec.ts';
import { recordOf } from '../core/log/record.ts';
import type { Plan } from '../core/routine/plan.ts';
import type { Effect, Step } from '../core/session/effect.ts';
import type { SessionEvent } from '../core/session/event.ts';
import { startSession } from '../core/session/moves.ts';
import { encodeSnapshot } from '../core/session/snapshot.ts';
import type { SessionState } from '../core/session/state.ts';
import { step } from '../core/session/step.ts';
import type { Clock } from '../ports/clock.ts';
import type { Haptics } from '../ports/haptics.ts';
import type { Report } from '../ports/report.ts';
import type { ScreenKeeper } from '../ports/screen.ts';
import type { Journal } from './journal.ts';
import { openSession } from './open-session.ts';

export interface SessionPorts {
  readonly clock: Clock;
  readonly haptics: Haptics;
  readonly screen: ScreenKeeper;
  readonly journal: Journal;
  readonly report: Report;
}

/** An event without its instant: the runner reads the clock. */
export type Happening = SessionEvent extends infer E
  ? E extends { atMs: number }
    ? Omit<E, 'atMs'>
    : never
  : never;

export interface SessionRunner {
  start(plan: Plan): SessionState;
  /** The stored session, gone on with; null where there is none that is still open. */
  resume(): SessionState | null;
  send(happening: Happening): SessionState;
  /** @throws Error before `start` or a successful `resume`. */
  state(): SessionState;
}

/** @param onCue told of each cue as it is played, for the screen. */
export function createSessionRunner(
  ports: SessionPorts,
  strength: Strength,
  onCue: (cue: Cue) => void,
): SessionRunner {
  let current: SessionState | null = null;

  function take([state, effects]: Step): SessionState {
    current = state;
    for (const effect of effects) carryOut(effect, state);
    return state;
  }

  function carryOut(effect: Effect, state: SessionState): void {
    switch (effect.type) {
      case 'persist':
        ports.journal.saveOpen(
          encodeSnapshot({ state, seq: state.phase.at === 'ended' ? ports.journal.tail() + 1 : null }),
        );
        return;
      case 'play':
        ports.haptics.play(effect.cue, strength);
        onCue(effect.cue);
        return;
      case 'confirm':
        ports.haptics.confirm();
        return;
      case 'keep-awake':
        ports.screen.keepAwake(effect.forMs);
        return;
      case 'append':
        if (ports.journal.append(SCHEMA, encodeRecord(recordOf(state)))) ports.journal.saveOpen('');
        return;
      case 'forget':
        ports.journal.saveOpen('');
        return;
      case 'release':
        ports.screen.release();
        return;
      default:
        assertNever(effect);
    }
  }

  return {
    start(plan) {
      return take(startSession(plan, ports.clock.nowMs(), ports.clock.zoneOffsetMin()));
    },
    resume() {
      const state = openSession(ports.journal, ports.report);
      if (state === null) return null;
      return take(step(state, { type: 'woke', atMs: ports.clock.nowMs() }));
    },
    send(happening) {
      return take(step(running(current), withInstant(happening, ports.clock.nowMs())));
    },
    state() {
      return running(current);
    },
  };
}

function running(state: SessionState | null): SessionState {
  if (state === null) throw new Error('no session has been started');
  return state;
}

function withInstant(happening: Happening, atMs: number): SessionEvent {
  // The type system cannot see that adding the instant to each member gives back the union.
  return { ...happening, atMs } as SessionEvent;
}
