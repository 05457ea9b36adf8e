/** What the phone stores of an integration: its setup, its secrets and its delivery state. */
import { type DeliveryState, parseDeliveryState } from '../../utils/core/integrations/delivery-state.ts';
import type { IntegrationId } from '../../utils/core/integrations/integration.ts';
import {
  deliveryStateKey,
  type IntegrationSecrets,
  isComplete,
  parseSecrets,
  parseSetup,
  secretsKey,
  setupKey,
} from '../../utils/core/integrations/setup.ts';
import { type PhoneStorage, writeText } from '../phone-storage.ts';

/** Whether the integration is switched on and has everything that it needs. */
export function isReady(storage: PhoneStorage, integration: IntegrationId): boolean {
  const { isOn } = parseSetup(storage.getItem(setupKey(integration)));
  return isOn && isComplete(integration, readSecrets(storage, integration));
}

export function readSecrets(storage: PhoneStorage, integration: IntegrationId): IntegrationSecrets {
  return parseSecrets(storage.getItem(secretsKey(integration)));
}

/** The delivery state; null where its text is damaged. */
export function readDeliveryState(storage: PhoneStorage, integration: IntegrationId): DeliveryState | null {
  return parseDeliveryState(storage.getItem(deliveryStateKey(integration)));
}

/** Returns whether the state is stored now. */
export function writeDeliveryState(
  storage: PhoneStorage,
  integration: IntegrationId,
  state: DeliveryState,
): boolean {
  return writeText(storage, deliveryStateKey(integration), JSON.stringify(state));
}
