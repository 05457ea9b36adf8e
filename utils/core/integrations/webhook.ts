/** The webhook's one request: a record as JSON under a key by which the receiver keeps it once. Its shape: docs/integrations.md. */
import { guidedS } from '../log/guided-time.ts';
import type { HttpRequest } from './http.ts';
import { type OutgoingRecord, recordKey } from './integration.ts';
import type { IntegrationSecrets } from './setup.ts';

/** @param secrets an address that `parseAddress` has accepted, and a token or an empty text */
export function webhookRequest(outgoing: OutgoingRecord, secrets: IntegrationSecrets): HttpRequest {
  const { install, seq, record } = outgoing;
  const key = recordKey(install, seq);
  const times = record.kind === 'session' ? { elapsedS: record.durationS, guidedS: guidedS(record) } : {};
  const watch = install.toString(16);
  const body = { format: 'iliacus-record', version: 1, id: key, watch, seq, ...times, record };
  return {
    method: 'POST',
    redirect: 'manual',
    url: secrets.address,
    headers: {
      'Content-Type': 'application/json',
      'Idempotency-Key': key,
      ...(secrets.secret === '' ? {} : { Authorization: `Bearer ${secrets.secret}` }),
    },
    body: JSON.stringify(body),
  };
}
