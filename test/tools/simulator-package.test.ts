/** The packed simulator, used from `node_modules` as anybody would: through its program, its API and its matchers. */
import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { join } from 'node:path';
import { beforeAll, expect, it, vi } from 'vitest';
import { objectAt, stringAt } from '../../tools/shared/json.ts';
import { repositoryRoot } from '../../tools/shared/project.ts';
import { packSimulator } from '../../tools/simulate/simulator-package.ts';
import { jsonOf } from '../contract/sources.ts';

// Node finds the dependencies in the repository's own node_modules, so nothing has to be downloaded.
const place = join(repositoryRoot, '.cache', 'stranger');
const installed = join(place, 'node_modules', 'zepp-watch-simulator');
const example = join(place, 'notes');
const version = stringAt(jsonOf('simulator/package.json'), 'version') ?? '';

vi.setConfig({ testTimeout: 300_000, hookTimeout: 300_000 });

beforeAll(async () => {
  rmSync(place, { recursive: true, force: true });
  mkdirSync(installed, { recursive: true });
  const tarball = await packSimulator(join(place, 'packed'));
  execFileSync('tar', ['xzf', tarball, '-C', installed, '--strip-components=1']);
  cpSync(join(installed, 'examples', 'notes'), example, { recursive: true });
  // vitest looks for a configuration in the folders above, and would find the one of this repository.
  writeFileSync(join(example, 'vitest.config.js'), 'export default {};\n');
});

function run(...words: readonly string[]): { readonly code: number | null; readonly said: string } {
  const program = join(installed, 'dist', 'cli', 'main.js');
  const done = spawnSync(process.execPath, [program, ...words], { cwd: example, encoding: 'utf8' });
  return { code: done.status, said: `${done.stdout}${done.stderr}` };
}

it('the commands of "In one minute" in the README work as written', () => {
  const readme = readFileSync(join(installed, 'README.md'), 'utf8');
  const commands = /```sh\n([^`]*)```/.exec(readme)?.[1]?.trim().split('\n') ?? [];
  expect(commands[0]).toContain(`./zepp-watch-simulator-${version}.tgz`);
  expect(existsSync(join(place, /examples\/(\w+)/.exec(commands[1] ?? '')?.[1] ?? ''))).toBe(true);
  const programs: Readonly<Record<string, string>> = {
    'zepp-watch-simulator': join(installed, 'dist', 'cli', 'main.js'),
    vitest: join(repositoryRoot, 'node_modules', 'vitest', 'vitest.mjs'),
  };
  const runs = commands.slice(2).filter((command) => !command.includes(' start '));
  expect(runs.length).toBe(3);
  for (const command of runs) {
    const [, name = '', ...words] = command.split(' ');
    const done = spawnSync(process.execPath, [programs[name] ?? '', ...words], {
      cwd: place,
      encoding: 'utf8',
    });
    expect(`${command}: ${done.status} ${done.stderr}`).toBe(`${command}: 0 ${done.stderr}`);
  }
});

it('`run` plays the script of the example', () => {
  const { code, said } = run('run', 'app', '--script', 'notes.verbs');
  expect(said).toContain('setting      notes = ["Buy bread"]');
  expect(code).toBe(0);
});

it('`run` says which model the app has chosen', () => {
  expect(run('run', 'app').said).toContain('Balance 2, API level 4.2');
});

it('`run` refuses a model that the app does not serve, and names those that it does', () => {
  const { code, said } = run('run', 'app', '--device', 'GTR Mini');
  expect(said).toMatch(/app does not serve the model GTR Mini\. It serves: .*Balance 2/);
  expect(code).toBe(1);
});

it('`test` tries the example and finds no fault', () => {
  const { code, said } = run('test', 'app');
  expect(said).toContain('No notes yet');
  expect(code).toBe(0);
});

it('`run` reads answers to web requests from a file, and says what is wrong with it', () => {
  const rules = join(example, 'web.json');
  writeFileSync(rules, '[{ "url": "*", "body": {} }]');
  expect(run('run', 'app', '--script', 'notes.verbs', '--fetch-rules', rules).code).toBe(0);
  writeFileSync(rules, '[{}]');
  expect(run('run', 'app', '--fetch-rules', rules)).toEqual({
    code: 2,
    said: expect.stringContaining('Fetch rule 1 has no "url".'),
  });
});

it('`--version` is that of the package', () => {
  expect(run('--version')).toEqual({ code: 0, said: `${version}\n` });
});

it('an unknown option is refused in a sentence', () => {
  expect(run('run', 'app', '--nosuch')).toEqual({
    code: 2,
    said: "Unknown option '--nosuch'. See `zepp-watch-simulator --help`.\n",
  });
});

it('the tests of the example pass', () => {
  const program = join(repositoryRoot, 'node_modules', 'vitest', 'vitest.mjs');
  const done = spawnSync(process.execPath, [program, 'run'], { cwd: example, encoding: 'utf8' });
  expect(`${done.stdout}${done.stderr}`).toMatch(/4 passed/);
  expect(done.status).toBe(0);
});

it('the package declares every package that it imports', () => {
  const description: unknown = JSON.parse(readFileSync(join(installed, 'package.json'), 'utf8'));
  const declared = [
    ...Object.keys(objectAt(description, 'dependencies')),
    ...Object.keys(objectAt(description, 'peerDependencies')),
  ];
  const imported = new Set<string>();
  for (const file of readdirSync(join(installed, 'dist'), { recursive: true, encoding: 'utf8' })) {
    if (!/\.(?:js|css)$/.test(file)) continue;
    const text = readFileSync(join(installed, 'dist', file), 'utf8');
    for (const [, name = ''] of text.matchAll(
      /(?:^import (?:.* from )?|\bimport\(|^@import )['"]([^'"\n]+)['"]/gm,
    ))
      if (!/^\.|^node:/.test(name) && !builtinModules.includes(name))
        imported.add(
          name
            .split('/')
            .slice(0, name.startsWith('@') ? 2 : 1)
            .join('/'),
        );
  }
  expect([...imported].filter((name) => !declared.includes(name))).toEqual([]);
  expect(imported.size).toBeGreaterThan(5);
});

it('every entry of the package has declarations and loads in Node', () => {
  const description: unknown = JSON.parse(readFileSync(join(installed, 'package.json'), 'utf8'));
  const entries = Object.entries(objectAt(description, 'exports'));
  expect(entries.length).toBeGreaterThan(15);
  for (const [, entry] of entries) {
    const paths = typeof entry === 'string' ? [entry] : Object.values(entry as object);
    for (const path of paths) expect(existsSync(join(installed, String(path)))).toBe(true);
  }
  const modules = entries.filter(([, entry]) => typeof entry === 'object');
  const names = modules.map(([name]) => join('zepp-watch-simulator', name));
  const script = `for (const name of ${JSON.stringify(names)}) console.log(name, Object.keys(await import(name)).length > 0)`;
  const done = spawnSync(process.execPath, ['--input-type=module', '-e', script], {
    cwd: example,
    encoding: 'utf8',
  });
  expect(done.stderr).toBe('');
  expect(done.stdout.trim().split('\n')).toEqual(names.map((name) => `${name} true`));
});

it('the package holds no test and no source of the repository', () => {
  const files = readdirSync(installed, { recursive: true, encoding: 'utf8' });
  expect(files.filter((file) => /(?<!\.d)\.ts$|^test\b|tsbuildinfo/.test(file))).toEqual([]);
});
