/**
 * The table of docs/evidence.md as data, and what a probe's result changes in it. A row's grade is worked out from what is
 * listed as worn, never set; nothing that is listed is ever taken away.
 */

import type { Result } from '../app/core/progress.ts';

export interface EvidenceRow {
  /** Such as `E7`. */
  readonly id: string;
  readonly claim: string;
  /** The probe's check, such as `P10a`; a dash where the probe does not ask. */
  readonly check: string;
  readonly grade: string;
  /** Who says so and who denies it: `NAME, …` or `for: NAME, …; against: NAME, …`; a dash where nobody says anything. */
  readonly source: string;
  /** Who has seen it: `yes: MODEL (FIRMWARE), …; no: …`; a dash where nobody has. */
  readonly worn: string;
  /** What the app does where the claim holds. */
  readonly ifSo: string;
  /** What happens where it does not. */
  readonly ifNot: string;
}

export interface Change {
  readonly page: string;
  /** One sentence a row that now says something else. */
  readonly moved: readonly string[];
  /** One sentence a row that watches disagree about. */
  readonly disagreements: readonly string[];
  /** One sentence an answer that moves nothing. */
  readonly without: readonly string[];
}

const NOBODY = '—';
/** The grades that only a result of the probe gives. */
const PROBE_GRADES = ['worn', 'refuted', 'mixed'];
const CELLS = 8;

/** The rows of the page, in its order. @throws Error naming a row without its eight cells */
export function evidenceRows(page: string): readonly EvidenceRow[] {
  return page.split('\n').flatMap((line) => {
    const row = rowOf(line);
    return row === null ? [] : [row];
  });
}

/** The page with what `result` says written into its rows. */
export function writeWorn(page: string, result: Result): Change {
  const moved: string[] = [];
  const disagreements: string[] = [];
  const without: string[] = [];
  const lines = page.split('\n').map((line) => {
    const row = rowOf(line);
    const outcome = row === null ? undefined : result.answers[row.check];
    if (row === null || outcome === undefined) return line;
    if (outcome !== 'yes' && outcome !== 'no') {
      without.push(`${row.id} (${row.check}): ${outcome}`);
      return line;
    }
    const next = withSeen(row, outcome, `${result.model} (${result.firmware})`);
    if (next.worn === row.worn) without.push(`${row.id} (${row.check}): ${outcome}, as written already`);
    else moved.push(`${row.id} (${row.check}): ${row.grade} -> ${next.grade}; ${next.worn}`);
    if (next.grade.startsWith('mixed')) disagreements.push(`${row.id} (${row.check}): ${next.worn}`);
    return lineOf(next);
  });
  return { page: lines.join('\n'), moved, disagreements, without };
}

function withSeen(row: EvidenceRow, outcome: 'yes' | 'no', who: string): EvidenceRow {
  const seen = { yes: seenBy(row.worn, 'yes'), no: seenBy(row.worn, 'no') };
  if (!seen[outcome].includes(who)) seen[outcome].push(who);
  const worn = (['yes', 'no'] as const)
    .filter((side) => seen[side].length > 0)
    .map((side) => `${side}: ${seen[side].join(', ')}`)
    .join('; ');
  const word = seen.no.length === 0 ? 'worn' : seen.yes.length === 0 ? 'refuted' : 'mixed';
  return { ...row, worn, grade: `${word} · ${basis(row.grade)}` };
}

function seenBy(worn: string, side: string): string[] {
  const part = worn.split('; ').find((one) => one.startsWith(`${side}: `));
  return part === undefined ? [] : part.slice(side.length + 2).split(', ');
}

/** What a claim rested on before anybody wore a watch. */
function basis(grade: string): string {
  const [first = '', ...rest] = grade.split(' · ');
  return PROBE_GRADES.includes(first) ? rest.join(' · ') : grade;
}

function rowOf(line: string): EvidenceRow | null {
  if (!/^\| E\d/.test(line)) return null;
  const cells = line.split('|').slice(1, -1);
  if (cells.length !== CELLS)
    throw new Error(
      `docs/evidence.md: "${line.slice(0, 40)}" has ${cells.length} cells instead of ${CELLS}.`,
    );
  const [id = '', claim = '', check = '', grade = '', source = '', worn = '', ifSo = '', ifNot = ''] =
    cells.map((cell) => cell.trim());
  return { id, claim, check, grade, source, worn: worn === '' ? NOBODY : worn, ifSo, ifNot };
}

function lineOf({ id, claim, check, grade, source, worn, ifSo, ifNot }: EvidenceRow): string {
  return `| ${[id, claim, check, grade, source, worn, ifSo, ifNot].join(' | ')} |`;
}
