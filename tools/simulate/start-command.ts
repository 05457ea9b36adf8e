/** `npm start`: the app in the simulator's page, on a watch whose wearer has read the safety page: one click begins a session. */
import { statSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Command } from 'commander';
import type { FetchRule } from 'zepp-watch-simulator';
import { fetchRulesOption, portNumber } from 'zepp-watch-simulator/command-line';
import { packageBytes } from 'zepp-watch-simulator/load-app';
import type { LiveBuild } from 'zepp-watch-simulator/server';
import { serveSimulator } from 'zepp-watch-simulator/server';
import { watchEn } from '../../utils/core/text/watch-en.ts';
import { ensureBuilt } from '../package/build.ts';
import { buildEditor, EDITOR_LINK } from '../routine-editor/page-files.ts';
import { repositoryRoot } from '../shared/project.ts';
import { packageAt } from './package-at.ts';
import { allowingWatch } from './seeded-watch.ts';
import { vibrationNames } from './vibration-names.ts';

interface StartOptions {
  readonly fresh?: boolean;
  readonly port?: number;
  /** False with `--no-open`. */
  readonly open: boolean;
  readonly fetchRules?: readonly FetchRule[];
}

export function startCommand(): Command {
  return new Command('npm start --')
    .description('Opens the app in the simulator.')
    .argument('[path]', 'another app: a .zab, a .zpk or an app folder')
    .option('--fresh', 'start as on a new watch, with the first run')
    .option('--port <number>', 'port of the page', portNumber)
    .option('--no-open', 'do not open a browser')
    .addOption(fetchRulesOption())
    .action(start);
}

async function start(
  path: string | undefined,
  { fresh, port, open, fetchRules }: StartOptions,
): Promise<void> {
  await serveSimulator({
    zabPath: await packageAt(path),
    ...(path === undefined || statSync(path).isDirectory() ? { live: liveBuild(path) } : {}),
    open: open && process.env.CI === undefined,
    ...(port === undefined ? {} : { port }),
    ...(fetchRules === undefined ? {} : { fetchRules }),
    ...(path === undefined && fresh !== true ? allowingWatch() : {}),
    ...(path === undefined ? await ownPages(fresh === true) : {}),
  });
  process.stdout.write(`${whatToDo(path !== undefined, fresh === true)} Ctrl+C ends the simulator.\n`);
}

/** What the page says and has beside it where it shows Iliacus. */
async function ownPages(isFresh: boolean) {
  const { files: besides } = await buildEditor();
  return { hint: pressHint(isFresh), vibrations: vibrationNames, links: [EDITOR_LINK], besides };
}

/** Folders and files at the top that Iliacus is built from. */
const SOURCES = [
  'app.json',
  'app.ts',
  'app-service',
  'app-side',
  'assets',
  'page',
  'secondary-widget',
  'setting',
  'utils',
];

function liveBuild(path: string | undefined): LiveBuild {
  const build = async (): Promise<Uint8Array> => {
    if (path !== undefined) return packageBytes(path, 'all models');
    return new Uint8Array(await readFile((await ensureBuilt()).simulatorZab));
  };
  return { folders: path === undefined ? SOURCES.map((name) => join(repositoryRoot, name)) : [path], build };
}

/** What to press first, for the page. */
function pressHint(isFresh: boolean): string {
  const button = watchEn[isFresh ? 'help.next' : 'home.start'];
  return `Press ${button} on the watch.`;
}

/** What stands on the glass, and what to press there. */
function whatToDo(isAnotherApp: boolean, isFresh: boolean): string {
  if (isAnotherApp) return 'The app is open on the watch.';
  return isFresh
    ? `The watch shows "${watchEn['safety.title']}": press ${watchEn['help.next']} through the first run until Start comes.`
    : 'Press Start on the watch.';
}
