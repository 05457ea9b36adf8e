/**
 * `npm run size [-- --json] [--tighten]`: bytes per bundle that ships, against the budgets in size-budgets.json, which
 * `--tighten` first sets a tenth above what is measured. Exit code 1 if a budget is broken.
 */
import { reportFailure } from '../shared/failure.ts';
import { ensureBuilt } from './pipeline.ts';
import { measureSizes, readBudgets, sizeComplaints, sizeTable, tightBudgets, writeBudgets } from './sizes.ts';

try {
  const { bytecodeZab } = await ensureBuilt();
  const sizes = await measureSizes(bytecodeZab);
  if (process.argv.includes('--tighten')) await writeBudgets(tightBudgets(sizes));
  const budgets = await readBudgets();
  const isJson = process.argv.includes('--json');
  process.stdout.write(isJson ? `${JSON.stringify(sizes)}\n` : sizeTable(sizes, budgets));
  const complaints = sizeComplaints(sizes, budgets);
  for (const complaint of complaints) process.stderr.write(`${complaint}\n`);
  if (complaints.length > 0) process.exitCode = 1;
} catch (error) {
  reportFailure(error);
}
