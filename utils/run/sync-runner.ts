/** Runs the outbox over a link: sends, waits, tries again. Never in the way of a hold: the caller says when to sync. */
import { sentence } from '../core/base/result.ts';
import {
  newOutbox,
  nextTickMs,
  type OutboxEffect,
  type OutboxEvent,
  pendingCount,
  stepOutbox,
} from '../core/sync/outbox.ts';
import { encodeHello, encodePush, parseHolds } from '../core/sync/questions.ts';
import type { Clock } from '../ports/clock.ts';
import type { Link } from '../ports/link.ts';
import type { Report } from '../ports/report.ts';
import type { Journal } from './journal.ts';

/** What the summary says about the phone. */
export type SyncStatus = 'unknown' | 'sending' | 'saved' | 'waiting';

export interface SyncRunner {
  /** Asks the phone what it holds and sends the rest: at launch, and when a record was appended. */
  open(): void;
  status(): SyncStatus;
}

export interface SyncPorts {
  readonly clock: Clock;
  readonly link: Link;
  readonly journal: Journal;
  readonly report: Report;
  /** A number in [0, 1). */
  readonly random: () => number;
}

export function createSyncRunner(ports: SyncPorts, onChange: () => void): SyncRunner {
  const { clock, link, journal, report } = ports;
  let state = newOutbox(Math.floor(ports.random() * 0xffffffff));
  let cancelTick: (() => void) | null = null;

  function take(event: OutboxEvent): void {
    const [next, effects] = stepOutbox(state, event);
    state = next;
    // Before the effects: whatever becomes of them, the next try is planned.
    planTick();
    effects.forEach(carryOut);
    onChange();
  }

  function planTick(): void {
    if (cancelTick !== null) cancelTick();
    const atMs = nextTickMs(state);
    cancelTick =
      atMs === null
        ? null
        : clock.after(Math.max(50, atMs - clock.nowMs()), () =>
            take({ type: 'ticked', atMs: clock.nowMs() }),
          );
  }

  function carryOut(effect: OutboxEffect): void {
    if (effect.type === 'reopen') {
      link.reopen();
      return;
    }
    const { id } = effect;
    const install = journal.installId();
    const bytes =
      effect.type === 'hello'
        ? encodeHello(id, install, journal.floor(), journal.tail())
        : encodePush(id, install, journal.floor(), journal.framesFrom(effect.from));
    link.request(bytes, (answer) => {
      const holds = answer === null ? null : parseHolds(answer, install);
      const atMs = clock.nowMs();
      if (holds?.ok) {
        // The phone knows more of this log than the log itself: its numbers must not be given again.
        journal.reserve(holds.value.through);
        take({ type: 'answered', atMs, holds: holds.value });
        return;
      }
      if (holds !== null) report('sync', sentence(holds.failure));
      take({ type: 'failed', atMs, id });
    });
  }

  return {
    open: () => take({ type: 'opened', atMs: clock.nowMs(), tail: journal.tail() }),
    status() {
      if (state.waiting !== null) return 'sending';
      if (state.nextMs !== null) return 'waiting';
      return state.greeted && pendingCount(state) === 0 ? 'saved' : 'unknown';
    },
  };
}
