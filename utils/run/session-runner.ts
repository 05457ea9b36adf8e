/**
 * Runs one session: events in, the core's effects out through ports, in the core's order (store first, then act).
 * Owns the loop between core and watch; decides nothing.
 */
import { patch } from '../core/base/patch.ts';
import type { Strength } from '../core/cue/vocabulary.ts';
import type { Plan } from '../core/routine/plan.ts';
import { covered, isStandbys } from '../core/session/cover.ts';
import type { Effect, Step } from '../core/session/effect.ts';
import type { AwakeEvent } from '../core/session/event.ts';
import { keepAwake, PERSIST, RELEASE, startSession } from '../core/session/moves.ts';
import { encodeSnapshot, type Snapshot } from '../core/session/snapshot.ts';
import type { SessionState } from '../core/session/state.ts';
import { stepAwake } from '../core/session/step.ts';
import { COVER_PAUSE_MS, DOUBLED_MS, PAGE_WINDOW_MS } from '../core/tuning.ts';
import type { AlarmNet } from '../ports/alarm.ts';
import type { Clock } from '../ports/clock.ts';
import type { Haptics } from '../ports/haptics.ts';
import type { ScreenKeeper } from '../ports/screen.ts';
import type { Standby } from '../ports/standby.ts';
import type { Journal } from './journal.ts';
import { OPEN, type SlotStore } from './slot-store.ts';

export interface SessionPorts {
  readonly clock: Clock;
  readonly haptics: Haptics;
  readonly screen: ScreenKeeper;
  readonly alarm: AlarmNet;
  readonly standby: Standby;
  readonly store: SlotStore;
  readonly journal: Journal;
}

/** An event without its instant: the runner reads the clock. */
export type Happening = AwakeEvent extends infer E
  ? E extends { atMs: number }
    ? Omit<E, 'atMs'>
    : never
  : never;

export interface SessionRunner {
  start(plan: Plan): SessionState;
  /** The stored session, taken over as it is; null where there is none to go on with. */
  load(): SessionState | null;
  /** @throws Error before `start` or a successful `load`. */
  send(happening: Happening): SessionState;
  /** @throws Error before `start` or a successful `load`. */
  state(): SessionState;
}

export function createSessionRunner(ports: SessionPorts, strength: Strength): SessionRunner {
  const { clock, haptics, screen, alarm, standby, store, journal } = ports;
  let current: SessionState | null = null;

  function take([state, effects]: Step): SessionState {
    current = state;
    for (const effect of effects) carryOut(effect, state);
    return state;
  }

  function carryOut(effect: Effect, state: SessionState): void {
    switch (effect.type) {
      case 'persist':
        // A standby that cannot read how far we are would play what has been played.
        if (!store.save(OPEN, encodeSnapshot(state, state.phase.at === 'ended' ? journal.tail() + 1 : 0)))
          standby.stop();
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

  /** A late page leaves the cue to a listed standby, and takes over what that must have played. */
  function waitsForStandby(): boolean {
    const atMs = clock.nowMs();
    const state = running();
    const gapMs = atMs - state.seenMs;
    // A page does not stall for so long and live: the clock was set forward, and nothing was played meanwhile.
    if (!isStandbys(state, atMs) || gapMs > COVER_PAUSE_MS || !standby.isListed()) return false;
    if (gapMs > PAGE_WINDOW_MS || gapMs < DOUBLED_MS) {
      // What has stalled the page may have stalled the standby too, which plays the cue before the next tick.
      current = patch(state, { seenMs: atMs });
      return true;
    }
    const here = covered(state, atMs);
    if (here !== state) take([here, [PERSIST, here.phase.at === 'ended' ? RELEASE : keepAwake(here)]]);
    return isStandbys(here, atMs);
  }

  return {
    state: running,
    start(plan) {
      return take(startSession(plan, clock.nowMs(), clock.zoneOffsetMin()));
    },
    load() {
      try {
        // The resume page has looked at it; here it is only taken over.
        const { state }: Snapshot = JSON.parse(store.load(OPEN));
        return state.phase.at === 'ended' ? null : take([state, [keepAwake(state)]]);
      } catch {
        return null;
      }
    },
    send(happening) {
      const { type } = happening;
      // A touch is never left lying; but it means what the standby has brought about by now.
      if (type !== 'clock-jumped' && waitsForStandby() && type === 'ticked') return running();
      // The type system cannot see that adding the instant to each member gives back the union.
      return take(stepAwake(running(), Object.assign({ atMs: clock.nowMs() }, happening) as AwakeEvent));
    },
  };
}
