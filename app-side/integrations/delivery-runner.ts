/**
 * Sends the records that are due. The integrations run beside each other; each sends one record after the other until an
 * attempt does not come through. The rest waits until it is due, while the service lives, or until the service wakes again.
 * Every step is stored before it is taken, and nothing else writes a delivery state while the service runs.
 */
import {
  addRecord,
  applyResult,
  canSendNow,
  type DeliveryState,
  hasRoom,
  highestTaken,
  markSending,
  msUntilNextTry,
  nextDueRecord,
  parseDeliveryState,
  skipRecord,
  type UnderwayRecord,
} from '../../utils/core/integrations/delivery-state.ts';
import { INTEGRATIONS, type IntegrationId } from '../../utils/core/integrations/integration.ts';
import type { OutgoingRecord } from '../../utils/core/integrations/outgoing-record.ts';
import type { SendResult } from '../../utils/core/integrations/send-result.ts';
import {
  deliveryStateKey,
  isComplete,
  parseSecrets,
  parseSetup,
  secretsKey,
  setupKey,
} from '../../utils/core/integrations/setup.ts';
import { decodeRecord } from '../../utils/core/log/decode.ts';
import type { Frame } from '../../utils/core/log/frame.ts';
import { blockKey, decodeBlock, installOfKey } from '../../utils/core/sync/frame-block.ts';
import { blockKeys } from '../../utils/core/trend/stored-log.ts';
import { type PhoneStorage, writeText } from '../phone-storage.ts';
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
  const state = storedState(storage, integration);
  return state === null ? null : msUntilNextTry(state, nowMs());
}

function isReady(storage: PhoneStorage, integration: IntegrationId): boolean {
  const { isOn } = parseSetup(storage.getItem(setupKey(integration)));
  return isOn && isComplete(integration, parseSecrets(storage.getItem(secretsKey(integration))));
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
  const next = takeNext(ports, integration);
  if (next === null) {
    done(false);
    return;
  }
  const { record, frame, state } = next;
  const settle = (result: SendResult): void => {
    // Read again: the wearer may have changed or deleted the state meanwhile.
    const latest = storedState(storage, integration);
    if (latest !== null) store(storage, integration, applyResult(latest, record, result, nowMs()));
    done(latest !== null && (result.kind === 'delivered' || result.kind === 'refused'));
  };
  const content = contentOf(frame);
  if (content.kind !== 'session' && content.kind !== 'rating') settle(content);
  // A state that cannot be stored must not send: the next start would send once more.
  else if (!store(storage, integration, markSending(state, record, nowMs()))) done(false);
  else {
    const secrets = parseSecrets(storage.getItem(secretsKey(integration)));
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

interface NextRecord {
  readonly state: DeliveryState;
  readonly record: UnderwayRecord;
  readonly frame: Frame | null;
}

/** The record to try now: one that is due again, else the next of the log, which is stored as under way first. */
function takeNext({ storage, nowMs }: DeliveryPorts, integration: IntegrationId): NextRecord | null {
  if (!isReady(storage, integration)) return null;
  let state = storedState(storage, integration);
  if (state === null || !canSendNow(state, nowMs())) return null;
  const due = nextDueRecord(state, nowMs());
  if (due !== null) return { state, record: due, frame: frameOf(storage, due.install, due.seq) };
  if (!hasRoom(state)) return null;
  const keys = blockKeys(Object.keys(storage.toObject()));
  for (const install of new Set(keys.map(installOfKey))) {
    if (install === null) continue;
    let frame = nextFrame(storage, keys, install, highestTaken(state, install));
    while (frame !== null && !isFor(integration, frame)) {
      state = skipRecord(state, install, frame.seq);
      frame = nextFrame(storage, keys, install, frame.seq);
    }
    if (frame === null) continue;
    const next = addRecord(state, install, frame.seq, nowMs());
    const record = next.underway[next.underway.length - 1];
    if (record !== undefined && store(storage, integration, next)) return { state: next, record, frame };
  }
  return null;
}

/** Voids go nowhere, and an activity of intervals.icu has no place for a rating that was given later. */
function isFor(integration: IntegrationId, frame: Frame): boolean {
  const read = decodeRecord(frame);
  if (!read.ok) return true;
  return read.value.kind === 'session' || (read.value.kind === 'rating' && integration === 'webhook');
}

function storedState(storage: PhoneStorage, integration: IntegrationId): DeliveryState | null {
  return parseDeliveryState(storage.getItem(deliveryStateKey(integration)));
}

function store(storage: PhoneStorage, integration: IntegrationId, state: DeliveryState): boolean {
  return writeText(storage, deliveryStateKey(integration), JSON.stringify(state));
}

/** The frame with the lowest seq above `through` that the phone has of this watch. */
function nextFrame(
  storage: PhoneStorage,
  keys: readonly string[],
  install: number,
  through: number,
): Frame | null {
  const own = keys.filter((key) => installOfKey(key) === install);
  const from = own.indexOf(blockKey(install, through));
  for (const key of own.slice(Math.max(0, from))) {
    const next = decodeBlock(storage.getItem(key)).frames.find((frame) => frame.seq > through);
    if (next !== undefined) return next;
  }
  return null;
}

function frameOf(storage: PhoneStorage, install: number, seq: number): Frame | null {
  const { frames } = decodeBlock(storage.getItem(blockKey(install, seq)));
  return frames.find((frame) => frame.seq === seq) ?? null;
}
