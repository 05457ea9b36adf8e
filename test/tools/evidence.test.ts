/** What `npm run probe -- evidence` accepts, what it writes, and what it never does. */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CHECKS } from '../../tools/probe/app/core/questions.ts';
import { demandWorn, parseResult } from '../../tools/probe/evidence/result.ts';
import { evidenceRows, writeWorn } from '../../tools/probe/evidence/rows.ts';
import { installedFile, projectAt, repositoryRoot } from '../../tools/shared/project.ts';

const good = {
  probe: 2,
  model: 'Amazfit Balance 2',
  firmware: '5.1.2.3',
  os: '5.0',
  api: '4.2',
  screen: '480x480',
  beganAt: '2026-05-01T06:30:00.000Z',
  answers: { P1a: 'yes', P2a: 'no', P3a: 'skipped', P7a: 'threw: no keys', P8a: 'unknown' },
};
const page = `# Evidence

| # | Claim | Question | Grade | Source | Worn | If it is so | If it is not so |
|---|---|---|---|---|---|---|---|
| E1 | Timers stand still | P1a | simulated | — | — | as it is | other |
| E2 | An alarm opens | P2a | contested | for: documents; against: foil | — | by itself | by hand |
| E3 | Patterns go on | P3a | simulated | — | — | whole | cut |
| E4 | Nobody asks | — | documented | documents | — | none | none |
`;

function read(changes: object): ReturnType<typeof parseResult> {
  return parseResult('r.json', JSON.stringify({ ...good, ...changes }));
}

