/** Chooses the record that an integration tries next, out of those under way and those that wait in the log. */
import {
  addRecord,
  canSendNow,
  type DeliveryState,
  hasRoom,
  highestTaken,
  isStuck,
  nextDueRecord,
  skipRecord,
  type UnderwayRecord,
} from '../../utils/core/integrations/delivery-state.ts';
import type { IntegrationId } from '../../utils/core/integrations/integration.ts';
import { decodeRecord } from '../../utils/core/log/decode.ts';
import type { Frame } from '../../utils/core/log/frame.ts';
import {
  blockKey,
  blockNumberOfKey,
  decodeBlock,
  firstSeqOf,
  installOfKey,
} from '../../utils/core/sync/frame-block.ts';
import { blockKeys } from '../../utils/core/trend/stored-log.ts';
import type { PhoneStorage } from '../phone-storage.ts';
import type { IntegrationStore } from './integration-store.ts';

export interface NextRecord {
  /** The delivery state with the record in it, as stored. */
  readonly state: DeliveryState;
  readonly record: UnderwayRecord;
  /** null where the phone no longer has the record. */
  readonly frame: Frame | null;
}

/**
 * The record to try now: the one that has been due longest, else the next of the log, which is stored as under way first. null
 * where nothing is to be tried.
 */
export function takeNextRecord(store: IntegrationStore, nowMs: number): NextRecord | null {
  const state = store.isReady() ? store.deliveryState() : null;
  if (state === null || !canSendNow(state, nowMs)) return null;
  const record = nextDueRecord(state, nowMs);
  const due = record === null ? null : { state, record, frame: frameOf(store.storage, record) };
  if (record !== null && !isStuck(record)) return due;
  return (hasRoom(state) ? takeFromLog(store, state, nowMs) : null) ?? due;
}

/** The first record of the log that has not been taken and is for this integration. */
function takeFromLog(store: IntegrationStore, before: DeliveryState, nowMs: number): NextRecord | null {
  const { integration, storage } = store;
  let state = before;
  for (const key of blockKeys(Object.keys(storage.toObject()))) {
    const install = installOfKey(key);
    if (install === null || firstSeqOf(blockNumberOfKey(key) + 1) <= highestTaken(state, install)) continue;
    for (const frame of decodeBlock(storage.getItem(key)).frames) {
      if (frame.seq <= highestTaken(state, install)) continue;
      if (!isFor(integration, frame)) {
        state = skipRecord(state, install, frame.seq);
        continue;
      }
      const next = addRecord(state, install, frame.seq, nowMs);
      const record = next.underway[next.underway.length - 1];
      return record !== undefined && store.saveDeliveryState(next) ? { state: next, record, frame } : null;
    }
  }
  return null;
}

/** Voids go nowhere, and an activity of intervals.icu has no place for a rating that was given later. */
function isFor(integration: IntegrationId, frame: Frame): boolean {
  const read = decodeRecord(frame);
  if (!read.ok) return true;
  return read.value.kind === 'session' || (read.value.kind === 'rating' && integration === 'webhook');
}

function frameOf(storage: PhoneStorage, { install, seq }: UnderwayRecord): Frame | null {
  const { frames } = decodeBlock(storage.getItem(blockKey(install, seq)));
  return frames.find((frame) => frame.seq === seq) ?? null;
}
