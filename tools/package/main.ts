/**
 * `npm run build [-- --quiet]`: packs the app in both flavours, if anything changed since the last time.
 */
import { relative } from 'node:path';
import { reportFailure } from '../shared/failure.ts';
import { ensureBuilt } from './pipeline.ts';

const isQuiet = process.argv.includes('--quiet');

try {
  const { simulatorZab, bytecodeZab } = await ensureBuilt({ isQuiet });
  if (!isQuiet)
    for (const zab of [simulatorZab, bytecodeZab]) process.stderr.write(`${relative(process.cwd(), zab)}\n`);
} catch (error) {
  reportFailure(error);
}
