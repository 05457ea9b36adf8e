/** Runs the outbox over a link: sends, waits, tries again. Never in the way of a hold: the caller says when to sync. */
import { asciiBytes } from '../core/base/bytes.ts';
import { crc32 } from '../core/base/crc32.ts';
import { sentence } from '../core/base/result.ts';
import { PREFERENCES_DOCUMENT, PREFERENCES_FROM_PHONE } from '../core/stored-names.ts';
import { HELLO, PUSH, seal } from '../core/sync/message.ts';
import {
  answered,
  configured,
  failed,
  newOutbox,
  nextMessage,
  type OutboxState,
  opened,
  ticked,
} from '../core/sync/outbox.ts';
import { type Answer, type Holds, helloBody, parseAnswer, pushBody } from '../core/sync/watch-messages.ts';
import type { Clock } from '../ports/clock.ts';
import type { Link } from '../ports/link.ts';
import type { Report } from '../ports/report.ts';
import { noteIfNone } from './last-session.ts';
import type { SessionLog } from './session-log.ts';
import type { TextStore } from './text-store.ts';

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
  readonly sessionLog: SessionLog;
  readonly store: TextStore;
  readonly report: Report;
  /** A number in [0, 1). */
  readonly random: () => number;
  /** The newest failures as text, for the phone; empty where there are none. */
  readonly reports: () => string;
}

export function createSyncRunner(ports: SyncPorts, onChange: () => void): SyncRunner {
  const { clock, link, sessionLog, store } = ports;
  let state = newOutbox((ports.random() * 2 ** 32) >>> 0 || 1);
  let cancelTick = (): void => {};
  /** What of the reports the phone has answered to. A watch that starts anew tells them again, which changes nothing there. */
  let told = '';

  function take<More extends readonly unknown[]>(
    step: (state: OutboxState, atMs: number, ...more: More) => OutboxState,
    ...more: More
  ): void {
    const { nextId } = state;
    state = step(state, clock.nowMs(), ...more);
    // Before anything is sent: whatever becomes of it, the next try is planned.
    cancelTick();
    if (state.nextMs) {
      cancelTick = clock.after(Math.max(50, state.nextMs - clock.nowMs()), () => take(ticked));
    }
    if (state.nextId !== nextId) send(state.asked);
    onChange();
  }

  function send(id: number): void {
    const kind = nextMessage(state);
    // What has failed may have broken the transport: a try after it opens it anew, else a link that is back would go unseen.
    if (kind === HELLO && state.failures) link.reopen();
    const install = sessionLog.installId();
    const floor = sessionLog.floor();
    const reports = ports.reports();
    const body =
      kind === HELLO
        ? helloBody(floor, sessionLog.tail(), reports === told ? '' : reports)
        : kind === PUSH
          ? pushBody(floor, sessionLog.framesFrom(state.through + 1))
          : [asciiBytes(store.load(PREFERENCES_DOCUMENT))];
    link.request(seal(kind, id, install, ...body), (answer) => {
      const read = answer && parseAnswer(answer, install);
      if (read && !read.ok) ports.report('sync', sentence(read.failure));
      const { id: asked, holds, text } = read?.ok ? read.value : ({ id } as Answer);
      if (holds && kind === HELLO) told = reports;
      // Only what is awaited moves anything: a late statement may speak of a store that is gone.
      if (state.asked !== asked) return;
      if (holds) heard(holds);
      else if (text === undefined) take(failed);
      else {
        // What the watch has already is no news.
        if (text !== store.load(PREFERENCES_DOCUMENT)) store.save(PREFERENCES_FROM_PHONE, text);
        take(configured);
      }
    });
  }

  function heard(holds: Holds): void {
    const [, through, forgotten, config, lastS] = holds;
    const floor = sessionLog.floor();
    if (!sessionLog.tail() && lastS) noteIfNone(store, lastS * 1000, clock.zoneOffsetMin());
    // The phone knows more of this log than the log itself: its numbers must not be given again.
    sessionLog.reserve(through);
    sessionLog.forget(forgotten);
    const greetAgain = sessionLog.floor() > floor;
    sessionLog.prune(through);
    const mine = store.load(PREFERENCES_DOCUMENT);
    // A greeting that follows asks again.
    const configDue = !!config && !!mine && config !== crc32(asciiBytes(mine));
    take(answered, holds, sessionLog.tail(), configDue, greetAgain);
  }

  return {
    open: () => take(opened, sessionLog.tail()),
    status() {
      if (state.asked) return 'sending';
      if (state.nextMs) return 'waiting';
      return nextMessage(state) ? 'unknown' : 'saved';
    },
  };
}
