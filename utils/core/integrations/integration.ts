/** The integrations: places outside the phone that take finished sessions ("other places" to people). */
import type { RatingRecord, SessionRecord } from '../log/record.ts';

export const INTEGRATIONS = ['webhook', 'intervals'] as const;
export type IntegrationId = (typeof INTEGRATIONS)[number];

/** A record as an integration gets it. */
export interface OutgoingRecord {
  /** The random number of the watch that wrote the record. */
  readonly install: number;
  /** The record's number on that watch: 1, 2, … */
  readonly seq: number;
  readonly record: SessionRecord | RatingRecord;
  /** The name of the session's routine where it is one of the wearer's own and still there. */
  readonly routineName?: string | undefined;
}

/** The name of a record for people and integrations: `watch in hex:seq`. It never changes and is the same on every phone. */
export function recordKey(install: number, seq: number): string {
  return `${install.toString(16)}:${seq}`;
}
