/** What the phone stores of an integration: its setup, its secrets and its delivery state. */
import {
  type DeliveryState,
  deliveryStateText,
  parseDeliveryState,
} from '../../utils/core/integrations/delivery-state.ts';
import type { IntegrationId } from '../../utils/core/integrations/integration.ts';
import {
  type IntegrationSecrets,
  type IntegrationSetup,
  integrationKeys,
  isComplete,
  parseSecrets,
  parseSetup,
  secretsText,
  setupText,
} from '../../utils/core/integrations/setup.ts';
import { type PhoneStorage, writeAll, writeText } from '../phone-storage.ts';

export type IntegrationStore = ReturnType<typeof createIntegrationStore>;

export function createIntegrationStore(storage: PhoneStorage, integration: IntegrationId) {
  const keys = integrationKeys(integration);
  const setup = (): IntegrationSetup => parseSetup(storage.getItem(keys.setup));
  const secrets = (): IntegrationSecrets => parseSecrets(storage.getItem(keys.secrets));
  return {
    integration,
    storage,
    setup,
    secrets,
    /** Whether the integration is switched on and has everything that it needs. */
    isReady: () => setup().isOn && isComplete(integration, secrets()),
    /** The delivery state; null if its text is damaged. */
    deliveryState: () => parseDeliveryState(storage.getItem(keys.deliveryState)),
    /** Returns whether the state is stored now. */
    saveDeliveryState: (state: DeliveryState) =>
      writeText(storage, keys.deliveryState, deliveryStateText(state)),
    /**
     * Stores what a change by the wearer has brought about, the setup last.
     * @returns whether all of it is stored; where not, all is as it was
     */
    saveAll: (changed: IntegrationSetup, kept: IntegrationSecrets, state: DeliveryState) =>
      writeAll(storage, [
        [keys.secrets, secretsText(kept)],
        [keys.deliveryState, deliveryStateText(state)],
        [keys.setup, setupText(changed)],
      ]),
  };
}
