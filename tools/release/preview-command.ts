/**
 * `npm run preview`: the app on your own watch. Stages the app and lets `zeus` pack it for the model that you choose and
 * show a code to scan. Refuses without the genuine catalogue: only with it do pictures fit the chip of a watch.
 */
import { spawn } from 'node:child_process';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { Command } from 'commander';
import { ensureBuilt } from '../package/build.ts';
import { withLock } from '../package/file-lock.ts';
import { fillStage } from '../package/fill-stage.ts';
import { projectAt, repositoryRoot } from '../shared/project.ts';
import { readGenuineCatalogue } from './genuine-catalogue.ts';

const ZEUS = '@zeppos/zeus-cli@1.9.1';

export function previewCommand(): Command {
  return new Command('npm run preview --')
    .description(
      'Packs the app with the genuine device catalogue and shows a code to scan with the Zepp app.',
    )
    .argument('[zeus-options...]', 'options for `zeus preview`, after a second --')
    .action(preview);
}

async function preview(zeusOptions: readonly string[]): Promise<void> {
  const catalogue = await readGenuineCatalogue(homedir(), Date.now());
  if (typeof catalogue === 'string') throw new Error(catalogue);
  await ensureBuilt();
  const plain = projectAt(repositoryRoot);
  const project = { ...plain, stage: join(plain.build, 'preview-stage') };
  await withLock(plain.lock, () => fillStage(project));
  process.exitCode = await new Promise<number>((resolve, reject) => {
    const child = spawn('npx', ['--yes', ZEUS, 'preview', ...zeusOptions], {
      cwd: project.stage,
      stdio: 'inherit',
      shell: process.platform === 'win32',
    });
    child.on('error', reject);
    child.on('close', (code) => resolve(code ?? 1));
  });
}
