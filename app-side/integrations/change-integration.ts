/** Carries out a wearer's change to an integration: its switch, its address or key, or a retry. */
import {
  type DeliveryState,
  emptyDeliveryState,
  retryAll,
} from '../../utils/core/integrations/delivery-state.ts';
import { withEarlier } from '../../utils/core/integrations/due-records.ts';
import { parseSecret } from '../../utils/core/integrations/secret.ts';
import { type IntegrationSecrets, isComplete } from '../../utils/core/integrations/setup.ts';
import { parseAddress, shownAddress } from '../../utils/core/integrations/webhook-address.ts';
import { decodeBlock, installOfKey } from '../../utils/core/sync/frame-block.ts';
import type { IntegrationChange } from '../../utils/core/sync/phone-commands.ts';
import { type PhonePhrase, phrase } from '../../utils/core/text/phone-phrase.ts';
import type { PhoneStorage } from '../phone-storage.ts';
import { createIntegrationStore, type IntegrationStore } from './integration-store.ts';

/**
 * Changes the stored data of an integration as the wearer wants. Doing it twice has the same effect as once. What was not
 * delivered is tried again at once.
 * @returns whether it is stored; if not, the earlier data is still there
 */
export function changeIntegration(storage: PhoneStorage, change: IntegrationChange, nowMs: number): boolean {
  const store = createIntegrationStore(storage, change.integration);
  const wasOn = store.setup().isOn;
  const { secrets, fault } = changedSecrets(store.secrets(), change);
  const wantsOn = change.isOn ?? wasOn;
  const isOn = wantsOn && isComplete(change.integration, secrets);
  const missing = wantsOn && !isOn ? phrase('fault.incomplete') : null;
  const setup = {
    isOn,
    host: secrets.address === '' ? '' : shownAddress(secrets.address),
    hasSecret: secrets.secret !== '',
    fault: fault ?? missing,
  };
  return store.saveAll(setup, secrets, changedDeliveryState(store, change, wasOn, nowMs));
}

/** The secrets after the change. An unusable value changes nothing; `fault` says what is wrong with it. */
function changedSecrets(
  before: IntegrationSecrets,
  change: IntegrationChange,
): { readonly secrets: IntegrationSecrets; readonly fault: PhonePhrase | null } {
  const secret = parseSecret(change.secret ?? before.secret);
  const address = change.address === undefined ? null : parseAddress(change.address);
  const fault = !secret.ok ? secret.fault : address !== null && !address.ok ? address.fault : null;
  const secrets = {
    address: address?.ok ? address.value : before.address,
    secret: secret.ok ? secret.value : before.secret,
  };
  return { secrets, fault };
}

/**
 * The delivery state after a change. When an integration is switched on, it gets only records that the phone receives from
 * now on; if the wearer wants earlier sessions too, also everything that it does not have yet.
 */
function changedDeliveryState(
  store: IntegrationStore,
  { isOn, earlier }: IntegrationChange,
  wasOn: boolean,
  nowMs: number,
): DeliveryState {
  const state = retryAll(store.deliveryState() ?? emptyDeliveryState, nowMs);
  if (isOn !== true || wasOn) return state;
  if (earlier === true) return withEarlier(state);
  return { ...state, nextOnly: { sinceMs: nowMs, newest: newestSeqs(store.storage) } };
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
