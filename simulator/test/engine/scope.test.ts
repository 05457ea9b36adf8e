/** What a bundle sees, and what it cannot reach. */
import { describe, expect, it } from 'vitest';
import { launchedPage, miniWatch, printed } from '../support/mini-app.ts';

const show = (code: string): string => `Page({ build() { console.log(${code}) } })`;

describe('names of the host', () => {
  it.each([
    'process',
    'require',
    'window',
    'document',
    'fetch',
    'structuredClone',
    'TextEncoder',
    'Intl',
    'BigInt',
    'hmUI',
  ])('%s is undefined', async (name) => {
    const watch = await launchedPage(show(`typeof ${name}`));
    expect(printed(watch)).toEqual(['undefined']);
  });

  it('are no members of globalThis', async () => {
    const watch = await launchedPage(show(`typeof globalThis.process + typeof globalThis.Promise`));
    expect(printed(watch)).toEqual(['undefinedfunction']);
  });

  it('throw when read without typeof, as any undeclared name', async () => {
    const watch = await launchedPage(show('DEVICE_HEIGHT'));
    expect(watch.lines('error')[0]).toContain('ReferenceError: DEVICE_HEIGHT is not defined');
  });

  it('give the language that the engine has', async () => {
    const watch = await launchedPage(
      show('[Math.max(1, 2), [3].map(String)[0], JSON.stringify({ a: undefined }), NaN].join()'),
    );
    expect(printed(watch)).toEqual(['2,3,{},NaN']);
  });
});

describe('a bundle', () => {
  it('reports an error while loading by name', async () => {
    const watch = await launchedPage('throw new TypeError("broken")');
    expect(watch.lines('error')).toEqual(['0 page/home: TypeError: broken (while loading)']);
  });

  it('shares no variables with another, but the app’s globalData', async () => {
    const watch = miniWatch({
      app: `var secret = 1; App({ globalData: { shared: 2 } })`,
      pages: { 'page/home': show('typeof secret + getApp()._options.globalData.shared') },
    });
    await watch.launch();
    expect(printed(watch)).toEqual(['undefined2']);
  });

  it('gets the same random numbers for the same seed', async () => {
    const draw = async (seed: number): Promise<string[]> =>
      printed(await launchedPage(show('Math.random()'), { seed }));
    expect(await draw(5)).toEqual(await draw(5));
    expect(await draw(5)).not.toEqual(await draw(6));
  });

  it('has its unhandled rejections reported', async () => {
    const watch = await launchedPage(`Page({ build() { Promise.reject(new Error('lost')) } })`);
    await watch.advance(0);
    expect(watch.lines('error')[0]).toContain('Error: lost (rejection that nobody handles)');
  });

  it('has handled rejections left alone', async () => {
    const watch = await launchedPage(
      `Page({ build() { Promise.reject(1).then(null, () => console.log('handled')) } })`,
    );
    await watch.advance(0);
    expect(watch.lines('error')).toEqual([]);
    expect(printed(watch)).toEqual(['handled']);
  });
});

describe('members of @zos modules', () => {
  it('are enumerable, as bundlers copy them', async () => {
    const watch = await launchedPage(show(`Object.keys(zos('timer')).includes('createSysTimer')`));
    expect(printed(watch)).toEqual(['true']);
  });

  it('hide the names of prop from listing', async () => {
    const watch = await launchedPage(
      show(`Object.keys(zos('ui').prop).length + ' ' + typeof zos('ui').prop.TEXT`),
    );
    expect(printed(watch)).toEqual(['0 number']);
  });

  it('throw their name when they are not simulated', async () => {
    const watch = await launchedPage(show(`zos('ble').mstConnect()`), { allow: ['not-simulated'] });
    expect(watch.lines('error')[0]).toContain('@zos/ble.mstConnect is not simulated');
  });

  it('that are modules throw their name too', async () => {
    const watch = await launchedPage(show(`zos('media')`), { allow: ['not-simulated'] });
    expect(watch.lines('error')[0]).toContain('@zos/media is not simulated');
  });
});
