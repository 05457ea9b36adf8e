/**
 * `npm run probe`: packs the second app, which asks a worn watch what its documents leave open. The packages are for the
 * simulator, as the main app's are; the staged folder is what the genuine `zeus preview` packs for a watch.
 */
import { relative } from 'node:path';
import { ensureBuilt } from '../package/pipeline.ts';
import { reportFailure } from '../shared/failure.ts';

try {
  const { simulatorZab, bytecodeZab } = await ensureBuilt({ app: 'probe' });
  for (const zab of [simulatorZab, bytecodeZab]) process.stderr.write(`${relative(process.cwd(), zab)}\n`);
  process.stderr.write('For a watch: zeus preview in build/probe/stage, with an account of your own.\n');
} catch (error) {
  reportFailure(error);
}
