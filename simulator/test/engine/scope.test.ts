/** What a bundle sees, and what it cannot reach. */
import { describe, expect, it } from 'vitest';
import { launchedPage, miniWatch, perform, printed, printedBy } from '../support/mini-app.ts';

const show = (code: string): string => `Page({ build() { console.log(${code}) } })`;
const HIDDEN = 'process require window document fetch structuredClone TextEncoder Intl BigInt hmUI';

it.each<readonly [what: string, code: string, said: string]>([
  ...HIDDEN.split(' ').map((name) => [`${name} is undefined`, `typeof ${name}`, 'undefined'] as const),
  [
    'names of the host are no members of globalThis',
    'typeof globalThis.process + typeof globalThis.Promise',
    'undefinedfunction',
  ],
  [
    'the globals of the language are those of the watch’s engine',
    '[Math.max(1, 2), [3].map(String)[0], JSON.stringify({ a: undefined }), NaN].join()',
    '2,3,{},NaN',
  ],
  [
    'members of @zos modules are enumerable, as bundlers copy them',
    `Object.keys(zos('timer')).includes('createSysTimer')`,
    'true',
  ],
  [
    'the names of prop cannot be listed',
    `Object.keys(zos('ui').prop).length + ' ' + typeof zos('ui').prop.TEXT`,
    '0 number',
  ],
])('%s', async (_what, code, said) => {
  expect(await printedBy(show(code))).toEqual([said]);
});

it.each([
  [
    'a name of the device that is not declared',
    show('DEVICE_HEIGHT'),
    'ReferenceError: DEVICE_HEIGHT is not defined',
  ],
  [
    'an error while loading',
    'throw new TypeError("broken")',
    '0 page/home: TypeError: broken (while loading)',
  ],
  [
    'a rejection that nobody handles',
    `Page({ build() { Promise.reject(new Error('lost')) } })`,
    'Error: lost (rejection that nobody handles)',
  ],
  [
    'a member of @zos that is not simulated',
    show(`zos('ble').mstPair()`),
    '@zos/ble.mstPair is not simulated',
  ],
  [
    'a module of @zos that is not simulated',
    show(`zos('crypto').create(1)`),
    '@zos/crypto.create is not simulated',
  ],
])('%s is an error that names it', async (_what, source, told) => {
  const watch = await perform(await launchedPage(source, { allow: ['not-simulated'] }), 'wait 0');
  expect(watch.lines('error')[0]).toContain(told);
});

describe('a bundle', () => {
  it('shares the app’s globalData with other bundles, and no variables', async () => {
    const watch = miniWatch({
      app: `var secret = 1; App({ globalData: { shared: 2 } })`,
      pages: { 'page/home': show('typeof secret + getApp()._options.globalData.shared') },
    });
    expect(printed(await perform(watch, 'launch'))).toEqual(['undefined2']);
  });

  it('gets the same random numbers for the same seed', async () => {
    const draw = (seed: number): Promise<string[]> => printedBy(show('Math.random()'), '', { seed });
    expect(await draw(5)).toEqual(await draw(5));
    expect(await draw(5)).not.toEqual(await draw(6));
  });

  it('has no error for a rejection that it handles', async () => {
    const handling = `Page({ build() { Promise.reject(1).then(null, () => console.log('handled')) } })`;
    expect(await printedBy(handling, 'wait 0; expect no-error')).toEqual(['handled']);
  });
});
