/**
 * Sessions as CSV (RFC 4180): a header, and then one row for each hold. A session without a hold has one row whose hold cells
 * are empty. docs/export.md describes the columns.
 */

import { guidedS } from '../log/guided-time.ts';
import type { HoldRecord, Protection } from '../log/record.ts';
import { secondText } from '../schedule/calendar.ts';
import type { StoredSession } from '../trend/stored-log.ts';

type Cell = string | number | null;
/** The name of a routine of the wearer's own by its id; undefined for any other. */
export type NameOf = (routine: string) => string | undefined;

const NOBODY: NameOf = () => undefined;

interface Column<From> {
  readonly name: string;
  readonly cell: (from: From, nameOf: NameOf) => Cell;
}

const SESSION_COLUMNS: readonly Column<StoredSession>[] = [
  { name: 'watch', cell: ({ install }) => install.toString(16) },
  { name: 'record', cell: ({ seq }) => seq },
  { name: 'start_utc', cell: ({ record }) => `${secondText(record.startedAtMs, 0)}Z` },
  { name: 'start_local', cell: ({ record }) => secondText(record.startedAtMs, record.zoneOffsetMin) },
  { name: 'zone_offset_min', cell: ({ record }) => record.zoneOffsetMin },
  { name: 'routine', cell: ({ record }) => record.routine },
  { name: 'routine_version', cell: ({ record }) => record.routineVersion },
  { name: 'phase', cell: ({ record }) => record.phase },
  { name: 'tool', cell: ({ record }) => record.tool },
  { name: 'band', cell: ({ record }) => (record.band ? 'yes' : 'no') },
  { name: 'sides', cell: ({ record }) => record.sides.join(' ') },
  { name: 'duration_s', cell: ({ record }) => record.durationS },
  { name: 'end', cell: ({ record }) => record.how },
  { name: 'pain_before_0_10', cell: ({ painBefore }) => painBefore },
  { name: 'pain_after_0_10', cell: ({ painAfter }) => painAfter },
  { name: 'contact_soreness_0_10', cell: ({ contact }) => contact },
  { name: 'next_morning', cell: ({ morning }) => morning },
  { name: 'march_lifts', cell: ({ record }) => record.beats },
  { name: 'interruptions', cell: ({ record }) => record.interruptions },
  { name: 'clock_jumps', cell: ({ record }) => record.clockJumps },
  { name: 'lost_cues', cell: ({ record }) => record.lostCues },
  { name: 'tries_left_out', cell: ({ record }) => record.triesLeftOut },
  { name: 'protected_by', cell: ({ record }) => protections(record.protection) },
];

interface NumberedHold {
  readonly hold: HoldRecord;
  /** 1, 2, … in the session. */
  readonly number: number;
}

const HOLD_COLUMNS: readonly Column<NumberedHold>[] = [
  { name: 'hold', cell: ({ number }) => number },
  { name: 'step', cell: ({ hold }) => hold.step },
  { name: 'side', cell: ({ hold }) => hold.side },
  { name: 'spot', cell: ({ hold }) => hold.spot },
  { name: 'hold_tool', cell: ({ hold }) => hold.tool },
  { name: 'guided_s', cell: ({ hold }) => hold.seconds },
  { name: 'into_place_s', cell: ({ hold }) => hold.positionedS },
  { name: 'cues_reached', cell: ({ hold }) => hold.reached },
  { name: 'outcome', cell: ({ hold }) => hold.outcome },
  { name: 'latest_cue_late_ms', cell: ({ hold }) => hold.lateMs },
];

/** Columns added after version 0.1.0: after all others, so that these keep their positions. */
const ADDED_COLUMNS: readonly Column<StoredSession>[] = [
  { name: 'session_guided_s', cell: ({ record }) => guidedS(record) },
  { name: 'contact_soreness_left_0_10', cell: ({ contactLeft }) => contactLeft },
  { name: 'contact_soreness_right_0_10', cell: ({ contactRight }) => contactRight },
  { name: 'routine_name', cell: ({ record }, nameOf) => nameOf(record.routine) ?? null },
];

