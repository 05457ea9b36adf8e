/** A record as an outlet gets it. */
import type { RatingRecord, SessionRecord } from '../log/record.ts';

export interface OutgoingRecord {
  readonly install: number;
  readonly seq: number;
  readonly record: SessionRecord | RatingRecord;
}
