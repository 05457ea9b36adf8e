/** Finding apps on disk. */
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { findDevice } from '../../src/engine/devices.ts';
import type { AppPackage } from '../../src/engine/types.ts';
import { loadApp, loadAppFolder, packageBytes } from '../../src/headless/load-app.ts';
import { openApp } from '../../src/watch-simulator.ts';
import { EXAMPLES } from '../support/zml-examples.ts';

const device = findDevice('Balance 2');
const folder = mkdtempSync(join(tmpdir(), 'zepp-simulator-test-'));
const text = (value: unknown): Uint8Array => new TextEncoder().encode(JSON.stringify(value));
const ZPK = zipSync({
  'device.zip': zipSync({
    'app.json': text({ app: { appId: 1 }, module: { page: { pages: ['page/a'] } } }),
    'app.js': text(''),
    'page/a.js': text(''),
  }),
});

function written(name: string, bytes: Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, bytes);
  return path;
}

describe('an app on disk', () => {
  it('opens as a .zpk', async () => {
    const app = await loadApp(written('one.zpk', ZPK), device);
    expect(app.manifest.app.appId).toBe(1);
  });

  it('opens as an unpacked .zab', async () => {
    const unpacked = mkdtempSync(join(tmpdir(), 'zepp-simulator-test-'));
    writeFileSync(join(unpacked, 'a.zpk'), ZPK);
    const platforms = [{ screenType: 'round', screenResolution: '480x480' }];
    writeFileSync(join(unpacked, 'manifest.json'), text({ zpks: [{ name: 'a.zpk', platforms }] }));
    const app = await loadAppFolder(unpacked, device);
    expect(app.manifest.app.appId).toBe(1);
  });

  it('that is damaged is refused by its path', async () => {
    const path = written('torn.zab', ZPK.slice(0, 30));
    await expect(loadApp(path, device)).rejects.toThrow(`${path}: the file is torn or no zip archive`);
  });

  it('that is missing is refused by its path', async () => {
    await expect(loadApp(join(folder, 'none.zab'), device)).rejects.toThrow('There is nothing at');
  });

  it('whose source does not pack is refused with the packer’s message', async () => {
    const source = mkdtempSync(join(tmpdir(), 'zepp-simulator-test-'));
    writeFileSync(join(source, 'app.json'), text({ configVersion: 'v3', targets: {} }));
    await expect(loadAppFolder(source, device)).rejects.toThrow('zpm could not pack');
  });

  it('imports packages from the folders above, even if a nearer folder has others', async () => {
    const place = mkdtempSync(join(tmpdir(), 'zepp-simulator-test-'));
    const source = join(place, 'notes', 'app');
    cpSync(join(EXAMPLES, 'helloworld1'), source, { recursive: true });
    const app = readFileSync(join(source, 'app.js'), 'utf8');
    writeFileSync(join(source, 'app.js'), app.replace('@zeppos/zml/base-app', 'greeting'));
    const imported = `${source} imports what is not installed. In its folder or above it, run: npm install greeting`;
    await expect(loadAppFolder(source, device)).rejects.toThrow(imported);
    mkdirSync(join(place, 'notes', 'node_modules', '.vite'), { recursive: true });
    const installed = join(place, 'node_modules', 'greeting');
    mkdirSync(installed, { recursive: true });
    writeFileSync(join(place, 'node_modules', '.package-lock.json'), text({ greeting: 1 }));
    writeFileSync(join(installed, 'package.json'), text({ name: 'greeting', main: 'index.js' }));
    writeFileSync(
      join(installed, 'index.js'),
      `export const BaseApp = (app) => ({ ...app, said: 'Good morning' });`,
    );
    const { deviceFiles } = await loadAppFolder(source, device);
    expect(Buffer.from(deviceFiles.get('app.js') ?? []).toString()).toContain('Good morning');
  });

  it('is packed only for the model in use, so that faults in the parts for others do no harm', async () => {
    const source = mkdtempSync(join(tmpdir(), 'zepp-simulator-test-'));
    cpSync(join(EXAMPLES, 'helloworld1'), source, { recursive: true });
    const manifest = JSON.parse(readFileSync(join(source, 'app.json'), 'utf8')) as {
      targets: Record<string, object>;
    };
    const [own] = Object.values(manifest.targets);
    // Its pictures, the icon among them, are missing.
    const others = { ...own, platforms: [{ st: 's' }] };
    const round = { ...own, platforms: [{ st: 'r' }] };
    writeFileSync(join(source, 'app.json'), text({ ...manifest, targets: { common: round, others } }));
    const opened = await openApp(source);
    expect(opened.device.name).toBe('Balance 2');
    await expect(packageBytes(source, 'all models')).rejects.toThrow('icon');
  });

  it('opens with tests among its scripts, whatever is installed beside the packer', async () => {
    const source = mkdtempSync(join(tmpdir(), 'zepp-simulator-test-'));
    cpSync(join(EXAMPLES, 'helloworld1'), source, { recursive: true });
    mkdirSync(join(source, 'lib'));
    // The name differs in each run, so that no kept package is opened.
    const test = `import { expect, it } from 'vitest'; it('adds ${source}', () => expect(1).toBe(1));`;
    writeFileSync(join(source, 'lib', 'sum.test.js'), test);
    const { manifest } = await loadAppFolder(source, device);
    expect(manifest.app.appName).toBeDefined();
  });

  it('imports files beside it in its repository, and none from outside the repository', async () => {
    const place = mkdtempSync(join(tmpdir(), 'zepp-simulator-test-'));
    const repository = join(place, 'library');
    const source = join(repository, 'examples', 'hello');
    const put = (path: string, code: string): void => {
      mkdirSync(join(place, path, '..'), { recursive: true });
      writeFileSync(join(place, path), code);
    };
    cpSync(join(EXAMPLES, 'helloworld1'), source, { recursive: true });
    mkdirSync(join(repository, '.git'));
    put('library/v2/package.json', '{ "main": "dist/main" }');
    put('library/v2/dist/main.js', `export { BaseApp } from '../src/app.js';`);
    put('library/v2/src/app.js', `export const BaseApp = (app) => ({ ...app, said: 'Good evening' });`);
    put('private/app.js', `export const BaseApp = (app) => ({ ...app, said: 'a secret' });`);
    symlinkSync(join(place, 'private'), join(repository, 'linked'));
    const app = readFileSync(join(source, 'app.js'), 'utf8');
    const importing = (path: string): Promise<AppPackage> => {
      writeFileSync(join(source, 'app.js'), app.replace('@zeppos/zml/base-app', path));
      return loadAppFolder(source, device);
    };
    const { deviceFiles } = await importing('../../v2');
    expect(Buffer.from(deviceFiles.get('app.js') ?? []).toString()).toContain('Good evening');
    await expect(importing('../../../private/app')).rejects.toThrow('Could not resolve');
    await expect(importing('../../linked/app')).rejects.toThrow('Could not resolve');
  });

  it('runs no code of the folder while it is packed', async () => {
    const source = mkdtempSync(join(tmpdir(), 'zepp-simulator-test-'));
    const canary = join(source, 'canary.txt');
    const hostile = `require('fs').writeFileSync(${JSON.stringify(canary)}, ''); module.exports = () => ({})`;
    cpSync(join(EXAMPLES, 'helloworld1'), source, { recursive: true });
    mkdirSync(join(source, 'lib'));
    writeFileSync(join(source, 'lib', 'plugin.cjs'), hostile);
    const names = ['.babelrc.cjs', '.babelrc.js', 'babel.config.cjs', 'babel.config.js', 'page/.babelrc.js'];
    for (const name of names) writeFileSync(join(source, name), hostile);
    writeFileSync(join(source, 'package.json'), text({ babel: { plugins: ['./lib/plugin.cjs'] } }));
    symlinkSync('/', join(source, 'lib', 'link'));
    await loadAppFolder(source, device);
    expect(existsSync(canary)).toBe(false);
  });

  it.each<readonly [string, string, string]>([
    [
      'a package.json for Babel',
      'package.json',
      '{ "main": "shared.js", "babel": { "plugins": ["./plugin.js"] } }',
    ],
    [
      'a package.json for Browserslist',
      'package.json',
      '{ "main": "shared.js", "browserslist": ["extends browserslist-config-hostile"] }',
    ],
    ['a configuration of Browserslist', 'browserslist', 'extends browserslist-config-hostile'],
  ])('runs no code that is named beside the folder, in %s', async (_what, name, configuration) => {
    const repository = mkdtempSync(join(tmpdir(), 'zepp-simulator-test-'));
    const source = join(repository, 'app');
    const canary = join(repository, 'canary.txt');
    const hostile = `require('fs').writeFileSync(${JSON.stringify(canary)}, ''); module.exports = () => ({ visitor: {} })`;
    const put = (path: string, code: string): void => {
      mkdirSync(join(repository, path, '..'), { recursive: true });
      writeFileSync(join(repository, path), code);
    };
    cpSync(join(EXAMPLES, 'helloworld1'), source, { recursive: true });
    rmSync(join(source, 'package.json'), { force: true });
    mkdirSync(join(repository, '.git'));
    put(name, configuration);
    put('shared.js', 'export const shared = 1');
    put('plugin.js', hostile);
    put('node_modules/browserslist-config-hostile/index.js', hostile);
    const imports = `import '.././${name === 'package.json' ? '' : name}'; import '../plugin.js';`;
    writeFileSync(join(source, 'app.js'), `${imports}\n${readFileSync(join(source, 'app.js'), 'utf8')}`);
    // Whether such an app can be packed is another question.
    await loadAppFolder(source, device).catch(() => undefined);
    expect(existsSync(canary)).toBe(false);
  });
});
