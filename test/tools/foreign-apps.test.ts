/** The commands that run any app give a stranger's app nothing of the computer that they run on. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { zipSync } from 'fflate';
import { afterAll, afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { HOSTILE_SCRIPT, hostileApp, restoreStackTraces } from '../../simulator/test/support/hostile-app.ts';
import { simulateCommand } from '../../tools/simulate/command.ts';

const folder = mkdtempSync(join(tmpdir(), 'foreign-app-'));
const canary = join(folder, 'canary.txt');
const app = join(folder, 'hostile.zpk');
const script = join(folder, 'hostile.verbs');
const { deviceFiles, phoneFiles, manifest } = hostileApp(canary, true);
const device = { ...Object.fromEntries(deviceFiles), 'app.json': Buffer.from(JSON.stringify(manifest)) };
writeFileSync(
  app,
  zipSync({ 'device.zip': zipSync(device), 'app-side.zip': zipSync(Object.fromEntries(phoneFiles)) }),
);
writeFileSync(script, HOSTILE_SCRIPT);

const printed: string[] = [];
beforeEach(() => {
  writeFileSync(canary, 'alive');
  printed.length = 0;
  for (const stream of [process.stdout, process.stderr])
    vi.spyOn(stream, 'write').mockImplementation((text) => printed.push(String(text)) > 0);
});
afterEach(restoreStackTraces);
afterAll(() => {
  vi.restoreAllMocks();
  process.exitCode = 0;
  rmSync(folder, { recursive: true });
});

const simulate = (...words: readonly string[]): Promise<unknown> =>
  simulateCommand().enablePositionalOptions().parseAsync(words, { from: 'user' });

describe.each<readonly [string, () => Promise<unknown>]>([
  ['simulate PATH', () => simulate(app, '--script', script)],
  ['simulate samples', () => simulate('samples', app, '--device', 'Balance 2')],
])('%s', (_name, run) => {
  it('leaves every file alone and names what the app tried', async () => {
    await run();
    expect(readFileSync(canary, 'utf8')).toBe('alive');
    expect(printed.join('')).toContain('code-from-text');
    expect(printed.join('')).not.toContain('read alive');
  });
});

it('simulate PATH --own-app runs the app in Node, and says so in its help alone', async () => {
  await simulate(app, '--script', script, '--own-app');
  expect(readFileSync(canary, 'utf8')).toBe('overwritten');
});
