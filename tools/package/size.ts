/**
 * `npm run size [-- --json]`: bytes per bundle that ships, against the budgets in size-budgets.json. With --tighten the
 * budgets are first set a tenth above what is measured, within their limits.
 * With --json one object alone on stdout; everything else goes to stderr. Exit code 1 if a budget is broken.
 */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { reportFailure } from '../shared/failure.ts';
import { repositoryRoot } from '../shared/project.ts';
import { ensureBuilt } from './pipeline.ts';
import { type Budgets, measureSizes, readBudgets, type Sizes, sizeComplaints, tightened } from './sizes.ts';

try {
  const { bytecodeZab } = await ensureBuilt();
  const sizes = await measureSizes(bytecodeZab);
  const path = join(repositoryRoot, 'tools', 'package', 'size-budgets.json');
  const stored = await readBudgets(path);
  const budgets = process.argv.includes('--tighten') ? tightened(sizes, stored) : stored;
  if (budgets !== stored) await writeFile(path, `${JSON.stringify(budgets, null, 2)}\n`);
  const isJson = process.argv.includes('--json');
  process.stdout.write(isJson ? `${JSON.stringify(sizes)}\n` : table(sizes, budgets));
  const complaints = sizeComplaints(sizes, budgets);
  for (const complaint of complaints) process.stderr.write(`${complaint}\n`);
  if (complaints.length > 0) process.exitCode = 1;
} catch (error) {
  reportFailure(error);
}

function table(sizes: Sizes, budgets: Budgets): string {
  const row = ([bundle, bytes]: readonly [string, number]): string => {
    const budget = budgets[bundle]?.budgetBytes;
    const share = budget === undefined ? 'no budget' : `${Math.round((100 * bytes) / budget)} % of ${budget}`;
    return `${bundle.padEnd(34)}${String(bytes).padStart(8)}  ${share}`;
  };
  const lines = [
    ...Object.entries(sizes.bundles).map(row),
    `${'all on the watch'.padEnd(34)}${String(sizes.totalBytes).padStart(8)}`,
    ...Object.entries(sizes.phoneBundles).map(row),
  ];
  return `${lines.join('\n')}\n`;
}
