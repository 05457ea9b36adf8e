/** `npm run probe`: packs the second app, which asks a worn watch what its documents leave open. */
import { relative } from 'node:path';
import { reportFailure } from './build/failure.ts';
import { ensureBuilt } from './build/pipeline.ts';

try {
  const { simulatorZab, bytecodeZab } = await ensureBuilt({ app: 'probe' });
  for (const zab of [simulatorZab, bytecodeZab]) process.stderr.write(`${relative(process.cwd(), zab)}\n`);
} catch (error) {
  reportFailure(error);
}
