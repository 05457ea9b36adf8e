/** `npm run simulate`: a whole default session in virtual time; or a script of verbs, or a smoke run, on any app. */
import { resolve } from 'node:path';
import { Command, Option } from 'commander';
import type { FetchRule } from 'zepp-watch-simulator';
import { collected, fetchRulesOption, ownAppOption } from 'zepp-watch-simulator/command-line';
import { findDevice } from 'zepp-watch-simulator/devices';
import { loadApp } from 'zepp-watch-simulator/load-app';
import { runScriptFile } from 'zepp-watch-simulator/run-script';
import { tryApps } from 'zepp-watch-simulator/try-apps';
import { ensureBuilt } from '../package/build.ts';
import { apiCoverage, coverageText } from './api-coverage.ts';
import { appRows, appTable, listedRepositories } from './app-table.ts';
import { playSession } from './play-session.ts';
import { allowingWatch } from './seeded-watch.ts';
import { reportOf, reportText } from './session-report.ts';
import { packSimulator } from './simulator-package.ts';

interface SimulateOptions {
  readonly device: string;
  readonly kit: 'ball' | 'hook';
  readonly json?: boolean;
  readonly script?: string;
  readonly allow: readonly string[];
  readonly ownApp?: boolean;
  readonly fetchRules?: readonly FetchRule[];
}

export function simulateCommand(): Command {
  const command = new Command('npm run simulate --')
    .description(
      'Plays a whole default session of the packed app in virtual time and prints each cue with its due and actual\n' +
        'time, the holds, and what the phone has stored. With a path or a script: runs the script on that app,\n' +
        'an app at a path in QuickJS, where it reaches nothing of this computer.',
    )
    .argument('[path]', 'another app: a .zab, a .zpk or an app folder')
    .option('--device <name>', 'model of the watch', 'Balance 2')
    .addOption(
      new Option('--kit <kit>', 'what the holds of the session use')
        .choices(['ball', 'hook'])
        .default('ball'),
    )
    .option('--json', 'print JSON on stdout')
    .option('--script <file>', 'verbs to run; without them the app is launched and given a second')
    .option('--allow <rule>', 'accept breaches of this rule; may be given more than once', collected, [])
    .addOption(fetchRulesOption())
    .addOption(ownAppOption())
    .action(simulate);
  command
    .command('samples')
    .description('Packs each app, tries it in QuickJS on each model, and prints what came of it.')
    .argument('<folders...>', 'app folders')
    .option('--allow <rule>', "accept breaches of this rule; `error` accepts the app's errors", collected, [])
    .option('--device <name>', 'model to try; may be given more than once', collected)
    .option('--verbose', 'print each line that was run')
    .addOption(fetchRulesOption())
    .option('--own-app', 'the apps are your own: compare with Node, where they can read and write your files')
    .action(tryApps);
  command
    .command('apps')
    .description(
      'Tries the apps of tools/simulate/app-list.json and prints the table of docs/simulator-apps.md.',
    )
    .argument('<clones>', 'folder with a clone of each repository at its commit, named owner+name')
    .action(printAppTable);
  command
    .command('coverage')
    .description('Prints which members of the API the simulator has, by the packaged types of Zepp OS.')
    .action(async () => void process.stdout.write(coverageText(await apiCoverage())));
  command
    .command('package')
    .description('Compiles the simulator into a package that npm installs anywhere.')
    .argument('[folder]', 'folder to write', 'build/simulator-package')
    .action(async (folder: string) => {
      process.stdout.write(`${await packSimulator(resolve(folder))}\n`);
    });
  return command;
}

async function printAppTable(clones: string): Promise<void> {
  const rows = await appRows(listedRepositories(), resolve(clones), ({ repository, path, verdict }) =>
    process.stderr.write(`${repository} ${path}: ${verdict}\n`),
  );
  process.stdout.write(appTable(rows));
}

async function simulate(path: string | undefined, options: SimulateOptions): Promise<void> {
  const { device, kit, json = false, script, allow, ownApp = false, fetchRules } = options;
  if (path !== undefined || script !== undefined) {
    const model = findDevice(device);
    const app = await loadApp(path ?? (await ensureBuilt()).simulatorZab, model);
    // Iliacus is on the same watch as in `npm start`, so that a script that was recorded there runs here.
    const past = path === undefined ? allowingWatch() : {};
    const web = fetchRules === undefined ? {} : { fetchRules };
    const isOwnApp = path === undefined || ownApp;
    process.exitCode = await runScriptFile(
      { app, device: model, allow, ...past, ...web },
      { script, json, isOwnApp },
    );
    return;
  }
  const { headless, plan, tookMs } = await playSession({ device, kit });
  const watchS = Math.round(headless.sim.uptimeMs / 1000);
  process.stderr.write(`simulate: ${watchS} s on the watch in ${(tookMs / 1000).toFixed(2)} s\n`);
  const report = reportOf(headless.sim, plan);
  process.stdout.write(json ? `${JSON.stringify(report)}\n` : reportText(report));
  if (report.breaches.length > 0) process.exitCode = 1;
}
