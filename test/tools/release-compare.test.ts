/** Whether two packages are the same app: what counts, and what differs from one run of the packer to the next. */
import { expect, it } from 'vitest';
import { comparePackages } from '../../tools/check/compare-packages.ts';
import type { Files, ScreenPackage } from '../../tools/package/read-packages.ts';

const bytes = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, 'latin1'));

function packed(folder: string, timeStamp: number, more: Files = {}): readonly ScreenPackage[] {
  const device = {
    'app.json': bytes(`{"packageInfo":{"timeStamp":${timeStamp}}}`),
    'app.bin': bytes(`\x01/tmp/zpm-${folder}/dist/app.js\x02`),
    'assets/icon.png': bytes('picture'),
    ...more,
  };
  return [{ screen: '480x480', shape: 'round', device, phone: { 'app-side.js': bytes('side') } }];
}

const ours = packed('71A21E', 1);

it('the time and the folder of the packer make no difference', () => {
  expect(comparePackages(ours, packed('LcwP7J', 2))).toEqual({
    screens: 1,
    entries: 4,
    bundles: 2,
    differences: [],
  });
});

it.each<[string, Files, string]>([
  [
    'a bundle with another byte',
    { 'app.bin': bytes('\x01/tmp/zpm-LcwP7J/dist/app.js\x03') },
    'app.bin differs',
  ],
  ['another picture', { 'assets/icon.png': bytes('Picture') }, 'assets/icon.png differs'],
  [
    'another manifest',
    { 'app.json': bytes('{"packageInfo":{"timeStamp":1,"zpm":"4"}}') },
    'app.json differs',
  ],
  ['a file more', { 'page/more.bin': bytes('more') }, 'page/more.bin is theirs only'],
])('%s is reported', (_what, change, told) => {
  const { differences } = comparePackages(ours, packed('LcwP7J', 2, change));
  expect(differences).toEqual([`round 480x480 device: ${told}`]);
});

it('a screen that one package lacks is reported', () => {
  expect(comparePackages(ours, []).differences).toContain('round 480x480 device: app.bin is ours only');
});
