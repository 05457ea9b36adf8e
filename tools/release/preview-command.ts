/** `npm run preview`: the app on your own watch, through the platform's own tool, `zeus`. */
import { homedir } from 'node:os';
import { dirname } from 'node:path';
import { Command } from 'commander';
import { positiveNumber } from 'zepp-watch-simulator/command-line';
import { repositoryRoot } from '../shared/project.ts';
import { fetchCatalogue, type PreviewOptions, previewApp } from './preview.ts';
import { ensureZeus, type Progress, runZeusOnTerminal, type Zeus } from './zeus-cli.ts';

const progress: Progress = (line) => void process.stderr.write(`preview: ${line}\n`);

export function previewCommand(): Command {
  const command = new Command('npm run preview --')
    .description(
      'Packs the app for the model that you choose and shows a code to scan with the Zepp app,\n' +
        "or says what is missing. The platform's own tool does it; the first run fetches it.",
    )
    .option(
      '--app-id <id>',
      'id of the app in the store console, instead of the development id',
      positiveNumber,
    )
    .option('--device <name>', 'model, as named in the catalogue; without it, you choose from a list')
    .option('--probe', 'put the probe on the watch instead of the app')
    .action((options: PreviewOptions) => preview(options));
  command
    .command('login')
    .description('Logs in with the account that you use in the Zepp app.')
    .action(login);
  command
    .command('catalogue')
    .description('Downloads the official device catalogue into the home folder.')
    .action(catalogue);
  return command;
}

async function preview(options: PreviewOptions): Promise<void> {
  process.exitCode = await previewApp(await ownZeus(), options, progress);
}

async function login(): Promise<void> {
  const zeus = await ownZeus();
  progress('the login page opens in your browser; press Ctrl+C to stop waiting for it');
  process.exitCode = await runZeusOnTerminal(zeus, ['login'], dirname(zeus.program));
}

async function catalogue(): Promise<void> {
  progress(await fetchCatalogue(await ownZeus(), progress));
}

function ownZeus(): Promise<Zeus> {
  return ensureZeus(repositoryRoot, homedir(), progress);
}
