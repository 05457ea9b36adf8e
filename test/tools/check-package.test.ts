import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { zipSync } from 'fflate';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { findDevice } from 'zepp-watch-simulator/devices';
import { checkPackage } from '../../tools/package/check-package.ts';

type Entries = Record<string, Uint8Array>;

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const device = findDevice('Balance 2');
const manifest = {
  app: { icon: 'icon.png' },
  targets: {
    default: {
      module: {
        page: { pages: ['page/home/index.page'] },
        'app-service': { services: ['app-service/helper'] },
        'app-side': { path: 'app-side/index' },
        setting: { path: 'setting/index' },
      },
    },
  },
};

const icon = (edgePx: number): Uint8Array => {
  const header = new Uint8Array(18);
  new DataView(header.buffer).setUint16(12, edgePx, true);
  new DataView(header.buffer).setUint16(14, edgePx, true);
  return header;
};

const soundDevice = (): Entries => ({
  'app.bin': bytes(`errorIfSideServiceDisconnect${'.'.repeat(20_000)}`),
  'page/home/index.page.bin': bytes('page'),
  'app-service/helper.bin': bytes('service'),
  'assets/icon.png': icon(124),
});
const soundPhone = (): Entries => ({ 'app-side.js': bytes('side'), 'setting.js': bytes('setting') });

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'package-check-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function verdict(deviceFiles: Entries, phoneFiles = soundPhone(), devices = [device]): Promise<void> {
  const platforms = [{ screenType: 'round', screenResolution: '480x480' }];
  const zpk = zipSync({ 'device.zip': zipSync(deviceFiles), 'app-side.zip': zipSync(phoneFiles) });
  const list = bytes(JSON.stringify({ zpks: [{ name: 'a.zpk', platforms }] }));
  const path = join(folder, 'app.zab');
  await writeFile(path, zipSync({ 'manifest.json': list, 'a.zpk': zpk }));
  await checkPackage(path, { manifest, devices, ending: '.bin' });
}

const without = (files: Entries, entry: string): Entries =>
  Object.fromEntries(Object.entries(files).filter(([name]) => name !== entry));

it('accepts a package that holds everything', async () => {
  await expect(verdict(soundDevice())).resolves.toBeUndefined();
});

it.each(['app.bin', 'page/home/index.page.bin', 'app-service/helper.bin', 'assets/icon.png'])(
  'reports %s that is missing in the device part',
  async (entry) => {
    await expect(verdict(without(soundDevice(), entry))).rejects.toThrow(entry);
  },
);

it.each(['app-side.js', 'setting.js'])('reports %s that is missing in the phone part', async (entry) => {
  await expect(verdict(soundDevice(), without(soundPhone(), entry))).rejects.toThrow(entry);
});

it.each<[what: string, Entries, RegExp]>([
  ['an app bundle that was packed without zml', { 'app.bin': bytes('a'.repeat(20_000)) }, /without zml/],
  ['one too small for the zml it names', { 'app.bin': bytes('errorIfSideServiceDisconnect') }, /without zml/],
  ['an icon that was not resized', { 'assets/icon.png': icon(248) }, /not resized/],
  ['JavaScript in it', { 'page/home/index.page.js': bytes('x') }, /ships as JavaScript/],
])('refuses the device part for %s', async (_, changes, words) => {
  await expect(verdict({ ...soundDevice(), ...changes })).rejects.toThrow(words);
});

it('reports a screen of the device list that has no package', async () => {
  const square = findDevice('Bip 6');
  await expect(verdict(soundDevice(), soundPhone(), [device, square])).rejects.toThrow(
    /no package for square 390x450/,
  );
});
