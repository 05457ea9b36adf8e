/** The packages as they ship: built, checked and within the rules that only the finished file can show. */
import { beforeAll, expect, it } from 'vitest';
import { ensureBuilt, ensureBytecode } from '../../tools/package/build.ts';
import { readPackages, type ScreenPackage } from '../../tools/package/read-packages.ts';

let bytecode: readonly ScreenPackage[] = [];
let simulator: readonly ScreenPackage[] = [];

beforeAll(async () => {
  bytecode = await readPackages(await ensureBytecode({ isQuiet: true }));
  simulator = await readPackages((await ensureBuilt({ isQuiet: true })).simulatorZab);
});

const screens = [
  'round 416x416',
  'round 454x454',
  'round 466x466',
  'round 480x480',
  'square 390x450',
  'square 432x514',
];

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
