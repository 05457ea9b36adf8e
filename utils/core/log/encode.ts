/** A record's body, for the watch that writes it. */
import { asciiBytes } from '../base/bytes.ts';
import type { RatingRecord, SessionRecord } from './record.ts';

export const SCHEMA = 0;
/** The schema of a frame that stands for a damaged one. */
export const VOID_SCHEMA = 255;

export function encodeSession(record: SessionRecord): Uint8Array {
  return asciiBytes(JSON.stringify(record));
}

export function encodeRating(record: RatingRecord): Uint8Array {
  return asciiBytes(JSON.stringify(record));
}
