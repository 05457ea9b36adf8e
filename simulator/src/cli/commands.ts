/** The command line of the package: `zepp-watch-simulator start|run|test|pictures PATH`. */
import { readFileSync } from 'node:fs';
import { stat } from 'node:fs/promises';
import { Command } from 'commander';
import type { FetchRule } from '../engine/phone/fetch-rules.ts';

import { packageBytes, packageFile } from '../headless/load-app.ts';
import { openApp } from '../watch-simulator.ts';
import { collected, fetchRulesOption, ownAppOption, portNumber, withPictureOptions } from './command-line.ts';
import { runScriptFile, type ScriptRun } from './run-script.ts';
import type { PictureOptions } from './take-pictures.ts';
import { tryApps } from './try-apps.ts';

interface RunOptions extends ScriptRun {
  readonly device?: string;
  readonly allow: readonly string[];
  readonly ownApp?: boolean;
  readonly fetchRules?: readonly FetchRule[];
}

interface StartOptions {
  readonly port?: number;
  /** False with `--no-open`. */
  readonly open: boolean;
  readonly fetchRules?: readonly FetchRule[];
}

const PATH_WORDS = 'an app folder, a .zab or a .zpk';

/** The program with its four commands. */
export function simulatorCommand(): Command {
  const program = new Command('zepp-watch-simulator').description(
    'A strict, scriptable Zepp OS watch and phone. Opens any app without a watch.',
  );
  program.version(packageVersion(), '-V, --version', 'print the version');
  program
    .command('start')
    .description('Opens the app in the simulator’s page, in your browser.')
    .argument('<path>', PATH_WORDS)
    .option('--port <number>', 'port of the page', portNumber)
    .option('--no-open', 'do not open a browser')
    .addOption(fetchRulesOption())
    .action(start);
  program
    .command('run')
    .description('Runs a script on the app in virtual time, and prints every event and every broken rule.')
    .argument('<path>', PATH_WORDS)
    .option('--script <file>', 'the script; without one the app is launched and given a second')
    .option('--device <name>', 'model of the watch; without one the app chooses a model that it serves')
    .option('--json', 'print one JSON object')
    .option('--allow <rule>', 'accept breaches of this rule; may be given more than once', collected, [])
    .addOption(fetchRulesOption())
    .addOption(ownAppOption())
    .action(run);
  program
    .command('test')
    .description('Launches each app, taps what its first page shows, and prints what went wrong.')
    .argument('<paths...>', PATH_WORDS)
    .option('--device <name>', 'model to try; may be given more than once', collected)
    .option('--allow <rule>', "accept breaches of this rule; `error` accepts the app's errors", collected, [])
    .option('--verbose', 'print each line that was run')
    .addOption(fetchRulesOption())
    .option('--own-app', 'the apps are your own: compare with Node, where they can read and write your files')
    .action(tryApps);
  const pictures = program
    .command('pictures')
    .description('Draws a moment of the app on every model that it serves, and a sheet of all.')
    .argument('<path>', PATH_WORDS);
  withPictureOptions(pictures, 'pictures').action(takePicturesOf);
  return program;
}

function packageVersion(): string {
  const description = new URL('../../package.json', import.meta.url);
  return (JSON.parse(readFileSync(description, 'utf8')) as { version: string }).version;
}

async function start(path: string, { port, open, fetchRules }: StartOptions): Promise<void> {
  // Loaded here, because the page's builder is heavy and the other commands do without it.
  const { serveSimulator } = await import('../serve/server.ts');
  const live = (await stat(path)).isDirectory()
    ? { folders: [path], build: () => packageBytes(path, 'all models') }
    : undefined;
  await serveSimulator({
    zabPath: await packageFile(path),
    open,
    ...(port === undefined ? {} : { port }),
    ...(fetchRules === undefined ? {} : { fetchRules }),
    ...(live === undefined ? {} : { live }),
  });
  process.stdout.write('The app is open on the watch. Ctrl+C ends the simulator.\n');
}

async function takePicturesOf(path: string, options: PictureOptions): Promise<void> {
  const { takePictures } = await import('./take-pictures.ts').catch((error: unknown) => {
    throw new Error(
      'To draw pictures, install a browser beside the simulator: npm install playwright-core @sparticuz/chromium.',
      { cause: error },
    );
  });
  await takePictures(await packageBytes(path, 'all models'), options);
}

async function run(
  path: string,
  { device: model, allow, ownApp = false, fetchRules, ...rest }: RunOptions,
): Promise<void> {
  const { app, device } = await openApp(path, model);
  process.stderr.write(`${device.name}, API level ${device.apiLevel}\n`);
  const web = fetchRules === undefined ? {} : { fetchRules };
  process.exitCode = await runScriptFile({ app, device, allow, ...web }, { ...rest, isOwnApp: ownApp });
}
