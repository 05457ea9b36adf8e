/** The standby's loop: looks at the stored session, sleeps until a cue is overdue, plays it. Reads only. */
import { patch } from '../core/base/patch.ts';
import { shiftClock } from '../core/session/clock-shift.ts';
import { nextDue } from '../core/session/due.ts';
import { decodeSnapshot } from '../core/session/snapshot.ts';
import type { SessionState } from '../core/session/state.ts';
import { tick } from '../core/session/tick.ts';
import { COVERED_AFTER_MS, LEFT_ALONE_MS, STANDBY_AFTER_MS, STANDBY_LOOK_MS } from '../core/tuning.ts';
import type { Clock } from '../ports/clock.ts';
import type { Haptics } from '../ports/haptics.ts';
import { OPEN, type SlotStore } from './slot-store.ts';

export interface StandbyPorts {
  readonly clock: Clock;
  readonly haptics: Haptics;
  readonly store: SlotStore;
  /** The session is over: the service ends. */
  readonly leave: () => void;
}

export interface StandbyLoop {
  look(): void;
  /** The wall clock was set. */
  clockJumped(): void;
  stop(): void;
}

export function createStandbyLoop(ports: StandbyPorts): StandbyLoop {
  const { clock, haptics, store, leave } = ports;
  let seen = '';
  let own: SessionState | null = null;
  let cancel = (): void => {};
  let idleLooks = 0;
  /** Idle looks before it leaves. One at first: the page stores its session a moment after it has asked for the standby. */
  let patience = 1;

  /** What the page has stored since the last look replaces our own copy. */
  function readStored(): void {
    const text = store.load(OPEN);
    if (text === seen) return;
    seen = text;
    patience = 1;
    const snapshot = decodeSnapshot(text);
    own = snapshot.ok ? snapshot.value.state : null;
  }

  function look(): void {
    cancel();
    readStored();
    const atMs = clock.nowMs();
    const due = own === null ? null : nextDue(own);
    if (own === null || due === null) {
      idleLooks++;
      if (idleLooks > patience) leave();
      else cancel = clock.after(STANDBY_LOOK_MS, look);
      return;
    }
    idleLooks = 0;
    if (atMs < own.seenMs) {
      jump(own, atMs);
    } else if (atMs < due.dueMs + STANDBY_AFTER_MS) {
      own = patch(own, { seenMs: atMs });
    } else {
      // Counted from the instant that a page which is back will take it for, so that both have the same time.
      const [next, effects] = tick(own, Math.max(atMs, due.dueMs + COVERED_AFTER_MS));
      own = patch(next, { seenMs: atMs });
      // While it is listed, a page that comes back credits what it has guided: so it stays for that page, the end included.
      patience = LEFT_ALONE_MS / STANDBY_LOOK_MS;
      for (const effect of effects) if (effect.type === 'play') haptics.play(effect.cue, 'normal');
    }
    sleep(own, atMs);
  }

  function jump(state: SessionState, atMs: number): void {
    own = shiftClock(state, atMs - state.seenMs);
  }

  /** Most of the time to the next cue, never long: a timer that runs slow is found out and made up for. */
  function sleep(state: SessionState, atMs: number): void {
    const due = nextDue(state);
    const leftMs = due === null ? 0 : due.dueMs + STANDBY_AFTER_MS - atMs;
    cancel = clock.after(
      leftMs > 1_000 ? Math.min(leftMs * 0.8, STANDBY_LOOK_MS) : Math.max(leftMs, 20),
      look,
    );
  }

  return {
    look,
    stop: () => cancel(),
    clockJumped() {
      readStored();
      if (own !== null) jump(own, clock.nowMs());
      look();
    },
  };
}
