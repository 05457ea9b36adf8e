/** `npm run simulate -- package`: the simulator as a package that npm installs anywhere, compiled, with declarations. */
import { execFileSync } from 'node:child_process';
import { chmod, cp, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { objectAt, stringAt } from '../shared/json.ts';
import { repositoryRoot } from '../shared/project.ts';

const SOURCE = join(repositoryRoot, 'simulator');
const PROGRAM = 'dist/cli/main.js';
/** Files of the browser's pages that the compiler leaves alone. */
const PAGE_FILES = ['.html', '.css', '.svg'];
/** What only some commands need. */
const OPTIONAL_PEERS = ['@zeppos/zpm', 'playwright-core', '@sparticuz/chromium', 'vitest'];

/**
 * Writes the package into a folder, which is emptied before, and packs it.
 * @returns the path of the tarball
 */
export async function packSimulator(outDir: string): Promise<string> {
  const folder = join(outDir, 'package');
  const compiled = join(outDir, 'compiled');
  for (const path of [folder, compiled]) await rm(path, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  compile(compiled);
  await cp(join(compiled, 'simulator', 'src'), join(folder, 'dist'), { recursive: true });
  await rm(compiled, { recursive: true });
  await copyPageFiles(join(folder, 'dist', 'browser'));
  await writeDeviceList(folder);
  for (const name of ['README.md', 'CHANGELOG.md', 'THIRD-PARTY-NOTICES.md', 'devices.json', 'examples'])
    await cp(join(SOURCE, name), join(folder, name), { recursive: true, filter: isPublished });
  await cp(join(repositoryRoot, 'LICENSE'), join(folder, 'LICENSE'));
  await writeFile(join(folder, 'package.json'), `${JSON.stringify(await description(), null, 2)}\n`);
  await chmod(join(folder, PROGRAM), 0o755);
  const packed = execFileSync('npm', ['pack', '--json', '--pack-destination', outDir], {
    cwd: folder,
    encoding: 'utf8',
  });
  const [{ filename }] = JSON.parse(packed) as [{ filename: string }];
  return join(outDir, filename);
}

/** Into a folder of its own: what an earlier state of the sources has left elsewhere must not be published. */
function compile(to: string): void {
  const options = ['--outDir', to, '--declarationDir', to, '--tsBuildInfoFile', join(to, 'tsbuildinfo')];
  execFileSync(
    process.execPath,
    [join(repositoryRoot, 'node_modules', 'typescript', 'bin', 'tsc'), '-p', SOURCE, ...options],
    { stdio: ['ignore', 2, 2] },
  );
}

function isPublished(path: string): boolean {
  return !/\/(?:node_modules|dist)$/.test(path);
}

/** The pages name their scripts, which are JavaScript in the package. */
async function copyPageFiles(to: string): Promise<void> {
  const from = join(SOURCE, 'src', 'browser');
  for (const name of await readdir(from)) {
    if (!PAGE_FILES.includes(extname(name))) continue;
    const text = await readFile(join(from, name), 'utf8');
    await writeFile(join(to, name), extname(name) === '.html' ? text.replaceAll('.ts"', '.js"') : text);
  }
}

/** As a module: Node 20 prints a warning where JSON is imported. */
async function writeDeviceList(folder: string): Promise<void> {
  const list = await readFile(join(SOURCE, 'devices.json'), 'utf8');
  await writeFile(join(folder, 'devices.js'), `export default ${list.trim()};\n`);
  const reader = join(folder, 'dist', 'engine', 'devices.js');
  const text = await readFile(reader, 'utf8');
  const changed = text.replace(/'(.*)devices\.json' with \{ type: 'json' \}/, "'$1devices.js'");
  if (changed === text) throw new Error(`${reader} does not import devices.json.`);
  await writeFile(reader, changed);
}

/** The entries of the sources, each where its compiled module lies. */
function compiledEntries(entries: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const places = Object.entries(entries).map(([entry, path]) => {
    const compiled = String(path).replace(/^\.\/src\//, './dist/');
    if (!compiled.endsWith('.ts')) return [entry, compiled];
    const name = compiled.slice(0, -'.ts'.length);
    return [entry, { types: `${name}.d.ts`, default: `${name}.js` }];
  });
  return Object.fromEntries(places);
}

async function description(): Promise<unknown> {
  const own: unknown = JSON.parse(await readFile(join(SOURCE, 'package.json'), 'utf8'));
  const root: unknown = JSON.parse(await readFile(join(repositoryRoot, 'package.json'), 'utf8'));
  const versions = { ...objectAt(root, 'devDependencies'), ...objectAt(own, 'devDependencies') };
  return {
    name: stringAt(own, 'name'),
    version: stringAt(own, 'version'),
    description: stringAt(own, 'description'),
    keywords: ['zepp-os', 'amazfit', 'simulator', 'testing'],
    license: stringAt(own, 'license'),
    type: 'module',
    engines: objectAt(own, 'engines'),
    bin: { 'zepp-watch-simulator': `./${PROGRAM}` },
    exports: compiledEntries(objectAt(own, 'exports')),
    dependencies: objectAt(own, 'dependencies'),
    peerDependencies: Object.fromEntries(
      OPTIONAL_PEERS.map((name) => [name, name === 'vitest' ? '>=3' : `^${stringAt(versions, name)}`]),
    ),
    peerDependenciesMeta: Object.fromEntries(OPTIONAL_PEERS.map((name) => [name, { optional: true }])),
  };
}
