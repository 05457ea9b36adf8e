/**
 * Sends the records that are due. The integrations run independently. Each sends one record after the other until an attempt
 * fails. The rest waits until it is due while the service is running, or until the service wakes again. Every step is stored
 * before it is taken.
 */
import {
  applyResult,
  isUnderway,
  markSending,
  msUntilNextTry,
} from '../../utils/core/integrations/delivery-state.ts';
import {
  INTEGRATIONS,
  type IntegrationId,
  type OutgoingRecord,
} from '../../utils/core/integrations/integration.ts';
import type { SendResult } from '../../utils/core/integrations/send-result.ts';
import type { IntegrationSecrets } from '../../utils/core/integrations/setup.ts';
import { WHY } from '../../utils/core/integrations/why.ts';
import type { Frame } from '../../utils/core/log/frame.ts';
import { readRecord } from '../../utils/core/log/read-record.ts';
import type { RatingRecord, SessionRecord } from '../../utils/core/log/record.ts';
import { parsePreferences } from '../../utils/core/preferences/document.ts';
import { definitionsIn, nameIn } from '../../utils/core/preferences/own-routines.ts';
import { isOwnId } from '../../utils/core/routine/own-id.ts';
import { phonePreferencesText } from '../../utils/core/sync/phone-keys.ts';
import type { PhoneStorage } from '../phone-storage.ts';
import { createIntegrationStore } from './integration-store.ts';
import { takeNextRecord } from './next-record.ts';
import type { Sender } from './senders.ts';

export interface DeliveryPorts {
  readonly storage: PhoneStorage;
  readonly senders: Readonly<Record<IntegrationId, Sender>>;
  readonly nowMs: () => number;
  /** Calls `code` once after `ms`, if the service is still running. The returned function cancels it. */
  readonly after: (ms: number, code: () => void) => () => void;
}

/** After these results the next record may be tried at once. After any other, the integration should wait. */
const GOES_ON: readonly SendResult['kind'][] = ['delivered', 'refused', 'not-yet', 'conflict'];

/**
 * @returns a function that sends everything that is due. An integration that is already sending continues; failed records are
 * tried again when they are due.
 */
export function createDeliveryRunner(ports: DeliveryPorts): () => void {
  const deliveries = INTEGRATIONS.map((integration) => createDelivery(ports, integration));
  return () => {
    for (const run of deliveries) run();
  };
}

/** @returns a function that sends one integration everything that is due */
function createDelivery({ storage, senders, nowMs, after }: DeliveryPorts, integration: IntegrationId) {
  const store = createIntegrationStore(storage, integration);
  let isBusy = false;
  let cancelTimer = (): void => {};

  function run(): void {
    if (isBusy) return;
    isBusy = true;
    repeat(sendNext, () => {
      isBusy = false;
      planNextTry();
    });
  }

  /** The name of a session's routine where it is one of the wearer's own: it is read only then. */
  function nameOf(content: SessionRecord | RatingRecord): string | undefined {
    if (content.kind !== 'session' || !isOwnId(content.routine)) return undefined;
    const text = orNull(() => phonePreferencesText((key) => storage.getItem(key))) ?? '';
    const { document } = parsePreferences(text);
    return nameIn(definitionsIn(document).definitions, content.routine);
  }

  /** There is one timer: the earlier one is cancelled, since another wake may have come in between. */
  function planNextTry(): void {
    cancelTimer();
    cancelTimer = () => {};
    const state = orNull(() => (store.isReady() ? store.deliveryState() : null));
    const waitMs = state === null ? null : msUntilNextTry(state, nowMs());
    if (waitMs !== null) cancelTimer = after(waitMs, run);
  }

  /** Tries one record. `done` is told whether another may be tried. */
  function sendNext(done: (again: boolean) => void): void {
    const next = orNull(() => takeNextRecord(store, nowMs()));
    if (next === null) {
      done(false);
      return;
    }
    const { record, frame, state } = next;
    const settle = (result: SendResult): void => {
      // Read again: the wearer may have changed or deleted the state meanwhile. What was deleted stays deleted.
      const latest = orNull(store.deliveryState);
      if (latest !== null && isUnderway(latest, record))
        store.saveDeliveryState(applyResult(latest, record, result, nowMs()));
      done(latest !== null && GOES_ON.indexOf(result.kind) >= 0);
    };
    const content = contentOf(frame);
    if (content.kind !== 'session' && content.kind !== 'rating') settle(content);
    // If the state cannot be stored, nothing may be sent, because the next start would send it once more.
    else if (!store.saveDeliveryState(markSending(state, record, nowMs()))) done(false);
    else {
      const { install, seq } = record;
      const secrets = orNull(store.secrets);
      if (secrets === null) done(false);
      else
        senders[integration](
          { install, seq, record: content, routineName: nameOf(content) },
          secrets,
          (result) => settle(isOutdated(result, secrets) ? { ...result, kind: 'retry' } : result),
        );
    }
  }

  /** Whether a refusal was meant for an address or a key that the wearer has changed while it was on its way. */
  function isOutdated(
    result: SendResult,
    used: IntegrationSecrets,
  ): result is SendResult & { readonly kind: 'blocked' } {
    const now = orNull(store.secrets);
    return (
      result.kind === 'blocked' &&
      now !== null &&
      (now.address !== used.address || now.secret !== used.secret)
    );
  }

  return run;
}

/** What `read` gives; null if the storage cannot be read: then the next wake tries again, and this one ends in order. */
function orNull<Value>(read: () => Value | null): Value | null {
  try {
    return read();
  } catch {
    return null;
  }
}

/** Calls `act` until it says that there is nothing more to do, and then `onEnd`. */
function repeat(act: (done: (again: boolean) => void) => void, onEnd: () => void): void {
  let goesOn = true;
  let isInLoop = false;
  // A loop and not recursion, because a sender may answer at once, and a log may be long.
  function loop(): void {
    isInLoop = true;
    while (goesOn) {
      let isAnswered = false;
      act((again) => {
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

/** What is to be sent of a frame, or why it cannot be sent. */
function contentOf(frame: Frame | null): OutgoingRecord['record'] | SendResult {
  if (frame === null) return { kind: 'refused', why: WHY.gone };
  const read = readRecord(frame);
  if (!read.ok) return { kind: 'not-yet', why: WHY.newer };
  if (read.value.kind === 'void') return { kind: 'refused', why: WHY.lost };
  return read.value;
}