const LINE_END = '\r\n';

/** The separator: a semicolon if numbers have a decimal comma, because spreadsheets then only split columns at that. */
export type Separator = ',' | ';';

/** The whole CSV text, header first, with the sessions in the order given. */
export function csvOf(
  sessions: readonly StoredSession[],
  separator: Separator = ',',
  nameOf = NOBODY,
): string {
  const names = [...SESSION_COLUMNS, ...HOLD_COLUMNS, ...ADDED_COLUMNS].map((column) => column.name);
  const rows = [names, ...sessions.flatMap((session) => rowsOf(session, nameOf))];
  return rows.map((cells) => cells.map(cellText).join(separator) + LINE_END).join('');
}

function rowsOf(session: StoredSession, nameOf: NameOf): Cell[][] {
  const own = SESSION_COLUMNS.map((column) => column.cell(session, nameOf));
  const added = ADDED_COLUMNS.map((column) => column.cell(session, nameOf));
  const { holds } = session.record;
  if (holds.length === 0) return [[...own, ...HOLD_COLUMNS.map(() => null), ...added]];
  return holds.map((hold, at) => [
    ...own,
    ...HOLD_COLUMNS.map((column) => column.cell({ hold, number: at + 1 }, nameOf)),
    ...added,
  ]);
}

function protections(protection: Protection): string {
  return (['standby', 'alarm', 'screen'] as const).filter((name) => protection[name]).join(' ');
}

/** A spreadsheet takes a text that begins like this for a formula. */
const FORMULA = /^[\s']*[=+@|%\u2212\ufe62-\ufe6b\uff0b\uff0d\uff1d\uff20-]/;
/**
 * It takes a text with a digit, also a full-width one, for a number, an amount, a time, a fraction or a date if nothing else is in
 * it but these and a word of `COUNTED`: `007`, `1-2`, `3/4`, `1,5`, `10:30`, `50 %`, `(5)`, `€5`, `5月1日`, `3. Mai`.
 */
const DIGIT = /[\d\uff10-\uff19]/;
const AROUND_DIGITS = /[\s\d\uff10-\uff19.,:/()%$\u20ac\u00a3\u00a5\u5e74\u6708\u65e5'+-]/g;
// cspell:disable
/** The half of a day, and the months in the languages of the app. */
const COUNTED =
  /^([ap]m|jan(uary?)?|feb(ruary?)?|m[a\u00e4]r|m\u00e4rz|march|apr(il)?|may|mai|june?|juni|july?|juli|aug(ust)?|sept?(ember)?|o[ck]t|o[ck]tober|nov(ember)?|de[cz]|de[cz]ember|ene(ro)?|febrero|marzo|abr(il)?|mayo|junio|julio|ago(sto)?|sep?tiembre|octubre|noviembre|dic(iembre)?)?$/i;
/** `12e5`. */
const EXPONENT = /^\s*[\d.,]*\de[+-]?\d+\s*$/i;
/** And these for the answer to a question. */
const YES_OR_NO = /^\s*(true|false|wahr|falsch|verdadero|falso)\s*$/i;
// cspell:enable

/** An apostrophe makes it a text. The other cells of this file, including times, never look like this. */
function cellText(cell: Cell): string {
  if (cell === null) return '';
  const text = String(cell);
  const isRisky = typeof cell === 'string' && (FORMULA.test(text) || isCounted(text) || YES_OR_NO.test(text));
  const safe = isRisky ? `'${text}` : text;
  return /[",;\r\n\t]/.test(safe) ? `"${safe.replace(/"/g, '""')}"` : safe;
}

function isCounted(text: string): boolean {
  return EXPONENT.test(text) || (DIGIT.test(text) && COUNTED.test(text.replace(AROUND_DIGITS, '')));
}
