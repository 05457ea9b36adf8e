/** `npm run bench -- log` and `-- sync` [--json]: tables side by side, made in one run. */
import { benchLog } from './log.ts';
import { benchSync } from './sync.ts';

const [name = ''] = process.argv.slice(2).filter((word) => word !== '--json');
const isJson = process.argv.includes('--json');

if (name === 'log') {
  const { rows, ...all } = await benchLog();
  if (isJson) process.stdout.write(`${JSON.stringify(rows)}\n`);
  else {
    console.table(
      rows.map((row) => ({
        ...row,
        bytesPerSession: Number(row.bytesPerSession.toFixed(1)),
        timesEntropy: Number(row.timesEntropy.toFixed(2)),
      })),
    );
    console.log(all);
  }
} else if (name === 'sync') {
  const rows = benchSync();
  if (isJson) process.stdout.write(`${JSON.stringify(rows)}\n`);
  else console.table(rows);
} else {
  process.stderr.write('bench: say what to measure: log or sync\n');
  process.exitCode = 1;
}
