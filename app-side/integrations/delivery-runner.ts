/**
 * Sends the records that are due. The integrations run beside each other; each sends one record after the other until an
 * attempt does not come through. The rest waits until it is due, while the service lives, or until the service wakes again.
 * Every step is stored before it is taken.
 */
import { applyResult, markSending, msUntilNextTry } from '../../utils/core/integrations/delivery-state.ts';
import {
  INTEGRATIONS,
  type IntegrationId,
  type OutgoingRecord,
} from '../../utils/core/integrations/integration.ts';
import type { SendResult } from '../../utils/core/integrations/send-result.ts';
import { decodeRecord } from '../../utils/core/log/decode.ts';
import type { Frame } from '../../utils/core/log/frame.ts';
import type { PhoneStorage } from '../phone-storage.ts';
import { isReady, readDeliveryState, readSecrets, writeDeliveryState } from './integration-store.ts';
import { takeNextRecord } from './next-record.ts';
import type { Sender } from './senders.ts';

export interface DeliveryRunner {
  /** Sends what is due. An integration that is sending already goes on; what fails is tried again when it is due. */
  run(): void;
}

export interface DeliveryPorts {
  readonly storage: PhoneStorage;
  readonly senders: Readonly<Record<IntegrationId, Sender>>;
  readonly nowMs: () => number;
  /** Calls `code` once after `ms`, while the service lives. The returned function cancels it. */
  readonly after: (ms: number, code: () => void) => () => void;
}

/** The wait before a record that needs a newer version of the app is looked at again. */
const NEWER_VERSION_WAIT_MS = 24 * 3_600_000;

export function createDeliveryRunner(ports: DeliveryPorts): DeliveryRunner {
  const busy = new Set<IntegrationId>();
  const cancelTimer = new Map<IntegrationId, () => void>();

  function runOne(integration: IntegrationId): void {
    if (busy.has(integration)) return;
    busy.add(integration);
    sendAll(ports, integration, () => {
      busy.delete(integration);
      planNextTry(integration);
    });
  }

  /** Each integration has one timer: the earlier one is cancelled, since another wake may have come in between. */
  function planNextTry(integration: IntegrationId): void {
    cancelTimer.get(integration)?.();
    cancelTimer.delete(integration);
    const waitMs = waitOf(ports, integration);
    if (waitMs === null) return;
    cancelTimer.set(
      integration,
      ports.after(waitMs, () => runOne(integration)),
    );
  }

  return { run: () => INTEGRATIONS.forEach(runOne) };
}

/** The time until an integration that is switched on has something to try again, ms; null for none. */
function waitOf({ storage, nowMs }: DeliveryPorts, integration: IntegrationId): number | null {
  if (!isReady(storage, integration)) return null;
  const state = readDeliveryState(storage, integration);
  return state === null ? null : msUntilNextTry(state, nowMs());
}

/** Sends until an attempt does not come through or nothing is left, and then calls `onEnd`. */
function sendAll(ports: DeliveryPorts, integration: IntegrationId, onEnd: () => void): void {
  let goesOn = true;
  let isInLoop = false;
  // A loop and no recursion: a sender may answer at once, and a log may be long.
  function loop(): void {
    isInLoop = true;
    while (goesOn) {
      let isAnswered = false;
      sendNext(ports, integration, (again) => {
        goesOn = again;
        isAnswered = true;
        if (!isInLoop) loop();
      });
      if (!isAnswered) {
        isInLoop = false;
        return;
      }
    }
    onEnd();
  }
  loop();
}

/** Tries one record. `done` is told whether another may be tried. */
function sendNext(ports: DeliveryPorts, integration: IntegrationId, done: (again: boolean) => void): void {
  const { storage, nowMs } = ports;
  const next = takeNextRecord(storage, integration, nowMs());
  if (next === null) {
    done(false);
    return;
  }
  const { record, frame, state } = next;
  const settle = (result: SendResult): void => {
    // Read again: the wearer may have changed or deleted the state meanwhile.
    const latest = readDeliveryState(storage, integration);
    if (latest !== null)
      writeDeliveryState(storage, integration, applyResult(latest, record, result, nowMs()));
    done(latest !== null && (result.kind === 'delivered' || result.kind === 'refused'));
  };
  const content = contentOf(frame);
  if (content.kind !== 'session' && content.kind !== 'rating') settle(content);
  // A state that cannot be stored must not send: the next start would send once more.
  else if (!writeDeliveryState(storage, integration, markSending(state, record, nowMs()))) done(false);
  else {
    const secrets = readSecrets(storage, integration);
    ports.senders[integration](
      { install: record.install, seq: record.seq, record: content },
      secrets,
      settle,
    );
  }
}

/** What is to be sent of a frame, or why it cannot be sent. */
function contentOf(frame: Frame | null): OutgoingRecord['record'] | SendResult {
  if (frame === null) return { kind: 'refused', why: 'the phone has it no more' };
  const read = decodeRecord(frame);
  if (!read.ok) return { kind: 'retry', why: read.failure.what, waitMs: NEWER_VERSION_WAIT_MS };
  if (read.value.kind === 'void') return { kind: 'refused', why: 'the record is lost' };
  return read.value;
}
