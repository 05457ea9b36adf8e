/**
 * A session record as bytes, schema 0: JSON in ASCII. A first format that need not be read for ever; its compact
 * successor takes the next schema number. Owns body bytes; framing is `frame.ts`.
 */
import { asciiBytes, asciiText } from '../base/bytes.ts';
import { fail, ok, type Result } from '../base/result.ts';
import type { Frame } from './frame.ts';
import type { SessionRecord } from './record.ts';

export const SCHEMA = 0;

export function encodeRecord(record: SessionRecord): Uint8Array {
  return asciiBytes(JSON.stringify(record));
}

/** The record in a frame, or a sentence with the seq: an unknown schema is kept as it is, never dropped. */
export function decodeRecord(frame: Frame): Result<SessionRecord> {
  const where = `record ${frame.seq}`;
  if (frame.schema !== SCHEMA) return fail(`format ${frame.schema} needs a newer version of the app`, where);
  let data: unknown;
  try {
    data = JSON.parse(asciiText(frame.body));
  } catch {
    return fail('the record is not readable', where);
  }
  if (!isRecord(data)) return fail('the record has no holds or no start', where);
  return ok(data);
}

function isRecord(data: unknown): data is SessionRecord {
  if (typeof data !== 'object' || data === null) return false;
  const fields = data as Readonly<Record<string, unknown>>;
  return (
    typeof fields.startedAtMs === 'number' &&
    typeof fields.beats === 'number' &&
    Array.isArray(fields.holds) &&
    fields.holds.every(
      (hold) => typeof hold === 'object' && hold !== null && typeof hold.seconds === 'number',
    )
  );
}
