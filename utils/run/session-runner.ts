/**
 * Runs one session: events in, the core's effects out through ports, in the core's order (store first, then act).
 * Owns the loop between core and watch; decides nothing.
 */
import { sentence } from '../core/base/result.ts';
import type { Strength } from '../core/cue/vocabulary.ts';
import type { Plan } from '../core/routine/plan.ts';
import type { Effect, Step } from '../core/session/effect.ts';
import type { SessionEvent } from '../core/session/event.ts';
import { startSession } from '../core/session/moves.ts';
import { decodeSnapshot, encodeSnapshot } from '../core/session/snapshot.ts';
import type { SessionState } from '../core/session/state.ts';
import { step } from '../core/session/step.ts';
import type { Clock } from '../ports/clock.ts';
import type { Haptics } from '../ports/haptics.ts';
import type { Report } from '../ports/report.ts';
import type { ScreenKeeper } from '../ports/screen.ts';
import type { Journal } from './journal.ts';
import { OPEN, type SlotStore } from './slot-store.ts';

export interface SessionPorts {
  readonly clock: Clock;
  readonly haptics: Haptics;
  readonly screen: ScreenKeeper;
  readonly store: SlotStore;
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
  /** The stored session, gone on with (an ended one stays as it is); null where there is none, or none that can be read. */
  resume(): SessionState | null;
  /** @throws Error before `start` or a successful `resume`. */
  send(happening: Happening): SessionState;
  /** @throws Error before `start` or a successful `resume`. */
  state(): SessionState;
}

export function createSessionRunner(ports: SessionPorts, strength: Strength): SessionRunner {
  const { clock, haptics, screen, store, journal } = ports;
  let current: SessionState | null = null;

  function take([state, effects]: Step): SessionState {
    current = state;
    for (const effect of effects) carryOut(effect, state);
    return state;
  }

  function carryOut(effect: Effect, state: SessionState): void {
    switch (effect.type) {
      case 'persist':
        store.save(OPEN, encodeSnapshot(state, state.phase.at === 'ended' ? journal.tail() + 1 : 0));
        return;
      case 'play':
        haptics.play(effect.cue, strength);
        return;
      case 'confirm':
        haptics.confirm();
        return;
      case 'keep-awake':
        screen.keepAwake(effect.forMs);
        return;
      case 'release':
        screen.release();
    }
  }

  function running(): SessionState {
    if (current === null) throw new Error('no session');
    return current;
  }

  return {
    state: running,
    start: (plan) => take(startSession(plan, clock.nowMs(), clock.zoneOffsetMin())),
    resume() {
      const text = store.load(OPEN);
      if (text === '') return null;
      const snapshot = decodeSnapshot(text);
      if (snapshot.ok) return take(step(snapshot.value.state, { type: 'woke', atMs: clock.nowMs() }));
      ports.report(OPEN, sentence(snapshot.failure));
      store.save(OPEN, '');
      return null;
    },
    send(happening) {
      // The type system cannot see that adding the instant to each member gives back the union.
      return take(step(running(), Object.assign({ atMs: clock.nowMs() }, happening) as SessionEvent));
    },
  };
}
