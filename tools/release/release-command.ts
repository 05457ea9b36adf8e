/** `npm run release`: the package for the store, with all that is handed in beside it, in build/store. */
import { homedir } from 'node:os';
import { join, relative } from 'node:path';
import { Command } from 'commander';
import { locales } from '../../utils/core/text/catalogues.ts';
import { ensureBuilt } from '../package/build.ts';
import { projectAt, repositoryRoot } from '../shared/project.ts';
import { readGenuineCatalogue } from './genuine-catalogue.ts';
import { releaseProblems } from './release-checks.ts';
import { packForStore } from './store-package.ts';

export function releaseCommand(): Command {
  return new Command('npm run release --')
    .description('Packs the app for the store, or lists everything that is missing for it.')
    .option('--app-id <id>', 'id of the app in the console of the store', Number)
    .action(({ appId }: { readonly appId?: number }) => release(appId ?? null));
}

async function release(appId: number | null): Promise<void> {
  const home = homedir();
  const nowMs = Date.now();
  const problems = await releaseProblems({ root: repositoryRoot, home, nowMs, appId, locales });
  const catalogue = await readGenuineCatalogue(home, nowMs);
  if (problems.length > 0 || appId === null || typeof catalogue === 'string') {
    const list = problems.map((problem) => `- ${problem}`).join('\n');
    throw new Error(`Nothing was built: ${problems.length} things are missing.\n${list}`);
  }
  // Build first: it loads every bundle in the engine of the watch, and what fails there must not be handed in.
  await ensureBuilt();
  const folder = join(projectAt(repositoryRoot).build, 'store');
  const made = await packForStore({ root: repositoryRoot, home, appId, catalogue, folder });
  for (const model of made.unknownModels)
    process.stderr.write(
      `release: the device catalogue does not know ${model}; the package does not serve it\n`,
    );
  process.stdout.write(`${relative(process.cwd(), made.zab)}\n`);
}
