/** `npm run release`: the package for the store, with all that is handed in beside it, in build/store. */
import { homedir } from 'node:os';
import { join, relative } from 'node:path';
import { Command } from 'commander';
import { locales } from '../../utils/core/text/catalogues.ts';
import { ensureBuilt } from '../package/build.ts';
import { projectAt, repositoryRoot } from '../shared/project.ts';
import { readReleaseCatalogue, releaseProblems } from './release-checks.ts';
import { packForStore } from './store-package.ts';
import { ensureZeus, type Progress } from './zeus-cli.ts';
import { loginProblem } from './zeus-login.ts';

const progress: Progress = (line) => void process.stderr.write(`release: ${line}\n`);

export function releaseCommand(): Command {
  return new Command('npm run release --')
    .description('Packs the app for the store, or lists everything that is missing for it.')
    .option('--app-id <id>', 'id of the app in the store console', Number)
    .action(({ appId }: { readonly appId?: number }) => release(appId ?? null));
}

async function release(appId: number | null): Promise<void> {
  const home = homedir();
  const request = { root: repositoryRoot, home, nowMs: Date.now(), appId, locales };
  const account = await accountProblem(home);
  const problems = [...(account === null ? [] : [account]), ...(await releaseProblems(request))];
  const catalogue = await readReleaseCatalogue(request);
  if (problems.length > 0 || appId === null || typeof catalogue === 'string') {
    const list = problems.map((problem) => `- ${problem}`).join('\n');
    throw new Error(`Nothing was built. What is missing:\n${list}`);
  }
  // Build first: it loads every bundle in the engine of the watch, and what fails there must not be handed in.
  await ensureBuilt();
  const folder = join(projectAt(repositoryRoot).build, 'store');
  const made = await packForStore({ root: repositoryRoot, home, appId, catalogue, folder });
  for (const model of made.unknownModels)
    progress(`the device catalogue does not know ${model}; the package does not support it`);
  process.stdout.write(`${relative(process.cwd(), made.zab)}\n`);
}

/** The id of an app and its packages belong to one account, so that account must be logged in. */
async function accountProblem(home: string): Promise<string | null> {
  try {
    return await loginProblem(await ensureZeus(repositoryRoot, home, progress));
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
