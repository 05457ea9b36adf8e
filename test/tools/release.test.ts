/** What a package for the store needs: each missing thing is reported in a sentence, and nothing is built while one is missing. */
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { DEVICES } from 'zepp-watch-simulator/devices';
import { writeMadeUpCatalogue } from '../../tools/check/made-up-catalogue.ts';
import { storeLocales } from '../../tools/release/listing-checks.ts';
import { releaseProblems, versionCode } from '../../tools/release/release-checks.ts';
import { objectAt, stringAt } from '../../tools/shared/json.ts';
import { repositoryRoot } from '../../tools/shared/project.ts';
import { jsonOf } from '../contract/sources.ts';

const NOW_MS = Date.UTC(2026, 10, 23);
const version = stringAt(jsonOf('package.json'), 'version') ?? '';
const code = versionCode(version);

let root = '';

beforeEach(async () => {
  root = mkdtempSync(join(tmpdir(), 'release-'));
  for (const name of ['app.json', 'package.json', 'CHANGELOG.md', 'store', 'docs/privacy.md'])
    cpSync(join(repositoryRoot, name), join(root, name), { recursive: true });
  await writeMadeUpCatalogue(root, NOW_MS);
});

afterEach(() => rmSync(root, { recursive: true, force: true }));

function problems(
  over: { appId?: number | null; locales?: readonly string[] } = {},
): Promise<readonly string[]> {
  const given = { appId: 1_234_567, locales: storeLocales, ...over };
  return releaseProblems({ root, home: root, nowMs: NOW_MS, ...given });
}

function edit(file: string, from: string | RegExp, to: string): void {
  const text = readFileSync(join(root, file), 'utf8');
  expect(text).toMatch(from);
  writeFileSync(join(root, file), text.replace(from, to));
}

it('this repository lacks only what a developer account provides', async () => {
  expect(await problems()).toEqual([]);
});

it.each([
  [null, 'No app id was given.'],
  [27_001, 'App id 27001 is the development id.'],
  [Number.NaN, '"NaN" is no app id.'],
  [-5, '"-5" is no app id.'],
  [1.5, '"1.5" is no app id.'],
])('app id %s is refused', async (appId, start) => {
  const found = await problems({ appId });
  expect(found).toHaveLength(1);
  expect(found[0]).toMatch(`${start} Register the app at console.zepp.com`);
});

it('each language without texts is reported', async () => {
  expect(await problems({ locales: ['en-US', 'de-DE', 'zh-CN'] })).toEqual([
    'The app has no texts in es-ES: utils/core/text/catalogues.ts does not list it.',
  ]);
});

describe('the device catalogue', () => {
  const file = '.zepp/.zeus_devices';
  const served = DEVICES.find(({ name }) => name === 'Balance')?.deviceSources[0];
  const device = (value: object, deviceSource = served): object => ({
    productName: 'Balance',
    deviceSource,
    value,
  });
  const life = { expiredTime: NOW_MS + 1_000 };

  it.each<[string, unknown, string]>([
    [
      'made by hand, to last for ever',
      { devices: [], expiredTime: Date.UTC(2100, 0, 1) },
      'was made by hand',
    ],
    ['without a life span', { devices: [] }, 'was made by hand'],
    ['without devices', { devices: [], ...life }, 'lacks every model that the app serves'],
    [
      'without a chip',
      { devices: [device({ screen: { size: '480*480' } })], ...life },
      'lacks the chip or the screen of "Balance"',
    ],
  ])('%s is refused', async (_what, catalogue, words) => {
    writeFileSync(join(root, file), JSON.stringify(catalogue));
    const found = await problems();
    expect(found).toHaveLength(1);
    expect(found[0]).toContain(words);
    expect(found[0]).toContain('`npm run preview -- catalogue`');
  });

  it('that is not readable is refused', async () => {
    writeFileSync(join(root, file), '{"devices":[');
    expect(await problems()).toEqual([expect.stringContaining('is not readable')]);
  });

  it('may lack the chip of a model that the app does not serve', async () => {
    const text = readFileSync(join(root, file), 'utf8');
    const catalogue: { readonly devices: readonly object[] } = JSON.parse(text);
    const devices = [...catalogue.devices, device({}, 1)];
    writeFileSync(join(root, file), JSON.stringify({ ...catalogue, devices }));
    expect(await problems()).toEqual([]);
  });

  it('that is missing is asked for', async () => {
    rmSync(join(root, file));
    expect(await problems()).toEqual([expect.stringContaining('The genuine device catalogue is missing')]);
  });

  it('counts as genuine even after its three days, when the packer renews it', async () => {
    await writeMadeUpCatalogue(root, NOW_MS - 10 * 86_400_000);
    expect(await problems()).toEqual([]);
  });
});

