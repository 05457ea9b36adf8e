/**
 * `npm run demo [-- OUTDIR [PATH]]`: a folder that any static host serves from any place: Iliacus in the simulator, on a
 * watch whose wearer has read the safety page. With PATH any `.zab`, `.zpk` or app folder.
 */
import { parseArgs } from 'node:util';
import { writeDemo } from './demo-folder.ts';

const { positionals } = parseArgs({ allowPositionals: true, options: {} });

try {
  const [outDir = 'build/demo', path] = positionals;
  const { files, bytes } = await writeDemo({ outDir, path });
  const megabytes = (bytes / 1e6).toFixed(1);
  process.stdout.write(
    `${outDir}: ${files} files, ${megabytes} MB; open index.html through any web server\n`,
  );
} catch (error) {
  process.stderr.write(`demo: ${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
