/** Reads the record in a frame, for everything except the codec. Names from a record are cleaned here. */
import { cleanName } from '../base/clean-name.ts';
import { ok, type Result } from '../base/result.ts';
import { decodeRecord } from './decode.ts';
import type { Frame } from './frame.ts';
import type { LogRecord } from './record.ts';

/** `decodeRecord` with cleaned names of routine and steps. The frame itself does not change, and exports contain it unchanged. */
export function readRecord(frame: Frame): Result<LogRecord> {
  const read = decodeRecord(frame);
  if (!read.ok || read.value.kind !== 'session') return read;
  const cleaned = <Part extends { readonly step: string }>(part: Part): Part => ({
    ...part,
    step: cleanName(part.step),
  });
  const { routine, planned, holds } = read.value;
  return ok({
    ...read.value,
    routine: cleanName(routine),
    planned: planned.map(cleaned),
    holds: holds.map(cleaned),
  });
}