it.each<[string, string | RegExp, string, string]>([
  [
    'app.json',
    `"name": "${version}"`,
    '"name": "0.0.9"',
    `app.json says version 0.0.9, package.json says ${version}: the package's counts.`,
  ],
  [
    'app.json',
    `"code": ${code}`,
    '"code": 99',
    `app.json: version code 99 does not belong to ${version}; it must be ${code}.`,
  ],
  ['app.json', '"vender": "Iliacus"', '"vender": ""', 'app.json: app.vender is empty.'],
  ['app.json', '"debug": false', '"debug": true', 'app.json: debug must be false.'],
  ['CHANGELOG.md', `## ${version}`, '## 0.0.9', `CHANGELOG.md begins with 0.0.9 instead of ${version}.`],
  ['store/es-ES.md', /^- `device:os.alarm`.*\n/m, '', 'store/es-ES.md gives no reason for device:os.alarm.'],
  [
    'store/de-DE.md',
    '- `device:os.alarm`',
    '- `device:os.storage`: ?\n- `device:os.alarm`',
    'store/de-DE.md speaks of device:os.storage, which app.json does not ask for.',
  ],
  ['store/zh-CN.md', /## Short\n\n.*\n/, '## Short\n', 'store/zh-CN.md has no text under "## Short".'],
  [
    'store/en-US.md',
    `## New in ${version}`,
    '## New in 0.0.9',
    `store/en-US.md has no text under "## New in ${version}".`,
  ],
  ['store/en-US.md', '# Iliacus', '', 'store/en-US.md has no name ("# " heading).'],
  [
    'store/en-US.md',
    '# Iliacus',
    '# Iliacus for Amazfit',
    "store/en-US.md: the name carries a maker's mark.",
  ],
  [
    'store/en-US.md',
    'For wellbeing only.',
    'Heals your hips.',
    'store/en-US.md says "Heals", which the store reads as a medical promise.',
  ],
  [
    'store/sdks.json',
    /"\d+\.\d+\.\d+"/,
    '"0.0.42"',
    `store/sdks.json says @zeppos/zml 0.0.42, the package carries ${String(objectAt(jsonOf('package.json'), 'dependencies')['@zeppos/zml'])}.`,
  ],
])('%s without %s, with %j, is reported', async (file, from, to, sentence) => {
  edit(file, from, to);
  expect(await problems()).toEqual([sentence]);
});

it.each([
  ['store/de-DE.md', 'store/de-DE.md is missing: the store listing in this language.'],
  ['docs/privacy.md', 'docs/privacy.md is missing: the store asks for a privacy statement.'],
  ['store/icon-240.png', 'store/icon-240.png is missing: run `npm run pictures -- store`.'],
  ['store/pictures', 'store/pictures holds 0 pictures; the store wants 3 or more.'],
])('a missing %s is reported', async (file, sentence) => {
  rmSync(join(root, file), { recursive: true });
  expect(await problems()).toEqual([sentence]);
});

it('a picture of another size is reported', async () => {
  cpSync(join(root, 'store/icon-240.png'), join(root, 'store/pictures/4-hold.png'));
  expect(await problems()).toEqual([
    'store/pictures/4-hold.png is 240x240 instead of 360x360: run `npm run pictures -- store`.',
  ]);
});

it('a file that is no picture is reported', async () => {
  writeFileSync(join(root, 'store/pictures/4-hold.png'), 'GIF89a and more than twenty-six bytes');
  expect(await problems()).toEqual(['store/pictures/4-hold.png is not a PNG.']);
});

it('everything that is missing is reported at once', async () => {
  rmSync(join(root, '.zepp'), { recursive: true });
  rmSync(join(root, 'store'), { recursive: true });
  mkdirSync(join(root, 'store'));
  const found = await problems({ appId: null, locales: ['en-US'] });
  expect(found.length).toBeGreaterThanOrEqual(10);
  expect(new Set(found).size).toBe(found.length);
});
