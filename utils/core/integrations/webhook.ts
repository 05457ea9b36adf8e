/** The webhook's one request: a record as JSON, with a key under which the receiver keeps it once. Shape: docs/integrations.md. */

import { recordKey } from './delivery-state.ts';
import type { WebRequest } from './http.ts';
import type { OutgoingRecord } from './outgoing-record.ts';
import type { OutletSecrets } from './setup.ts';

/** @param secrets an address that `parseAddress` has accepted, and a token or an empty text */
export function webhookRequest(outgoing: OutgoingRecord, secrets: OutletSecrets): WebRequest {
  const { install, seq, record } = outgoing;
  const key = recordKey(install, seq);
  const body = { format: 'iliacus-record', version: 1, id: key, watch: install.toString(16), seq, record };
  return {
    method: 'POST',
    url: secrets.address,
    headers: {
      'Content-Type': 'application/json',
      'Idempotency-Key': key,
      ...(secrets.secret === '' ? {} : { Authorization: `Bearer ${secrets.secret}` }),
    },
    body: JSON.stringify(body),
  };
}
