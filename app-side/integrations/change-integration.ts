/** Carries out a change that the wearer wants for an integration: its switch, its address or key, another try. */
import { sentence } from '../../utils/core/base/result.ts';
import {
  type DeliveryState,
  emptyDeliveryState,
  retryAll,
} from '../../utils/core/integrations/delivery-state.ts';
import { type IntegrationSecrets, isComplete } from '../../utils/core/integrations/setup.ts';
import { parseAddress, shownAddress } from '../../utils/core/integrations/webhook-address.ts';
import { decodeBlock, installOfKey } from '../../utils/core/sync/frame-block.ts';
import type { IntegrationChange } from '../../utils/core/sync/phone-commands.ts';
import type { PhoneStorage } from '../phone-storage.ts';
import { createIntegrationStore, type IntegrationStore } from './integration-store.ts';

/** Changes what is stored of an integration as the wearer wants it. Doing it twice has the effect of once. */
export function changeIntegration(storage: PhoneStorage, change: IntegrationChange, nowMs: number): void {
  const store = createIntegrationStore(storage, change.integration);
  const wasOn = store.setup().isOn;
  const { secrets, fault } = changedSecrets(store.secrets(), change);
  const wantsOn = change.isOn ?? wasOn;
  const isOn = wantsOn && isComplete(change.integration, secrets);
  const setup = {
    isOn,
    host: secrets.address === '' ? '' : shownAddress(secrets.address),
    hasSecret: secrets.secret !== '',
    fault: wantsOn && !isOn && fault === '' ? 'an address or a key is missing' : fault,
  };
  store.saveAll(setup, secrets, changedDeliveryState(store, change, wasOn, nowMs));
}

/** The secrets with the change in them. An address that cannot be used changes nothing; `fault` says what is wrong with it. */
function changedSecrets(
  before: IntegrationSecrets,
  change: IntegrationChange,
): { readonly secrets: IntegrationSecrets; readonly fault: string } {
  const secrets = { ...before, secret: change.secret ?? before.secret };
  if (change.address === undefined) return { secrets, fault: '' };
  const address = parseAddress(change.address);
  if (!address.ok) return { secrets, fault: sentence(address.failure) };
  return { secrets: { ...secrets, address: address.value }, fault: '' };
}

/**
 * The delivery state after a change. An integration that is switched on for the first time begins after the newest record of
 * the log, or at the oldest where the wearer wants the earlier sessions sent too.
 */
function changedDeliveryState(
  store: IntegrationStore,
  { isOn, earlier }: IntegrationChange,
  wasOn: boolean,
  nowMs: number,
): DeliveryState {
  const stored = store.deliveryState();
  const state = retryAll(stored ?? emptyDeliveryState, nowMs);
  const isNew = stored === null || Object.keys(stored.through).length === 0;
  if (isOn !== true || wasOn || !isNew || earlier === true) return state;
  return { ...state, through: newestSeqs(store.storage) };
}

/** The newest stored seq of each watch, by watch in hex. */
function newestSeqs(storage: PhoneStorage): Readonly<Record<string, number>> {
  const newest: Record<string, number> = {};
  for (const key of Object.keys(storage.toObject())) {
    const install = installOfKey(key);
    if (install === null) continue;
    const { frames } = decodeBlock(storage.getItem(key));
    const watch = install.toString(16);
    newest[watch] = Math.max(frames[frames.length - 1]?.seq ?? 0, newest[watch] ?? 0);
  }
  return newest;
}
