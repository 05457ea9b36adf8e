/**
 * The log as JSON; `read-import.ts` is the way back. Each record comes with its frame, byte for byte as the watch wrote it, and
 * an import reads nothing else, so that nothing is lost, not even a record that needs a newer version of the app. Beside it is
 * what this version reads in the frame, for people and programs. docs/export.md describes the format.
 */

import { toHex } from '../base/hex.ts';
import type { Frame } from '../log/frame.ts';
import { guidedS } from '../log/guided-time.ts';
import { readRecord } from '../log/read-record.ts';
import { secondText } from '../schedule/calendar.ts';
import type { NameOf } from './csv.ts';

/** A frame and the number of the watch that wrote it. */
export interface WatchFrame {
  readonly install: number;
  readonly frame: Frame;
}

export const FORMAT = 'iliacus-log';
export const VERSION = 1;
const UNITS = {
  startedAtMs: 'ms since 1970-01-01 UTC',
  durationS: 's',
  guidedS: 's guided by the watch, all holds of the session together',
  seconds: 's guided by the watch',
  positionedS: 's to get into place',
  lateMs: 'ms, lateness of the latest cue',
  painBefore: '0 none to 10 worst, null: not answered',
  painAfter: '0 none to 10 worst, null: not answered',
  contact: 'soreness when first lain on, the worse side, 0 to 10, null: not answered',
  contactLeft: 'the same on the left alone; ratings only',
  contactRight: 'the same on the right alone; ratings only',
};

/** The export as text, with one line for each record, so that people can find the damage in a damaged copy. */
export function jsonOf(frames: readonly WatchFrame[], nameOf: NameOf = () => undefined): string {
  const head = { format: FORMAT, version: VERSION, units: UNITS };
  const records = frames.map(({ install, frame }) =>
    JSON.stringify({
      watch: install.toString(16),
      seq: frame.seq,
      ...reading(frame, nameOf),
      frame: toHex(frame.bytes),
    }),
  );
  return `${JSON.stringify(head).slice(0, -1)},"records":[\n${records.join(',\n')}\n]}\n`;
}

/** What this version reads in a frame, for people and programs. */
function reading(frame: Frame, nameOf: NameOf): Readonly<Record<string, unknown>> {
  const read = readRecord(frame);
  if (!read.ok) return { kind: 'unreadable', why: read.failure.what };
  if (read.value.kind !== 'session') return { record: read.value };
  const { value } = read;
  const routineName = nameOf(value.routine);
  const named = routineName === undefined ? {} : { routineName };
  return { start: `${secondText(value.startedAtMs, 0)}Z`, guidedS: guidedS(value), ...named, record: value };
}
