/** Runs the outbox over a link: sends, waits, tries again. Never in the way of a hold: the caller says when to sync. */
import { sentence } from '../core/base/result.ts';
import { encodeMessage, framesThatFit, type Message, parseMessage } from '../core/sync/message.ts';
import {
  newOutbox,
  nextTickMs,
  type OutboxEffect,
  type OutboxEvent,
  type OutboxState,
  pendingCount,
  stepOutbox,
} from '../core/sync/outbox.ts';
import type { Clock } from '../ports/clock.ts';
import type { Link } from '../ports/link.ts';
import type { Report } from '../ports/report.ts';
import type { Journal } from './journal.ts';

/** What the summary says about the phone. */
export type SyncStatus = 'unknown' | 'sending' | 'saved' | 'waiting';

export interface SyncRunner {
  /** The app is here: ask the phone what it holds and send the rest. */
  open(): void;
  /** A record was appended. */
  appended(): void;
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
  let state: OutboxState = newOutbox(Math.floor(ports.random() * 0xffffffff));
  let cancelTick: (() => void) | null = null;
  let opened = false;

  function take(event: OutboxEvent): void {
    const [next, effects] = stepOutbox(state, event);
    state = next;
    for (const effect of effects) carryOut(effect);
    planTick();
    onChange();
  }

  function planTick(): void {
    if (cancelTick !== null) cancelTick();
    cancelTick = null;
    const atMs = nextTickMs(state);
    if (atMs === null) return;
    cancelTick = ports.clock.after(Math.max(50, atMs - ports.clock.nowMs()), () => {
      cancelTick = null;
      take({ type: 'ticked', atMs: ports.clock.nowMs() });
    });
  }

  function carryOut(effect: OutboxEffect): void {
    if (effect.type === 'reopen') {
      ports.link.reopen();
      return;
    }
    const message = effect.type === 'hello' ? helloMessage(effect.id) : pushMessage(effect.id, effect.from);
    ports.link.request(encodeMessage(message), (answer) => receive(effect.id, answer));
  }

  function helloMessage(id: number): Message {
    const { journal } = ports;
    return { kind: 'hello', id, install: journal.installId(), floor: journal.floor(), tail: journal.tail() };
  }

  function pushMessage(id: number, from: number): Message {
    const { journal } = ports;
    const frames = framesThatFit(journal.framesFrom(from));
    return { kind: 'push', id, install: journal.installId(), floor: journal.floor(), frames };
  }

  function receive(id: number, answer: Uint8Array | null): void {
    const atMs = ports.clock.nowMs();
    if (answer === null) {
      take({ type: 'failed', atMs, id });
      return;
    }
    const parsed = parseMessage(answer);
    if (!parsed.ok) {
      ports.report('sync', `the phone's answer: ${sentence(parsed.failure)}`);
    } else if (parsed.value.kind === 'error') {
      ports.report('sync', `the phone says: ${parsed.value.detail}`);
    } else if (parsed.value.kind === 'holds' && parsed.value.install === ports.journal.installId()) {
      take({
        type: 'answered',
        atMs,
        id: parsed.value.id,
        epoch: parsed.value.epoch,
        through: parsed.value.through,
      });
      return;
    }
    take({ type: 'failed', atMs, id });
  }

  return {
    open() {
      opened = true;
      take({ type: 'opened', atMs: ports.clock.nowMs(), tail: ports.journal.tail() });
    },
    appended() {
      opened = true;
      take({ type: 'appended', atMs: ports.clock.nowMs(), tail: ports.journal.tail() });
    },
    status() {
      if (!opened) return 'unknown';
      if (state.greeted && pendingCount(state) === 0) return 'saved';
      return state.waiting !== null ? 'sending' : 'waiting';
    },
  };
}
