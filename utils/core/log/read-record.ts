/** The record in a frame as everything but the codec reads it. This is the door for names that a record brings. */
import { cleanName } from '../base/clean-name.ts';
import { ok, type Result } from '../base/result.ts';
import { decodeRecord } from './decode.ts';
import type { Frame } from './frame.ts';
import type { LogRecord } from './record.ts';

/** `decodeRecord` with the names of routine and steps cleaned. The frame itself stays as it is, and an export has it unchanged. */
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
