/** How an outlet is set up: what may be shown, and apart from it what may not. */
import { type Fields, fieldsOf } from '../base/fields.ts';
import type { OutletId } from './delivery-state.ts';

/** Shown on the page. */
export interface OutletSetup {
  readonly isOn: boolean;
  /** The host that records go to; empty where none is set. */
  readonly host: string;
  /** A key is kept. */
  readonly hasSecret: boolean;
  /** What was wrong with the last wish; empty where nothing was. */
  readonly fault: string;
}

/** Never leaves the phone but in a request to the outlet itself; an address often carries a secret in its path. */
export interface OutletSecrets {
  readonly address: string;
  readonly secret: string;
}

export const emptySetup: OutletSetup = { isOn: false, host: '', hasSecret: false, fault: '' };
const noSecrets: OutletSecrets = { address: '', secret: '' };

/** Writer of all three: the service. */
export function setupKey(outlet: OutletId): string {
  return `outlet.${outlet}`;
}
export function ledgerKey(outlet: OutletId): string {
  return `outlet.${outlet}.ledger`;
}
export function secretsKey(outlet: OutletId): string {
  return `secret.${outlet}`;
}

export function parseSetup(text: string | null | undefined): OutletSetup {
  const { isOn, host, hasSecret, fault } = fieldsIn(text);
  return {
    isOn: isOn === true,
    host: typeof host === 'string' ? host : '',
    hasSecret: hasSecret === true,
    fault: typeof fault === 'string' ? fault : '',
  };
}

export function parseSecrets(text: string | null | undefined): OutletSecrets {
  const { address, secret } = fieldsIn(text);
  return {
    ...noSecrets,
    ...(typeof address === 'string' ? { address } : {}),
    ...(typeof secret === 'string' ? { secret } : {}),
  };
}

/** Whether an outlet with these secrets can be switched on. */
export function isComplete(outlet: OutletId, { address, secret }: OutletSecrets): boolean {
  return outlet === 'webhook' ? address !== '' : secret !== '';
}

function fieldsIn(text: string | null | undefined): Fields {
  if (typeof text !== 'string') return {};
  try {
    return fieldsOf(JSON.parse(text));
  } catch {
    return {};
  }
}
