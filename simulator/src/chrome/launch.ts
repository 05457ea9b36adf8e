/**
 * Starts a Chromium for tests and pictures: on Linux x64 the one that an npm package carries (no system package
 * needed), elsewhere an installed Chrome or Edge. Downloads nothing.
 */

import { existsSync } from 'node:fs';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { type Browser, chromium } from 'playwright-core';

/** Sent to whoever has no browser. */
const NO_CHROME =
  'No Chrome was found for this system. Install Google Chrome or Microsoft Edge, or set CHROME_PATH to the program file of a Chromium.';

const CHANNELS = ['chrome', 'msedge'] as const;

/** The `node_modules` folder that holds a package of this workspace. */
function modulesFolder(): string {
  const manifest = createRequire(import.meta.url).resolve('playwright-core/package.json');
  return dirname(dirname(manifest));
}

const CARRIER = '@sparticuz/chromium';

/**
 * Unpacks the packaged Chromium into `folder`. The package brings its own system libraries only when it believes
 * itself on a certain cloud service, and looks at the environment while it is being imported; it unpacks to the
 * temporary folder. Both are set for that moment only.
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

/** The folder with the unpacked Chromium: made once a version, whole or not at all, whoever else makes it too. */
async function chromiumFolder(): Promise<string> {
  const modules = modulesFolder();
  const manifest = await readFile(join(modules, CARRIER, 'package.json'), 'utf8');
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

/** Writes the font configuration for this folder: the packaged one names folders of a cloud service. */
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
      // The next one may be there.
    }
  }
  throw new Error(NO_CHROME);
}

/**
 * A headless Chromium; close it when done.
 * @throws Error with what to install, where there is none
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
