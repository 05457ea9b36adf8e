/** The packages as they ship: built, and checked for the rules that only the finished file can show. */
import { readFileSync } from 'node:fs';
import { beforeAll, expect, it } from 'vitest';
import { ensureBuilt, ensureBytecode } from '../../tools/package/build.ts';
import { supportedDevices } from '../../tools/package/pack-stage.ts';
import { readPackages, type ScreenPackage } from '../../tools/package/read-packages.ts';

let bytecode: readonly ScreenPackage[] = [];
let simulator: readonly ScreenPackage[] = [];

beforeAll(async () => {
  bytecode = await readPackages(await ensureBytecode({ isQuiet: true }));
  simulator = await readPackages((await ensureBuilt({ isQuiet: true })).simulatorZab);
});

/** The screens of all models that the app supports. */
const screens = [
  ...new Set(
    supportedDevices(JSON.parse(readFileSync('app.json', 'utf8'))).map(
      ({ shape, width, height }) => `${shape} ${width}x${height}`,
    ),
  ),
].sort();

it('both flavours hold a package for every screen of the supported models', () => {
  for (const packages of [bytecode, simulator])
    expect(packages.map(({ shape, screen }) => `${shape} ${screen}`).sort()).toEqual(screens);
});

it('no source, test, document or setting ships', () => {
  const files = bytecode.flatMap(({ device, phone }) => [...Object.keys(device), ...Object.keys(phone)]);
  expect(files.filter((file) => /\.(?:ts|map|md|po|svg)$|tsconfig|package\.json/.test(file))).toEqual([]);
});

it('zml ships in the app bundle and in no page', () => {
  const carriers = new Set(
    bytecode.flatMap(({ device }) =>
      Object.entries(device)
        .filter(([, bytes]) => Buffer.from(bytes).includes('errorIfSideServiceDisconnect'))
        .map(([file]) => file),
    ),
  );
  expect([...carriers]).toEqual(['app.bin']);
});
