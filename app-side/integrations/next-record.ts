/** Chooses the record that an integration tries next, out of those under way and those that wait in the log. */
import {
  addRecord,
  canSendNow,
  type DeliveryState,
  hasRoom,
  isStuck,
  nextDueRecord,
  type UnderwayRecord,
} from '../../utils/core/integrations/delivery-state.ts';
import {
  gapsBetween,
  goneThrough,
  isAnyDue,
  isEarlier,
  leaveOut,
  skipRecord,
  withPossibleSince,
} from '../../utils/core/integrations/due-records.ts';
import type { IntegrationId } from '../../utils/core/integrations/integration.ts';
import { WHY } from '../../utils/core/integrations/why.ts';
import { type Frame, VOID } from '../../utils/core/log/frame.ts';
import { readRecord } from '../../utils/core/log/read-record.ts';
import type { LogRecord } from '../../utils/core/log/record.ts';
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
  /** null if the phone no longer has the record. */
  readonly frame: Frame | null;
}

/**
 * The record to try now: one that was missing and is back, the one that has been due longest, or else the next of the log,
 * which is first stored as being sent. null if nothing is to be tried.
 */
export function takeNextRecord(store: IntegrationStore, nowMs: number): NextRecord | null {
  const state = store.isReady() ? store.deliveryState() : null;
  if (state === null || !canSendNow(state, nowMs)) return null;
  const back = state.underway.find((record) => isBack(store.storage, record));
  const record = back ?? nextDueRecord(state, nowMs);
  const due = record === null ? null : { state, record, frame: frameOf(store.storage, record) };
  if (record !== null && !isStuck(record)) return due;
  return (hasRoom(state) ? takeFromLog(store, state, nowMs) : null) ?? due;
}

/** Whether a record that was missing when its turn came is there again. */
function isBack(storage: PhoneStorage, record: UnderwayRecord): boolean {
  if (record.state !== 'failed' || (record.why !== WHY.gone && record.why !== WHY.lost)) return false;
  const frame = frameOf(storage, record);
  return frame !== null && frame.kind !== VOID;
}

/** The first record of the log that has not been taken and is for this integration. */
function takeFromLog(store: IntegrationStore, before: DeliveryState, nowMs: number): NextRecord | null {
  const { integration, storage } = store;
  const keys = blockKeys(Object.keys(storage.toObject()));
  let state = withPossibleSince(before, nowMs);
  if (state.gaps === null) state = withGaps(storage, state, keys);
  for (const key of keys) {
    const install = installOfKey(key);
    const block = blockNumberOfKey(key);
    if (install === null || !isAnyDue(state, install, firstSeqOf(block), firstSeqOf(block + 1) - 1)) continue;
    for (const frame of decodeBlock(storage.getItem(key)).frames) {
      const { seq } = frame;
      if (!isAnyDue(state, install, seq, seq)) continue;
      const read = contentOf(frame);
      // The record itself may be imported later.
      if (frame.kind === VOID) state = goneThrough(state, install, seq);
      else if (!isFor(integration, read)) state = skipRecord(state, install, seq);
      else if (isEarlier(state, install, seq, madeAtMs(read))) state = leaveOut(state, install, seq);
      else {
        const next = addRecord(state, install, seq, nowMs);
        const record = next.underway[next.underway.length - 1];
        return record !== undefined && store.saveDeliveryState(next) ? { state: next, record, frame } : null;
      }
    }
  }
  if (state !== before) store.saveDeliveryState(state);
  return null;
}

function withGaps(storage: PhoneStorage, state: DeliveryState, keys: readonly string[]): DeliveryState {
  const stored: Record<string, number[]> = {};
  for (const key of keys) {
    const watch = installOfKey(key)?.toString(16) ?? '';
    const seqs = decodeBlock(storage.getItem(key)).frames.map(({ seq }) => seq);
    stored[watch] = (stored[watch] ?? []).concat(seqs);
  }
  return { ...state, gaps: gapsBetween(state.through, stored) };
}

/** What a frame says; null if this version cannot read it. */
function contentOf(frame: Frame): LogRecord | null {
  const read = readRecord(frame);
  return read.ok ? read.value : null;
}

/** When a record was made; null if it does not say. */
function madeAtMs(record: LogRecord | null): number | null {
  if (record?.kind === 'session') return record.startedAtMs;
  return record?.kind === 'rating' ? record.atMs : null;
}

/** An activity of intervals.icu has no place for a later rating. A record that cannot be read yet may still be for it. */
function isFor(integration: IntegrationId, record: LogRecord | null): boolean {
  return record?.kind !== 'rating' || integration === 'webhook';
}

function frameOf(storage: PhoneStorage, { install, seq }: UnderwayRecord): Frame | null {
  const { frames } = decodeBlock(storage.getItem(blockKey(install, seq)));
  return frames.find((frame) => frame.seq === seq) ?? null;
}
