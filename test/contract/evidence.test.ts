/** Every claim about the hardware points to a row of docs/evidence.md, and every row is as well known as it says. */
import { describe, expect, it } from 'vitest';
import { CHECKS } from '../../tools/probe/app/core/questions.ts';
import { evidenceRows } from '../../tools/probe/evidence/rows.ts';
import { phoneTexts, watchTexts } from '../../utils/core/text/catalogues.ts';
import { claimsOnScreen, hardwareWordsOnScreen } from './claims.ts';
import { repositoryFiles, textOf } from './sources.ts';

const rows = evidenceRows(textOf('docs/evidence.md'));
const ids = rows.map((row) => row.id);
const pages = repositoryFiles.filter(
  (file) => file === 'README.md' || (/^docs\/.*\.md$/.test(file) && file !== 'docs/evidence.md'),
);

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

  it('says of each claim what changes if it is not so', () => {
    expect(rows.filter((row) => row.claim.length < 10 || row.otherwise.length < 4)).toEqual([]);
  });

  it('grades nothing as worn, refuted or contradicted but by watches that are named with their firmware', () => {
    const who = '[^;,]+ \\([^;,]+\\)';
    const list = (side: string) => `${side}: ${who}(?:, ${who})*`;
    const fitting: Readonly<Record<string, RegExp>> = {
      worn: new RegExp(`^${list('yes')}$`),
      refuted: new RegExp(`^${list('no')}$`),
      contradicted: new RegExp(`^${list('yes')}; ${list('no')}$`),
      documented: /^—$/,
      undocumented: /^—$/,
      simulated: /^—$/,
    };
    const wrong = rows.filter(({ grade, worn }) => {
      const [word = ''] = grade.split(/[^a-z]/);
      return fitting[word]?.test(worn) !== true;
    });
    expect(wrong).toEqual([]);
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
