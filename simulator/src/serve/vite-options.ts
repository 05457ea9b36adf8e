/** Options of vite that the server and the static build of the page share. */
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { InlineConfig } from 'vite';

/** Folder of the pages. */
const PAGE_ROOT = fileURLToPath(new URL('../browser', import.meta.url));

/** Folders that the pages' modules and fonts come from. Nothing else on this computer is served. */
function servedFolders(): string[] {
  const require = createRequire(import.meta.url);
  const packages = ['vite', 'buffer', 'fflate', '@fontsource/noto-sans', '@fontsource-variable/noto-sans-sc'];
  const simulator = fileURLToPath(new URL('../..', import.meta.url));
  return [
    simulator,
    dirname(require.resolve('qrcode-generator')),
    ...packages.map((name) => dirname(require.resolve(`${name}/package.json`))),
  ];
}

/** The options: vite reads no config file and no environment file, and does not clear the screen. */
export function viteOptions(): InlineConfig {
  const modules = dirname(dirname(createRequire(import.meta.url).resolve('vite/package.json')));
  return {
    root: PAGE_ROOT,
    base: './',
    configFile: false,
    envDir: false,
    publicDir: false,
    clearScreen: false,
    logLevel: 'warn',
    cacheDir: join(modules, '.cache', 'watch-simulator'),
    // Listed here, so that vite bundles them before a page opens and never has to reload it.
    optimizeDeps: { include: ['buffer/index.js', 'fflate', 'qrcode-generator'], noDiscovery: true },
    server: { fs: { allow: servedFolders() } },
  };
}
