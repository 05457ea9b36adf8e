/**
 * `npm run release -- --app-id ID`: the package for the store, with all that is handed in beside it, in build/store.
 * Refuses, and lists everything that is missing, as long as anything is.
 */
import { homedir } from 'node:os';
import { join, relative } from 'node:path';
import { parseArgs } from 'node:util';
import { locales } from '../../utils/core/text/catalogues.ts';
import { ensureBuilt } from '../package/pipeline.ts';
import { BuildFailure, reportFailure } from '../shared/failure.ts';
import { projectAt, repositoryRoot } from '../shared/project.ts';
import { readGenuineCatalogue } from './catalogue.ts';
import { releaseProblems } from './checks.ts';
import { packForStore } from './store-package.ts';

try {
  await release();
} catch (error) {
  reportFailure(error);
}

async function release(): Promise<void> {
  const { values } = parseArgs({ options: { 'app-id': { type: 'string' } } });
  const appId = values['app-id'] === undefined ? null : Number(values['app-id']);
  const home = homedir();
  const order = { root: repositoryRoot, home, nowMs: Date.now(), appId, locales };
  const problems = await releaseProblems(order);
  const catalogue = await readGenuineCatalogue(home, order.nowMs);
  if (problems.length > 0 || appId === null || typeof catalogue === 'string') {
    const list = problems.map((problem) => `- ${problem}`).join('\n');
    throw new BuildFailure(`Nothing was built: ${problems.length} things are missing.\n${list}`);
  }
  // First the build that loads every bundle in the engine of the watch: what fails there must not be handed in.
  await ensureBuilt();
  const folder = join(projectAt(repositoryRoot).build, 'store');
  const made = await packForStore({ root: repositoryRoot, home, appId, catalogue, folder });
  for (const model of made.unknownModels)
    process.stderr.write(
      `release: the device catalogue does not know ${model}; the package does not serve it\n`,
    );
  process.stdout.write(`${relative(process.cwd(), made.zab)}\n`);
}
