/** `npm run build`: packs the app in both flavours, if anything changed since the last time, and can weigh what it packed. */
import { relative } from 'node:path';
import { Command } from 'commander';
import { ensureBuilt, ensureBytecode } from './build.ts';
import {
  measureSizes,
  readBudgets,
  sizeComplaints,
  sizeTable,
  tightBudgets,
  writeBudgets,
} from './bundle-sizes.ts';

interface BuildCommandOptions {
  readonly quiet?: boolean;
  readonly size?: boolean;
  readonly json?: boolean;
  readonly tighten?: boolean;
}

export function buildCommand(): Command {
  return new Command('npm run build --')
    .description(
      'Packs the app for the simulator and, as bytecode, for tests, if anything changed since the last time.',
    )
    .option('--quiet', 'print no progress')
    .option('--size', 'print the size of each bundle beside its limit; exceeding a limit is a failure')
    .option('--json', 'with --size, print JSON on stdout and nothing else')
    .option('--tighten', 'set each limit to a tenth above the measured size, but not above its ceiling')
    .action(build);
}

async function build({ quiet, size, json, tighten }: BuildCommandOptions): Promise<void> {
  const options = { isQuiet: quiet === true };
  const { simulatorZab } = await ensureBuilt(options);
  const bytecodeZab = await ensureBytecode(options);
  if (size !== true && tighten !== true) {
    if (quiet === true) return;
    for (const zab of [simulatorZab, bytecodeZab]) process.stderr.write(`${relative(process.cwd(), zab)}\n`);
    return;
  }
  const sizes = await measureSizes(bytecodeZab);
  if (tighten === true) await writeBudgets(tightBudgets(sizes));
  const budgets = await readBudgets();
  process.stdout.write(json === true ? `${JSON.stringify(sizes)}\n` : sizeTable(sizes, budgets));
  const complaints = sizeComplaints(sizes, budgets);
  if (complaints.length > 0) throw new Error(complaints.join('\n'));
}
