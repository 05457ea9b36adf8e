/** `npm run bench`: tables side by side from one run. Quote its ratios, not its times: machines differ. */
import { Argument, Command } from 'commander';
import { collected } from 'zepp-watch-simulator/command-line';
import { BENCHMARKS } from './benchmarks.ts';
import { type Table, tableText } from './table.ts';

interface BenchCommandOptions {
  readonly json?: boolean;
  readonly quick?: boolean;
  readonly peer: readonly string[];
}

export function benchCommand(): Command {
  return new Command('npm run bench --')
    .description('Measures the app beside others, and prints a table for each comparison.')
    .addArgument(
      new Argument('[names...]', 'which benchmarks; all by default').choices([...BENCHMARKS.keys()]),
    )
    .option('--json', 'print JSON on stdout: all tables, or the rows alone if there is only one')
    .option('--quick', 'few repetitions, to see that it runs; the times are not worth quoting')
    .option('--peer <folder>', 'app to measure beside ours; may be given more than once', collected, [])
    .action(bench);
}

async function bench(names: readonly string[], { json, quick, peer }: BenchCommandOptions): Promise<void> {
  const tables: Table[] = [];
  for (const [name, benchmark] of BENCHMARKS) {
    if (names.length > 0 && !names.includes(name)) continue;
    process.stderr.write(`bench: ${name}\n`);
    const made = await benchmark({ peers: peer, isQuick: quick === true });
    if (json !== true) for (const table of made) process.stdout.write(`${tableText(table)}\n`);
    tables.push(...made);
  }
  const only = names.length === 1 && tables.length === 1 ? tables[0]?.rows : undefined;
  if (json === true) process.stdout.write(`${JSON.stringify(only ?? tables)}\n`);
}
