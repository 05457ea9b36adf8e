/**
 * `npm run bench [-- NAME …] [--peer PATH …] [--json] [--quick]`: tables side by side from one run.
 * Ratios within a run are worth quoting, times of their own are not: machines differ.
 */
import { parseArgs } from 'node:util';
import { BENCHMARKS } from './benchmarks.ts';
import { type Table, tableText } from './table.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    json: { type: 'boolean', default: false },
    quick: { type: 'boolean', default: false },
    peer: { type: 'string', multiple: true, default: [] },
  },
});

try {
  const wanted = positionals.length === 0 ? [...BENCHMARKS.keys()] : positionals;
  const tables: Table[] = [];
  for (const name of wanted) {
    const benchmark = BENCHMARKS.get(name);
    if (benchmark === undefined)
      throw new Error(`there is no benchmark "${name}": ${[...BENCHMARKS.keys()].join(', ')}`);
    process.stderr.write(`bench: ${name}\n`);
    const made = await benchmark({ peers: values.peer, isQuick: values.quick });
    if (!values.json) for (const table of made) process.stdout.write(`${tableText(table)}\n`);
    tables.push(...made);
  }
  // One table asked for by its name: its rows alone.
  const only = positionals.length === 1 && tables.length === 1 ? tables[0]?.rows : undefined;
  if (values.json) process.stdout.write(`${JSON.stringify(only ?? tables)}\n`);
} catch (error) {
  process.stderr.write(`bench: ${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
