/** Runs the outbox over a link: sends, waits, tries again. Never in the way of a hold: the caller says when to sync. */
import { asciiBytes } from '../core/base/bytes.ts';
import { crc32 } from '../core/base/crc32.ts';
import { sentence } from '../core/base/result.ts';
import {
  isAwaited,
  newOutbox,
  nextTickMs,
  type OutboxEffect,
  type OutboxEvent,
  pendingCount,
  stepOutbox,
} from '../core/sync/outbox.ts';
import { encodeConfig, encodeHello, encodePush, type Holds, parseAnswer } from '../core/sync/questions.ts';
import type { Clock } from '../ports/clock.ts';
import type { Link } from '../ports/link.ts';
import type { Report } from '../ports/report.ts';
import { CONFIG, CONFIG_IN } from './config-inbox.ts';
import type { Journal } from './journal.ts';
import { lastSession, noteSession } from './last-session.ts';
import type { SlotStore } from './slot-store.ts';

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
  readonly store: SlotStore;
  readonly report: Report;
  /** A number in [0, 1). */
  readonly random: () => number;
  /** The newest failures as text, for the phone; empty where there are none. */
  readonly reports: () => string;
}

export function createSyncRunner(ports: SyncPorts, onChange: () => void): SyncRunner {
  const { clock, link, journal, store, report } = ports;
  let state = newOutbox(Math.floor(ports.random() * 0xffffffff));
  let cancelTick: (() => void) | null = null;
  /** What of the reports the phone has answered to. A watch that starts anew tells them again, which changes nothing there. */
  let told = '';

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
    const reports = ports.reports();
    const bytes =
      effect.type === 'hello'
        ? encodeHello(id, install, journal.floor(), journal.tail(), reports === told ? '' : reports)
        : effect.type === 'push'
          ? encodePush(id, install, journal.floor(), journal.framesFrom(effect.from))
          : encodeConfig(id, install, store.load(CONFIG));
    link.request(bytes, (answer) => {
      const read = answer === null ? null : parseAnswer(answer, install);
      const atMs = clock.nowMs();
      if (!read?.ok) {
        if (read !== null) report('sync', sentence(read.failure));
        take({ type: 'failed', atMs, id });
      } else if (read.value.kind === 'holds') {
        if (effect.type === 'hello') told = reports;
        heard(read.value.holds);
      } else if (isAwaited(state, read.value.id)) {
        // What the watch has already is no news.
        if (read.value.text !== store.load(CONFIG)) store.save(CONFIG_IN, read.value.text);
        take({ type: 'configured', atMs, id: read.value.id });
      }
    });
  }

  /** Only the awaited statement moves anything: a late one may speak of a store that is gone. */
  function heard(holds: Holds): void {
    if (!isAwaited(state, holds.id)) return;
    const floor = journal.floor();
    if (journal.tail() === 0 && holds.lastS > 0 && lastSession(store) === null) {
      const startedAtMs = holds.lastS * 1000;
      noteSession(store, { startedAtMs, zoneOffsetMin: clock.zoneOffsetMin(), morning: null, seq: 0 });
    }
    // The phone knows more of this log than the log itself: its numbers must not be given again.
    journal.reserve(holds.through);
    if (holds.forgotten >= floor) journal.forget(holds.forgotten);
    const greetAgain = journal.floor() > floor;
    journal.prune(holds.through);
    const mine = store.load(CONFIG);
    take({
      type: 'answered',
      atMs: clock.nowMs(),
      holds,
      tail: journal.tail(),
      // A greeting that follows asks again.
      configDue: holds.config > 0 && mine !== '' && holds.config !== crc32(asciiBytes(mine)),
      greetAgain,
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
