/** Every claim about the hardware points to a row of docs/evidence.md, and the grade of every row agrees with its sources. */
import { describe, expect, it } from 'vitest';
import { CHECKS } from '../../tools/probe/app/core/questions.ts';
import { evidenceRows } from '../../tools/probe/evidence/rows.ts';
import { phoneTexts } from '../../utils/core/text/catalogues.ts';
import { watchTexts } from '../../utils/core/text/watch-catalogues.ts';
import { claimsOnScreen, hardwareWordsOnScreen } from './claims.ts';
import { repositoryFiles, textOf } from './sources.ts';

const page = textOf('docs/evidence.md');
const rows = evidenceRows(page);
const ids = rows.map((row) => row.id);
const pages = repositoryFiles.filter(
  (file) => file === 'README.md' || (/^docs\/.*\.md$/.test(file) && file !== 'docs/evidence.md'),
);

/** Sources from the vendor, which are no published app. */
const ofTheVendor = ['documents', 'types', 'samples', 'packer'];

/** The grade itself: the part before the dot, without its qualification. */
function firstGrade(grade: string): string {
  return grade.split(/ · |[;,(]/)[0]?.trim() ?? '';
}

/** What the claim rested on before anybody wore a watch. */
function groundsOf(grade: string): string {
  return firstGrade(grade.split(' · ').pop() ?? '');
}

/** Names of sources, without what stands in brackets. */
function sourcesIn(cell: string): readonly string[] {
  return cell
    .replace(/\([^)]*\)|for: |against: |—/g, '')
    .split(/[;,]/)
    .map((name) => name.trim())
    .filter((name) => name !== '');
}

/** Rows named in marks such as [E2] or [E13, E14]. */
function marksIn(text: string): readonly string[] {
  return [...text.matchAll(/\[(E\d+(?:, E\d+)*)\]/g)].flatMap(([, list]) => (list ?? '').split(', '));
}

describe('the table of evidence', () => {
  it('has rows E1, E2, … in order, each once', () => {
    expect(ids).toEqual(rows.map((_, at) => `E${at + 1}`));
  });

  it('gives every question of the probe exactly one row, and asks nothing that the probe does not ask', () => {
    const asked = rows.map((row) => row.check).filter((check) => check !== '—');
    expect(asked.sort()).toEqual([...CHECKS].sort());
  });

  it('says of each claim what the app does if it is true, and what happens if it is not', () => {
    expect(
      rows.filter((row) => row.claim.length < 10 || row.ifSo.length < 4 || row.ifNot.length < 4),
    ).toEqual([]);
  });

  it('grades a claim as worn, refuted or mixed only by watches that are named with their firmware', () => {
    const who = '[^;,]+ \\([^;,]+\\)';
    const list = (side: string) => `${side}: ${who}(?:, ${who})*`;
    const fitting: Readonly<Record<string, RegExp>> = {
      worn: new RegExp(`^${list('yes')}$`),
      refuted: new RegExp(`^${list('no')}$`),
      mixed: new RegExp(`^${list('yes')}; ${list('no')}$`),
    };
    const wrong = rows.filter(({ grade, worn }) => !(fitting[firstGrade(grade)] ?? /^—$/).test(worn));
    expect(wrong).toEqual([]);
  });

  it('names the sources that each grade needs', () => {
    const list = '[^;:—]+';
    const fitting: Readonly<Record<string, RegExp>> = {
      undocumented: /^—$/,
      simulated: /^—$/,
      documented: new RegExp(`^${list}$`),
      'seen elsewhere': new RegExp(`^${list}$`),
      contested: new RegExp(`^for: ${list}; against: ${list}$`),
      contradicted: new RegExp(`^(?:for: ${list}; )?against: ${list}$`),
    };
    const wrong = rows.filter(({ grade, source }) => fitting[groundsOf(grade)]?.test(source) !== true);
    expect(wrong).toEqual([]);
  });

  it('needs an app, and not the vendor alone, for a claim that is seen elsewhere, contested or contradicted', () => {
    const wrong = rows.filter(({ grade, source }) => {
      if (!['seen elsewhere', 'contested', 'contradicted'].includes(groundsOf(grade))) return false;
      const deciding = source.split('against: ').pop() ?? '';
      return sourcesIn(deciding).every((name) => ofTheVendor.includes(name));
    });
    expect(wrong).toEqual([]);
  });

  it('says where each source is, and lists none that no row names', () => {
    const listed = [...page.matchAll(/^- \*\*(.+)\*\*: .{10,}$/gm)].map(([, name]) => name ?? '');
    const named = rows.flatMap((row) => sourcesIn(row.source));
    const grades = page.slice(0, page.indexOf('| # |'));
    const sources = listed.filter((name) => !grades.includes(`- **${name}**`));
    expect(sources.sort()).toEqual([...new Set(named)].sort());
  });

  it('explains every grade', () => {
    for (const { grade } of rows)
      for (const word of [firstGrade(grade), groundsOf(grade)]) expect(page).toContain(`- **${word}**: `);
  });
});

describe('claims about the hardware', () => {
  it('are marked with rows that exist', () => {
    const marks = pages.flatMap((file) => marksIn(textOf(file)).map((mark) => ({ file, mark })));
    expect(marks.length).toBeGreaterThan(8);
    expect(marks.filter(({ mark }) => !ids.includes(mark))).toEqual([]);
  });

  it('on the screens of watch and phone have rows, named in test/contract/claims.ts', () => {
    const texts: Readonly<Record<string, string>> = { ...watchTexts['en-US'], ...phoneTexts['en-US'] };
    const bare = Object.keys(texts).filter(
      (key) => hardwareWordsOnScreen.test(texts[key] ?? '') && (claimsOnScreen[key] ?? []).length === 0,
    );
    expect(bare).toEqual([]);
    expect(Object.keys(claimsOnScreen).filter((key) => !(key in texts))).toEqual([]);
    expect(
      Object.values(claimsOnScreen)
        .flat()
        .filter((row) => !ids.includes(row)),
    ).toEqual([]);
  });
});
