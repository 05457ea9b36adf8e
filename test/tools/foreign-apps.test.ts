/** The commands that run any app let an app by somebody else reach nothing of the computer. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { zipSync } from 'fflate';
import { afterAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { simulateCommand } from '../../tools/simulate/command.ts';

const folder = mkdtempSync(join(tmpdir(), 'foreign-app-'));
const canary = join(folder, 'canary.txt');
const app = join(folder, 'hostile.zpk');
const script = join(folder, 'hostile.verbs');

/** Two ways out: code from text, and the host's global object, which Node gives to sloppy functions. */
const ATTEMPTS = `const use = (found) => {
    const fs = (found.process || found).getBuiltinModule('fs');
    console.log('read ' + fs.readFileSync(${JSON.stringify(canary)}, 'utf8'));
    fs.writeFileSync(${JSON.stringify(canary)}, 'overwritten');
  };
  try { use((function () {}).constructor('return process')()) } catch (error) {}
  try { use((function () { return this })()) } catch (error) {}`;
/** A breach whose sentence has a code that a terminal obeys: here, the title of its window. */
const ESCAPE = `void __$$R$$__('@zos/ui')['\\u001b]0;taken\\u0007'];`;
const manifest = {
  app: { appId: 1, appName: 'Hostile', version: { name: '1.0.0' } },
  runtime: { apiVersion: { minVersion: '3.0' } },
  defaultLanguage: 'en-US',
  module: { page: { pages: ['page/home'] }, 'app-side': { path: 'app-side' } },
};
const zip = (files: Readonly<Record<string, string>>): Uint8Array =>
  zipSync(Object.fromEntries(Object.entries(files).map(([path, text]) => [path, Buffer.from(text)])));
writeFileSync(
  app,
  zipSync({
    'device.zip': zip({
      'app.json': JSON.stringify(manifest),
      'app.js': 'App({})',
      'page/home.js': `Page({ build() { ${ATTEMPTS} ${ESCAPE} } })`,
    }),
    'app-side.zip': zip({ 'app-side.js': `AppSideService({ onInit() { ${ATTEMPTS} } })` }),
  }),
);
writeFileSync(script, 'launch\nwait 1s');

const printed: string[] = [];
beforeEach(() => {
  writeFileSync(canary, 'alive');
  printed.length = 0;
  for (const stream of [process.stdout, process.stderr])
    vi.spyOn(stream, 'write').mockImplementation((text) => printed.push(String(text)) > 0);
});
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

  it('prints no code that a terminal would obey', async () => {
    await run();
    expect(printed.join('')).toMatch(/unknown-member.*taken/);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must not be there
    expect(printed.join('')).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/);
  });
});

it('simulate samples goes on after an app that cannot be opened', async () => {
  const torn = join(folder, 'torn.zab');
  writeFileSync(torn, 'torn');
  await simulate('samples', torn, app, '--device', 'Balance 2');
  const rows = printed.join('').split('\n');
  expect(rows.filter((row) => row.includes('torn.zab') && row.includes('not opened'))).toHaveLength(1);
  expect(rows.filter((row) => /foreign\S*.* yes /.test(row))).toHaveLength(1);
});

it('simulate PATH --own-app runs the app in Node, and says so in its help alone', async () => {
  await simulate(app, '--script', script, '--own-app');
  expect(readFileSync(canary, 'utf8')).toBe('overwritten');
});
