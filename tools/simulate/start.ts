/**
 * `npm start`: builds the package and opens it in the simulator, with a watch whose wearer has read the safety page: one
 * click on Start begins a session. `npm start -- PATH` opens any `.zab`, `.zpk` or app folder instead.
 */
import { parseArgs } from 'node:util';
import { serveSimulator } from 'zepp-watch-simulator/serve/server';
import { ensureBuilt } from '../package/pipeline.ts';
import { packageAt } from './package-at.ts';
import { allowingWatch } from './seeded-watch.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    /** A watch as from the shop: the safety page comes first. */
    fresh: { type: 'boolean', default: false },
    port: { type: 'string' },
    'no-open': { type: 'boolean', default: false },
  },
});

try {
  const path = positionals[0];
  const zabPath = path === undefined ? (await ensureBuilt()).simulatorZab : await packageAt(path);
  const port = values.port === undefined ? {} : { port: portNumber(values.port) };
  const past = path === undefined && !values.fresh ? allowingWatch() : {};
  const open = !values['no-open'] && process.env.CI === undefined;
  await serveSimulator({ zabPath, open, ...port, ...past });
  process.stdout.write('Press Start on the watch. Ctrl+C ends the simulator.\n');
} catch (error) {
  process.stderr.write(`start: ${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}

function portNumber(text: string): number {
  const port = Number(text);
  if (!Number.isInteger(port) || port < 1 || port > 65_535) {
    throw new Error(`--port must be a number from 1 to 65535, not "${text}"`);
  }
  return port;
}
