/** The table of other people's apps: what a row says, and what the list must hold. */
import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import {
  type AppRow,
  appRow,
  appRows,
  appTable,
  listedRepositories,
} from '../../tools/simulate/app-table.ts';

const NOTES = new URL('../../simulator/examples/notes/app', import.meta.url).pathname;
let clones = '';
let commit = '';

const git = (...args: readonly string[]): string =>
  execFileSync('git', ['-C', join(clones, 'one+apps'), ...args], { encoding: 'utf8' }).trim();

beforeAll(() => {
  clones = mkdtempSync(join(tmpdir(), 'app-table-'));
  const clone = join(clones, 'one+apps');
  cpSync(NOTES, join(clone, 'good'), { recursive: true });
  cpSync(NOTES, join(clone, 'bad'), { recursive: true });
  writeFileSync(join(clone, 'bad/app.js'), 'App({ onCreate() { try { } });');
  git('init', '-q');
  git('add', '-A');
  git('-c', 'user.name=a', '-c', 'user.email=a@b', 'commit', '-qm', 'apps');
  commit = git('rev-parse', 'HEAD');
});

afterAll(() => rmSync(clones, { recursive: true, force: true }));

const listed = (path: string) => ({ repository: 'one/apps', commit, paths: [path] });

it('an app whose first page comes up counts as opened', async () => {
  const [row] = await appRows([listed('good')], clones);
  expect(row).toMatchObject({ path: 'good', verdict: 'opens', model: 'Balance 2', found: [] });
  expect(row?.texts).toBeGreaterThan(0);
});

it('an app that cannot be packed has a fault of its own, whose text names no folder of this computer', async () => {
  const row = await appRow(listed('bad'), join(clones, 'one+apps/bad'), 'bad');
  expect(row.verdict).toBe('own fault');
  expect(row.found.join()).not.toContain(clones);
});

it('a clone at another commit is refused', async () => {
  const other = { ...listed('good'), commit: '0'.repeat(40) };
  await expect(appRows([other], clones)).rejects.toThrow('one/apps is at');
  await expect(appRows([{ ...other, repository: 'no/body' }], clones)).rejects.toThrow('no clone of no/body');
  await expect(appRows([listed('gone')], clones)).rejects.toThrow('one/apps has no app at gone');
});

it('the table links each repository at its commit, and has totals', () => {
  const row: AppRow = {
    repository: 'one/apps',
    commit: 'abcdef0123'.repeat(4),
    path: '.',
    apiLevel: '3.0',
    verdict: 'opens',
    model: 'Bip 6',
    texts: 2,
    found: ['a | b'],
  };
  const lines = appTable([row, { ...row, verdict: 'missing' }, { ...row, verdict: 'own fault' }]).split('\n');
  expect(lines[0]).toBe('1 of 3 open. 1 have a fault of their own; of the other 2, 50 % open.');
  expect(lines[4]).toBe(
    `| [one/apps](https://github.com/one/apps/tree/${row.commit}) \`abcdef01\` |  | 3.0 | opens | Bip 6 | 2 | a \\| b |`,
  );
});

it('the documents show every app of the list, and nine of ten of those without a fault of their own open', () => {
  const text = readFileSync(new URL('../../docs/simulator-apps.md', import.meta.url), 'utf8');
  const lines = text.split('\n');
  const row = (repository: string, commitOf: string, path: string): string | undefined =>
    lines.find(
      (line) =>
        line.includes(`${repository}/tree/${commitOf}`) && (path === '.' || line.includes(`\`${path}\``)),
    );
  const rows = listedRepositories().flatMap(({ repository, commit: commitOf, paths }) =>
    paths.map((path) => row(repository, commitOf, path)),
  );
  expect(rows).not.toContain(undefined);
  const sound = rows.filter((line) => line?.includes('| own fault |') === false);
  expect(sound.filter((line) => line?.includes('| opens |')).length / sound.length).toBeGreaterThanOrEqual(
    0.9,
  );
});