describe('a result', () => {
  it('is accepted unchanged if it is complete', () => {
    expect(read({})).toEqual(good);
  });

  it('is the same if its checks are listed by outcome, as in the code on the watch', () => {
    const answers = { yes: 'P1a', no: 'P2a', skipped: 'P3a', 'threw: no keys': 'P7a', unknown: 'P8a' };
    expect(read({ answers })).toEqual(good);
  });

  it('is the same if the checks of a question are grouped', () => {
    expect(read({ answers: { yes: 'P1ab P17c', no: 'P1c' } }).answers).toEqual({
      P1a: 'yes',
      P1b: 'yes',
      P17c: 'yes',
      P1c: 'no',
    });
  });

  it.each<[object, RegExp]>([
    [{ answers: { yes: 'P1a', no: 'P1a' } }, /answers\.P1a is given twice/],
    [{ probe: 1 }, /^r\.json: probe is 1; /],
    [{ model: '' }, /^r\.json: model is ""; it must be a text/],
    [{ model: 'A | B' }, /^r\.json: model is "A \| B"/],
    [{ firmware: 5 }, /^r\.json: firmware is 5; /],
    [{ beganAt: 'today' }, /^r\.json: beganAt is no time such as/],
    [{ answers: null }, /^r\.json: answers is missing or no object\.$/],
    [{ answers: {} }, /^r\.json: answers is empty/],
    [{ answers: { P99: 'yes' } }, /answers\.P99 is no question; there are P17a, /],
    [{ answers: { P1a: 'maybe' } }, /answers\.P1a is "maybe"; it must be yes, no, /],
    [{ details: 'x' }, /^r\.json: details is no object\.$/],
  ])('with %j is refused with the reason and the place', (changes, sentence) => {
    expect(() => read(changes)).toThrow(sentence);
  });

  it.each([
    ['{"probe":1', /^r\.json: is not JSON: /],
    ['[]', /^r\.json: the file does not hold a JSON object\.$/],
  ])('that reads %s is refused', (text, sentence) => {
    expect(() => parseResult('r.json', text)).toThrow(sentence);
  });

  it('of the simulator is no evidence', () => {
    expect(() => demandWorn('r.json', read({ firmware: '0.0.0.0' }))).toThrow(/the simulator's/);
    expect(() => demandWorn('r.json', read({}))).not.toThrow();
  });
});

describe('what a result writes', () => {
  const change = writeWorn(page, read({}));

  it('moves rows up or out only by yes and no, with model and firmware, and says so', () => {
    expect(change.moved).toEqual([
      'E1 (P1a): simulated -> worn · simulated; yes: Amazfit Balance 2 (5.1.2.3)',
      'E2 (P2a): contested -> refuted · contested; no: Amazfit Balance 2 (5.1.2.3)',
    ]);
    expect(change.without).toEqual(['E3 (P3a): skipped']);
    expect(change.page).toContain(
      '| E1 | Timers stand still | P1a | worn · simulated | — | yes: Amazfit Balance 2 (5.1.2.3) | as it is | other |',
    );
  });

  it('leaves every other line of the page as it is', () => {
    const untouched = page.split('\n').filter((line) => !/^\| E[12] /.test(line));
    expect(change.page.split('\n').filter((line) => !/^\| E[12] /.test(line))).toEqual(untouched);
  });

  it('changes nothing when it is written twice', () => {
    const twice = writeWorn(change.page, read({}));
    expect([twice.page, twice.moved]).toEqual([change.page, []]);
  });

  it('shows where another watch says otherwise, and removes nothing', () => {
    const other = writeWorn(
      change.page,
      read({ model: 'Amazfit Bip 6', firmware: '2.0', answers: { P1a: 'no' } }),
    );
    expect(other.disagreements).toEqual([
      'E1 (P1a): yes: Amazfit Balance 2 (5.1.2.3); no: Amazfit Bip 6 (2.0)',
    ]);
    expect(evidenceRows(other.page)[0]?.grade).toBe('mixed · simulated');
  });

  it('lists several watches that agree', () => {
    const second = writeWorn(
      change.page,
      read({ model: 'Amazfit Bip 6', firmware: '2.0', answers: { P1a: 'yes' } }),
    );
    expect(evidenceRows(second.page)[0]).toMatchObject({
      grade: 'worn · simulated',
      worn: 'yes: Amazfit Balance 2 (5.1.2.3), Amazfit Bip 6 (2.0)',
    });
  });

  it('fails on a row that lacks a cell, and names the row', () => {
    expect(() => evidenceRows('| E1 | claim | P1a | simulated | — |')).toThrow(
      /"\| E1 \| claim .* has 5 cells instead of 8/,
    );
  });
});

describe('an answer to', () => {
  const table = readFileSync(join(repositoryRoot, 'docs', 'evidence.md'), 'utf8');

  it.each(CHECKS)('%s moves its row and no other, by yes and by no', (check) => {
    for (const [outcome, grade] of [
      ['yes', 'worn'],
      ['no', 'refuted'],
    ] as const) {
      const moved = evidenceRows(writeWorn(table, read({ answers: { [check]: outcome } })).page).filter(
        (row) => row.worn !== '—',
      );
      expect(moved.map((row) => [row.check, row.grade.split(' · ')[0]])).toEqual([[check, grade]]);
    }
  });
});

describe('the command', () => {
  let folder = '';
  const tsx = installedFile(projectAt(repositoryRoot), 'tsx', 'dist/cli.mjs');
  const command = ['tools/main.ts', 'probe', 'evidence'];
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'evidence-'));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('says which rows it moves, and writes the page', () => {
    writeFileSync(join(folder, 'page.md'), page);
    writeFileSync(join(folder, 'good.json'), JSON.stringify(good));
    const args = [tsx, ...command, join(folder, 'good.json'), '--page', join(folder, 'page.md')];
    const said = execFileSync(process.execPath, args, { cwd: repositoryRoot, encoding: 'utf8' });
    expect(said).toContain('changed rows:\n  E1 (P1a): simulated -> worn');
    expect(readFileSync(join(folder, 'page.md'), 'utf8')).toBe(writeWorn(page, read({})).page);
  });

  it('fails on a damaged file with one sentence, and writes nothing', () => {
    writeFileSync(join(folder, 'page.md'), page);
    writeFileSync(join(folder, 'bad.json'), '{"probe":2}');
    const args = [tsx, ...command, join(folder, 'bad.json'), '--page', join(folder, 'page.md')];
    const { status, stderr } = spawnSync(process.execPath, args, { cwd: repositoryRoot, encoding: 'utf8' });
    expect([status, stderr.trim().split('\n')]).toEqual([
      1,
      [expect.stringMatching(/bad\.json: model is undefined; /)],
    ]);
    expect(readFileSync(join(folder, 'page.md'), 'utf8')).toBe(page);
  });
});
