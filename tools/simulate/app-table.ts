/**
 * The table of other people's apps (`docs/simulator-apps.md`): each app of a list is tried at a fixed commit. The list names
 * repositories; a developer clones them into a folder, and nothing of them is committed.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { openApp } from 'zepp-watch-simulator';
import { smokeRun } from 'zepp-watch-simulator/smoke-run';

/** A repository of the list, `owner/name`, with the folders of its apps. */
export interface ListedRepository {
  readonly repository: string;
  readonly commit: string;
  readonly paths: readonly string[];
}

/** What became of an app. */
export interface AppRow {
  readonly repository: string;
  readonly commit: string;
  readonly path: string;
  readonly apiLevel: string;
  /** `opens`, the app's `own fault`, or what the simulator is `missing`. */
  readonly verdict: 'opens' | 'own fault' | 'missing';
  /** Model, texts of its first page, and what was found. */
  readonly model: string;
  readonly texts: number;
  readonly found: readonly string[];
}

/** Answers every request of a side service: the simulated world has no web. */
const ANY_REQUEST = [{ url: '*', body: {} }];
const NOT_SIMULATED = 'not-simulated';
const MOST_FOUND = 3;

/** The list that is committed. */
export function listedRepositories(): readonly ListedRepository[] {
  return JSON.parse(
    readFileSync(new URL('./app-list.json', import.meta.url), 'utf8'),
  ) as readonly ListedRepository[];
}

function apiLevelOf(folder: string): string {
  const text = readFileSync(join(folder, 'app.json'), 'utf8');
  return /"minVersion"\s*:\s*"([^"]+)"/.exec(text)?.[1] ?? '?';
}

/** What a run has found, worst first: the errors, then each broken rule once. */
function findings(
  errors: readonly string[],
  breaches: readonly { readonly rule: string; readonly grade: string }[],
): string[] {
  const rules = breaches.filter(({ grade }) => grade === 'error').map(({ rule }) => rule);
  const counted = [...new Set(rules)].map(
    (rule) => `${rule} × ${rules.filter((one) => one === rule).length}`,
  );
  return [...new Set(errors), ...counted];
}

/** Tries one app. It opens when its first page comes up and nothing is thrown on the way. */
export async function appRow(
  { repository, commit }: ListedRepository,
  folder: string,
  path: string,
): Promise<AppRow> {
  const base = { repository, commit, path, apiLevel: apiLevelOf(folder) };
  try {
    const { app, device } = await openApp(folder);
    const { loads, texts, errors, breaches } = await smokeRun(app, device, { fetchRules: ANY_REQUEST });
    const isMissing = breaches.some(({ rule }) => rule === NOT_SIMULATED);
    const verdict = loads ? 'opens' : isMissing ? 'missing' : 'own fault';
    return { ...base, verdict, model: device.name, texts: texts.length, found: findings(errors, breaches) };
  } catch (error) {
    const message = String(error instanceof Error ? error.message : error);
    const verdict = message.includes('SyntaxError') ? 'own fault' : 'missing';
    return { ...base, verdict, model: '', texts: 0, found: [packingFault(message, folder)] };
  }
}

/** What the packer says, in one line, without the folders of this computer and without the stack. */
function packingFault(message: string, folder: string): string {
  return message
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .replaceAll(folder, basename(folder))
    .replace(/\/\S*zepp-simulator-\w+\/app\//g, '')
    .replace(/ at \S+ \(.*$/, '');
}

/**
 * Tries every app of a list.
 *
 * @param clones folder with a clone of each repository, named `owner+name`
 * @throws Error naming the repository that is not there, or not at its commit
 */
export async function appRows(
  list: readonly ListedRepository[],
  clones: string,
  onRow: (row: AppRow) => void = () => undefined,
): Promise<readonly AppRow[]> {
  for (const { repository, commit, paths } of list) {
    const clone = join(clones, repository.replace('/', '+'));
    if (!existsSync(clone)) throw new Error(`There is no clone of ${repository}: ${clone}`);
    const present = execFileSync('git', ['-C', clone, 'rev-parse', 'HEAD'], { encoding: 'utf8' }).trim();
    if (present !== commit) throw new Error(`${repository} is at ${present}, not at ${commit}.`);
    const missing = paths.find((path) => !existsSync(join(clone, path, 'app.json')));
    if (missing !== undefined) throw new Error(`${repository} has no app at ${missing}.`);
  }
  const rows: AppRow[] = [];
  for (const listed of list) {
    for (const path of listed.paths) {
      const row = await appRow(listed, join(clones, listed.repository.replace('/', '+'), path), path);
      rows.push(row);
      onRow(row);
    }
  }
  return rows;
}

function cell(text: string): string {
  return text.replace(/\s+/g, ' ').replaceAll('|', '\\|').slice(0, 160);
}

/** The rows as a table of Markdown, under a sentence with the sum. */
export function appTable(rows: readonly AppRow[]): string {
  const count = (wanted: AppRow['verdict']): number =>
    rows.filter(({ verdict }) => verdict === wanted).length;
  const others = rows.length - count('own fault');
  const percent = Math.round((100 * count('opens')) / Math.max(1, others));
  const lines = rows.map(({ repository, commit, path, apiLevel, verdict, model, texts, found }) => {
    const link = `[${repository}](https://github.com/${repository}/tree/${commit}) \`${commit.slice(0, 8)}\``;
    const rest = found.length > MOST_FOUND ? [`and ${found.length - MOST_FOUND} more`] : [];
    const what = [...found.slice(0, MOST_FOUND), ...rest].map(cell).join('; ');
    return `| ${link} | ${path === '.' ? '' : `\`${path}\``} | ${apiLevel} | ${verdict} | ${model} | ${texts} | ${what} |`;
  });
  return `${count('opens')} of ${rows.length} open. ${count('own fault')} have a fault of their own; of the other ${others}, ${percent} % open.

| repository | app | API level | verdict | model | texts | found |
|---|---|---|---|---|---|---|
${lines.join('\n')}
`;
}
