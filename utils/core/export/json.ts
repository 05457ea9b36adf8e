/**
 * The log as JSON and back. Each record comes with its frame, byte for byte as the watch wrote it, and an import reads nothing
 * else, so that nothing is lost, not even a record that needs a newer version of the app. What this version reads in the frame
 * stands beside it, for people and programs. docs/export.md describes the format.
 */

import { isFields } from '../base/fields.ts';
import { fromHex, toHex } from '../base/hex.ts';
import { fail, ok, type Result } from '../base/result.ts';
import { decodeRecord } from '../log/decode.ts';
import { type Frame, frameAt } from '../log/frame.ts';
import { guidedS } from '../log/guided-time.ts';
import { secondText } from '../schedule/calendar.ts';

/** A frame and the number of the watch that wrote it. */
export interface WatchFrame {
  readonly install: number;
  readonly frame: Frame;
}

const FORMAT = 'iliacus-log';
const VERSION = 1;
const UNITS = {
  startedAtMs: 'ms since 1970-01-01 UTC',
  durationS: 's',
  guidedS: 's guided by the watch, all holds of the session together',
  seconds: 's guided by the watch',
  positionedS: 's to get into place',
  lateMs: 'ms, lateness of the latest cue',
  painBefore: '0 none to 10 worst, null: not answered',
  painAfter: '0 none to 10 worst, null: not answered',
  contact: 'soreness when first lain on, 0 to 10, null: not answered',
};

/** The export as text, with one line for each record, so that people can find the damage in a damaged copy. */
export function jsonOf(frames: readonly WatchFrame[]): string {
  const head = { format: FORMAT, version: VERSION, units: UNITS };
  const records = frames.map(({ install, frame }) =>
    JSON.stringify({
      watch: install.toString(16),
      seq: frame.seq,
      ...reading(frame),
      frame: toHex(frame.bytes),
    }),
  );
  return `${JSON.stringify(head).slice(0, -1)},"records":[\n${records.join(',\n')}\n]}\n`;
}

/** Every record of an exported text, or the first thing that is wrong with the text, and where. Nothing is guessed. */
export function parseJsonExport(text: string): Result<readonly WatchFrame[]> {
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch (thrown) {
    const whole = text.trim();
    const why = whole[whole.length - 1] === '}' ? String(thrown) : 'its end is missing; copy it whole';
    return fail(`the text is no readable export (${why})`, 'import');
  }
  if (!isFields(data) || data.format !== FORMAT) {
    return fail(`the text is no export of this app: it needs "format": "${FORMAT}"`, 'format');
  }
  if (data.version !== VERSION) {
    return fail(`version ${JSON.stringify(data.version)} needs another version of the app`, 'version');
  }
  if (!Array.isArray(data.records)) return fail('a list of records is missing', 'records');
  const frames: WatchFrame[] = [];
  for (let at = 0; at < data.records.length; at++) {
    const read = watchFrame(data.records[at], `records/${at}`);
    if (!read.ok) return read;
    frames.push(read.value);
  }
  return ok(frames);
}

function watchFrame(data: unknown, where: string): Result<WatchFrame> {
  if (!isFields(data)) return fail('is no record', where);
  const { watch, seq, frame: hex } = data;
  const install = typeof watch === 'string' && /^[0-9a-f]{1,8}$/.test(watch) ? parseInt(watch, 16) : 0;
  if (install === 0) return fail('must be a number from 1 to ffffffff in hex', `${where}/watch`);
  const bytes = typeof hex === 'string' ? fromHex(hex) : null;
  if (bytes === null) return fail('must be pairs of hex digits', `${where}/frame`);
  const frame = frameAt(bytes, 0);
  if (frame === null || frame.bytes.length !== bytes.length) {
    return fail('is damaged: its checksum does not fit', `${where}/frame`);
  }
  if (frame.seq !== seq)
    return fail(`is ${JSON.stringify(seq)}, the frame says ${frame.seq}`, `${where}/seq`);
  return ok({ install, frame });
}

/** What this version reads in a frame, for people and programs. */
function reading(frame: Frame): Readonly<Record<string, unknown>> {
  const read = decodeRecord(frame);
  if (!read.ok) return { kind: 'unreadable', why: read.failure.what };
  if (read.value.kind !== 'session') return { record: read.value };
  const { value } = read;
  return { start: `${secondText(value.startedAtMs, 0)}Z`, guidedS: guidedS(value), record: value };
}
