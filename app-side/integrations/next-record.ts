/** Chooses the record that an integration tries next, out of those under way and those that wait in the log. */
import {
  addRecord,
  canSendNow,
  type DeliveryState,
  hasRoom,
  highestTaken,
  nextDueRecord,
  skipRecord,
  type UnderwayRecord,
} from '../../utils/core/integrations/delivery-state.ts';
import type { IntegrationId } from '../../utils/core/integrations/integration.ts';
import { decodeRecord } from '../../utils/core/log/decode.ts';
import type { Frame } from '../../utils/core/log/frame.ts';
import { blockKey, decodeBlock, installOfKey } from '../../utils/core/sync/frame-block.ts';
import { blockKeys } from '../../utils/core/trend/stored-log.ts';
import type { PhoneStorage } from '../phone-storage.ts';
import { isReady, readDeliveryState, writeDeliveryState } from './integration-store.ts';

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
export function takeNextRecord(
  storage: PhoneStorage,
  integration: IntegrationId,
  nowMs: number,
): NextRecord | null {
  if (!isReady(storage, integration)) return null;
  const state = readDeliveryState(storage, integration);
  if (state === null || !canSendNow(state, nowMs)) return null;
  const due = nextDueRecord(state, nowMs);
  if (due !== null) return { state, record: due, frame: frameOf(storage, due.install, due.seq) };
  return hasRoom(state) ? takeFromLog(storage, integration, state, nowMs) : null;
}

function takeFromLog(
  storage: PhoneStorage,
  integration: IntegrationId,
  before: DeliveryState,
  nowMs: number,
): NextRecord | null {
  let state = before;
  const keys = blockKeys(Object.keys(storage.toObject()));
  for (const install of new Set(keys.map(installOfKey))) {
    if (install === null) continue;
    let frame = frameAfter(storage, keys, install, highestTaken(state, install));
    while (frame !== null && !isFor(integration, frame)) {
      state = skipRecord(state, install, frame.seq);
      frame = frameAfter(storage, keys, install, frame.seq);
    }
    if (frame === null) continue;
    const next = addRecord(state, install, frame.seq, nowMs);
    const record = next.underway[next.underway.length - 1];
    if (record !== undefined && writeDeliveryState(storage, integration, next)) {
      return { state: next, record, frame };
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

/** The frame with the lowest seq above `seq` that the phone has of this watch. */
function frameAfter(
  storage: PhoneStorage,
  keys: readonly string[],
  install: number,
  seq: number,
): Frame | null {
  const own = keys.filter((key) => installOfKey(key) === install);
  const from = own.indexOf(blockKey(install, seq));
  for (const key of own.slice(Math.max(0, from))) {
    const next = decodeBlock(storage.getItem(key)).frames.find((frame) => frame.seq > seq);
    if (next !== undefined) return next;
  }
  return null;
}

function frameOf(storage: PhoneStorage, install: number, seq: number): Frame | null {
  const { frames } = decodeBlock(storage.getItem(blockKey(install, seq)));
  return frames.find((frame) => frame.seq === seq) ?? null;
}
