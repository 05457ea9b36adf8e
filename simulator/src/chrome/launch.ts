/**
 * Starts a Chromium for tests and pictures. On Linux x64 it is the one that an npm package carries, which needs no system
 * package; elsewhere it is an installed Chrome or Edge. Nothing is downloaded.
 */
import { existsSync } from 'node:fs';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { type Browser, chromium } from 'playwright-core';

/** What to do if no browser is found. */
const NO_CHROME =
  'No Chrome was found for this system. Install Google Chrome or Microsoft Edge, or set CHROME_PATH to the program file of a Chromium.';

/** Browsers that Playwright finds by name. */
const CHANNELS = ['chrome', 'msedge'] as const;

/** The `node_modules` folder that holds a package of this workspace. */
function modulesFolder(): string {
  const manifest = createRequire(import.meta.url).resolve('playwright-core/package.json');
  return dirname(dirname(manifest));
}

/**
 * Unpacks the packaged Chromium into `folder`. The package unpacks into the temporary folder, and adds its system libraries only on a
 * certain cloud service, which it recognises by an environment variable while it is imported. Both variables are therefore set during the
 * import only.
 */
async function unpackChromium(folder: string): Promise<void> {
  const before = { ...process.env };
  process.env.TMPDIR = folder;
  process.env.AWS_EXECUTION_ENV = 'AWS_Lambda_nodejs20.x';
  try {
    const { default: packaged } = await import('@sparticuz/chromium');
    await packaged.executablePath();
  } finally {
    for (const name of ['TMPDIR', 'AWS_EXECUTION_ENV', 'LD_LIBRARY_PATH', 'FONTCONFIG_PATH']) {
      const value = before[name];
      if (value === undefined) delete process.env[name];
      else process.env[name] = value;
    }
  }
}

/** The folder of the unpacked Chromium. It is made once for each version, even when several processes make it at the same time. */
async function chromiumFolder(): Promise<string> {
  const modules = modulesFolder();
  const manifest = await readFile(join(modules, '@sparticuz/chromium', 'package.json'), 'utf8');
  const { version } = JSON.parse(manifest) as { version: string };
  const folder = join(modules, '.cache', 'chromium', version);
  if (existsSync(folder)) return folder;
  const draft = `${folder}-${process.pid}`;
  await mkdir(draft, { recursive: true });
  await unpackChromium(draft);
  try {
    await rename(draft, folder);
  } catch (error) {
    if (!existsSync(folder)) throw error;
    await rm(draft, { recursive: true, force: true });
  }
  return folder;
}

/** Writes a font configuration for this folder, since the packaged one names folders of a cloud service. */
async function fontConfig(folder: string): Promise<string> {
  const path = join(folder, 'fonts', 'here.conf');
  const rows = [
    '<?xml version="1.0"?>',
    '<!DOCTYPE fontconfig SYSTEM "fonts.dtd">',
    '<fontconfig>',
    `  <dir>${join(folder, 'fonts', 'fonts')}</dir>`,
    `  <cachedir>${join(folder, 'fonts', 'cache')}</cachedir>`,
    '</fontconfig>',
  ];
  await writeFile(path, `${rows.join('\n')}\n`);
  return path;
}

async function packagedChrome(): Promise<Browser> {
  const folder = await chromiumFolder();
  const libraries = join(folder, 'al2023', 'lib');
  const env: Record<string, string> = {};
  for (const [name, value] of Object.entries(process.env)) if (value !== undefined) env[name] = value;
  const others = process.env.LD_LIBRARY_PATH;
  env.LD_LIBRARY_PATH = others === undefined || others === '' ? libraries : `${libraries}:${others}`;
  env.FONTCONFIG_FILE = await fontConfig(folder);
  return chromium.launch({ executablePath: join(folder, 'chromium'), args: ['--no-sandbox'], env });
}

async function installedChrome(): Promise<Browser> {
  for (const channel of CHANNELS) {
    try {
      return await chromium.launch({ channel });
    } catch {
      // This browser is not installed; the next one may be.
    }
  }
  throw new Error(NO_CHROME);
}

/**
 * Starts a headless Chromium; close it when done.
 * @throws Error with what to install where there is none
 */
export async function launchChrome(): Promise<Browser> {
  const chosen = process.env.CHROME_PATH;
  if (chosen !== undefined && chosen !== '') {
    if (!existsSync(chosen)) throw new Error(`CHROME_PATH names ${chosen}, which does not exist.`);
    return chromium.launch({ executablePath: chosen, args: ['--no-sandbox'] });
  }
  if (process.platform === 'linux' && process.arch === 'x64') return packagedChrome();
  return installedChrome();
}
