/**
 * Reads an export that was pasted: whole, in parts one after the other, cut at either end, or changed by a chat or a mail on
 * its way. Nothing is guessed: a record is accepted only if its frame is complete, including its checksum. Other records are
 * counted by their reason. The work grows only with the length of the text.
 */
import { fieldsOf, isFields, parseJson } from '../base/fields.ts';
import { fromHex } from '../base/hex.ts';
import { plainText } from '../base/pasted.ts';
import { frameAt } from '../log/frame.ts';
import { type Checked, refuse } from '../text/fault.ts';
import { FORMAT, VERSION, type WatchFrame } from './json.ts';

/** Why a record of the text is not taken. */
export type ImportFault = 'cut' | 'damaged' | 'number';

export interface ImportedText {
  /** The records that can be accepted, in the order of the text; a record that is listed twice is here twice. */
  readonly frames: readonly WatchFrame[];
  /** One reason for each record that cannot. */
  readonly faults: readonly ImportFault[];
}

/** A record as it appears in the text. Its fields may be anything. */
interface TextRecord {
  readonly watch?: unknown;
  readonly seq?: unknown;
  readonly frame?: unknown;
}

/** No watch reaches a higher number, so it was made up. */
const LAST_SEQ = 2 ** 31 - 1;

const RECORD_START = /\{\s*"watch"\s*:/;
const FORMAT_FIELD = /"format"\s*:\s*"([^"]*)"/g;
const VERSION_FIELD = /"format"\s*:\s*"[^"]*"\s*,\s*"version"\s*:\s*([^,}\s]*)/g;
const CSV_HEADER = /\bwatch["']?\s*[,;\t ]\s*["']?record\b/;

export function readImport(text: string): Checked<ImportedText> {
  const plain = plainText(text)
    .replace(/&quot;|&#34;/g, '"')
    .replace(/\\"/g, '"');
  const whole = parseJson(plainText(text));
  const head = isFields(whole) ? headFault([whole.format], [whole.version]) : headFaultIn(plain);
  if (head !== null) return head;
  const records = isFields(whole) && Array.isArray(whole.records) ? whole.records : recordsIn(plain);
  if (records.length === 0) return refuse(withoutRecords(plain));
  const frames: WatchFrame[] = [];
  const faults: ImportFault[] = [];
  for (const record of records) {
    const read = watchFrame(fieldsOf(record));
    if (typeof read === 'string') faults.push(read);
    else frames.push(read);
  }
  return { ok: true, value: { frames, faults } };
}

/** Every header in the text must be that of an export; a text that is cut off at its beginning has none. */
function headFaultIn(text: string) {
  return headFault(matches(FORMAT_FIELD, text), matches(VERSION_FIELD, text).map(Number));
}

function headFault(formats: readonly unknown[], versions: readonly unknown[]) {
  if (formats.some((format) => format !== FORMAT)) return refuse('fault.import.other');
  return versions.some((version) => version !== VERSION) ? refuse('fault.import.version') : null;
}

function matches(pattern: RegExp, text: string): string[] {
  const found: string[] = [];
  text.replace(pattern, (all, inner: string) => {
    found.push(inner);
    return all;
  });
  return found;
}

function withoutRecords(text: string) {
  if (CSV_HEADER.test(text)) return 'fault.import.csv';
  if (text.indexOf(FORMAT) < 0) return 'fault.import.other';
  return /"records"\s*:\s*\[\s*\]/.test(text) ? 'fault.import.empty' : 'fault.import.cut';
}

/** The records of a text that is not complete JSON. Before the first one is the rest of a record that was cut off, or a header. */
function recordsIn(text: string): readonly TextRecord[] {
  const [before = '', ...pieces] = text.split(RECORD_START);
  const records: TextRecord[] = pieces.map((piece) => {
    const [, watch] = /^\s*"([^"]*)"/.exec(piece) ?? [];
    const [, seq] = /"seq"\s*:\s*([^,}\s]*)/.exec(piece) ?? [];
    const [, frame] = /"frame"\s*:\s*"([^"]*)"/.exec(piece) ?? [];
    return { watch: tight(watch), seq: Number(seq), frame: tight(frame) };
  });
  // The end of a header that was cut off looks like the end of a record, except for the list that it opens.
  const isHead = before.indexOf(FORMAT) >= 0 || /"records"\s*:/.test(before);
  const isCutBefore = !isHead && /"frame"|^[\s0-9a-f]*"\s*\},|^\s*\},/i.test(before);
  return isCutBefore ? [{}, ...records] : records;
}

/** Removes what a mail inserts when it wraps a long line. */
function tight(text: string | undefined): string | undefined {
  return text?.replace(/[\s>]/g, '');
}

function watchFrame({ watch, seq, frame: hex }: TextRecord): WatchFrame | ImportFault {
  if (hex === undefined || watch === undefined) return 'cut';
  const install =
    typeof watch === 'string' && /^[0-9a-f]{1,8}$/i.test(watch) ? Number.parseInt(watch, 16) : 0;
  if (install === 0) return 'number';
  const bytes = typeof hex === 'string' ? fromHex(hex.toLowerCase()) : null;
  const frame = bytes === null ? null : frameAt(bytes, 0);
  if (bytes === null || frame === null || frame.bytes.length !== bytes.length) return 'damaged';
  return frame.seq === seq && frame.seq <= LAST_SEQ ? { install, frame } : 'number';
}
