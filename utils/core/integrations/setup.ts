/** How an integration is set up. Data that the page may show is stored separately from the secrets. */
import { fieldsOf, isFields } from '../base/fields.ts';
import { checkedJson, checkedText } from '../sync/phone-keys.ts';
import { faultText, storedFault } from '../text/fault.ts';
import type { PhonePhrase } from '../text/phone-phrase.ts';
import type { IntegrationId } from './integration.ts';

/** The data that the page may show. */
export interface IntegrationSetup {
  readonly isOn: boolean;
  /** Where records go, as it may be shown (`shownAddress`); empty if no address is set. */
  readonly host: string;
  readonly hasSecret: boolean;
  /** The stored text is damaged: nothing is sent until the wearer switches the integration on again. */
  readonly isDamaged?: true;
  /** What was wrong with the last change that the wearer asked for; null if nothing was. */
  readonly fault: PhonePhrase | null;
}

/** Leaves the phone only in a request to the integration itself. The address belongs here, since its path is often a secret. */
export interface IntegrationSecrets {
  readonly address: string;
  /** A token or an API key. */
  readonly secret: string;
}

/** The keys under which the phone stores what belongs to an integration. The phone service is their only writer. */
export function integrationKeys(integration: IntegrationId) {
  return {
    setup: `outlet.${integration}`,
    deliveryState: `outlet.${integration}.ledger`,
    secrets: `secret.${integration}`,
  };
}

/** The setup in a stored text; what is missing or damaged counts as not set. */
export function parseSetup(text: string | null | undefined): IntegrationSetup {
  const data = checkedJson(text);
  const { isOn, host, hasSecret, fault } = fieldsOf(data);
  return {
    ...(text && !isFields(data) ? { isDamaged: true } : {}),
    isOn: isOn === true,
    host: textOf(host),
    hasSecret: hasSecret === true,
    fault: storedFault(fault),
  };
}

/** The setup as it is stored. */
export function setupText({ fault, isOn, host, hasSecret }: IntegrationSetup): string {
  const stored = { isOn, host, hasSecret, fault: fault === null ? '' : faultText(fault) };
  return checkedText(JSON.stringify(stored));
}

/** The secrets in a stored text; what is missing or damaged is empty: a wrong character would lead to another place. */
export function parseSecrets(text: string | null | undefined): IntegrationSecrets {
  const { address, secret } = fieldsOf(checkedJson(text));
  return { address: textOf(address), secret: textOf(secret) };
}

/** The secrets as they are stored. */
export function secretsText(secrets: IntegrationSecrets): string {
  return checkedText(JSON.stringify(secrets));
}

/** Whether these secrets are all that the integration needs to be switched on. */
export function isComplete(integration: IntegrationId, { address, secret }: IntegrationSecrets): boolean {
  return integration === 'webhook' ? address !== '' : secret !== '';
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
