/** What the server and the static build of the page have in common. Reads no app. */

import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { InlineConfig } from 'vite';

/** The page's folder. */
export const PAGE_ROOT = fileURLToPath(new URL('../browser', import.meta.url));

/** Folders that the page's modules and fonts come from; everything else on this computer stays unserved. */
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

/** Vite's options without a config file, an environment file or a screen that is cleared. */
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
    // Named ahead, so that nothing is bundled anew (and reloaded) after the page has opened.
    optimizeDeps: { include: ['buffer/index.js', 'fflate', 'qrcode-generator'], noDiscovery: true },
    server: { fs: { allow: servedFolders() } },
  };
}
