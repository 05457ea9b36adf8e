/** What is in a frame, for whoever reads the log: the phone, and a page of the watch. */
import { asciiText } from '../base/bytes.ts';
import { fail, ok, type Result } from '../base/result.ts';
import { SCHEMA, VOID_SCHEMA } from './encode.ts';
import type { Frame } from './frame.ts';
import type { LogRecord, RatingRecord, SessionRecord } from './record.ts';

/** The record in a frame, or a sentence with the seq: an unknown schema is kept as it is, never dropped. */
export function decodeRecord(frame: Frame): Result<LogRecord> {
  const where = `record ${frame.seq}`;
  if (frame.schema === VOID_SCHEMA) return ok({ kind: 'void' });
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

function isRecord(data: unknown): data is SessionRecord | RatingRecord {
  if (typeof data !== 'object' || data === null) return false;
  const fields = data as Readonly<Record<string, unknown>>;
  if (fields.kind === 'rating') return typeof fields.of === 'number' && typeof fields.atMs === 'number';
  return (
    fields.kind === 'session' &&
    typeof fields.startedAtMs === 'number' &&
    typeof fields.beats === 'number' &&
    Array.isArray(fields.holds) &&
    fields.holds.every(
      (hold) => typeof hold === 'object' && hold !== null && typeof hold.seconds === 'number',
    )
  );
}
