/** The webhook's only request: a record as JSON, with a key that lets the receiver keep it once. docs/integrations.md describes its shape. */
import { guidedS } from '../log/guided-time.ts';
import { isPossibleStart } from '../schedule/possible-start.ts';
import type { HttpRequest } from './http.ts';
import { type OutgoingRecord, recordKey } from './integration.ts';
import type { IntegrationSecrets } from './setup.ts';

/**
 * @param secrets an address that `parseAddress` has accepted, and a token or an empty text
 * @param nowMs by the phone's clock, UTC: a date that cannot be by it goes with that word on it
 */
export function webhookRequest(
  outgoing: OutgoingRecord,
  secrets: IntegrationSecrets,
  nowMs: number,
): HttpRequest {
  const { install, seq, record, routineName } = outgoing;
  const key = recordKey(install, seq);
  const times = record.kind === 'session' ? { elapsedS: record.durationS, guidedS: guidedS(record) } : {};
  const watch = install.toString(16);
  const dateMs = record.kind === 'session' ? record.startedAtMs : record.atMs;
  const doubt = isPossibleStart(dateMs, nowMs) ? {} : { doubtfulDate: true };
  const named = routineName === undefined ? {} : { routineName };
  const body = {
    format: 'iliacus-record',
    version: 1,
    id: key,
    watch,
    seq,
    ...times,
    ...doubt,
    ...named,
    record,
  };
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
