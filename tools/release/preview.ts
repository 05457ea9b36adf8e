/**
 * `npm run preview [-- OPTIONS OF zeus preview]`: the app on your own watch. Stages it and lets `zeus` pack it for the model
 * that you choose and show a code to scan. Refuses without the genuine catalogue, with which alone pictures fit the chip.
 */
import { spawn } from 'node:child_process';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { withLock } from '../package/lock.ts';
import { ensureBuilt } from '../package/pipeline.ts';
import { fillStage } from '../package/staging.ts';
import { BuildFailure, reportFailure } from '../shared/failure.ts';
import { projectAt, repositoryRoot } from '../shared/project.ts';
import { readGenuineCatalogue } from './catalogue.ts';

const zeus = '@zeppos/zeus-cli@1.9.1';

try {
  await preview();
} catch (error) {
  reportFailure(error);
}

async function preview(): Promise<void> {
  const catalogue = await readGenuineCatalogue(homedir(), Date.now());
  if (typeof catalogue === 'string') throw new BuildFailure(catalogue);
  await ensureBuilt();
  const plain = projectAt(repositoryRoot);
  const project = { ...plain, stage: join(plain.build, 'preview-stage') };
  await withLock(plain.lock, () => fillStage(project));
  process.exitCode = await new Promise<number>((resolve, reject) => {
    const child = spawn('npx', ['--yes', zeus, 'preview', ...process.argv.slice(2)], {
      cwd: project.stage,
      stdio: 'inherit',
      shell: process.platform === 'win32',
    });
    child.on('error', reject);
    child.on('close', (code) => resolve(code ?? 1));
  });
}
