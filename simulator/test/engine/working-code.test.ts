/** What official samples and published apps do, and what a watch is known to accept. */
import { expect, it } from 'vitest';
import { miniWatch, perform, printed, printedBy } from '../support/mini-app.ts';

const PAGE = 'Page({ build() {} })';

it.each<readonly [what: string, source: string, said: string]>([
  [
    'a Promise that replaces the global one is seen under its plain name',
    `var root = globalThis; root.Promise = class extends Promise {}; root.Promise.mark = 1;
     Page({ build() { console.log(String(Promise.mark)) } })`,
    '1',
  ],
  [
    'a name that is assigned through globalThis is a global',
    'globalThis.answer = 42; Page({ build() { console.log(String(answer)) } })',
    '42',
  ],
  [
    'what the app keeps in globalData reaches its pages',
    'Page({ build() { console.log(getApp().globalData.greeting) } })',
    'hello',
  ],
  [
    'LocalStorage has its store',
    `Page({ build() {
       const storage = new (zos('storage').LocalStorage)();
       storage.setItem('a', 'b');
       console.log(JSON.stringify(storage.store));
     } })`,
    '{"a":"b"}',
  ],
  [
    'a logger has a name and levels',
    `Page({ build() { zos('utils').log.getLogger('mine').info('told') } })`,
    'told',
  ],
  [
    'the logger of older code exists',
    `Page({ build() { DeviceRuntimeCore.HmLogger.getLogger('mine').warn('told ' + 1) } })`,
    '[mine] told 1',
  ],
  [
    'code for watch and phone can tell where it runs',
    'Page({ build() { console.log(typeof __ZEPPOS__) } })',
    'boolean',
  ],
  [
    'px converts lengths of the design to pixels',
    `Page({ build() { console.log(String(zos('utils').px(480))) } })`,
    '480',
  ],
  [
    'a module that is not simulated does no harm until it is used',
    `const { create } = zos('crypto'); Page({ build() { console.log(typeof create) } })`,
    'function',
  ],
])('%s', async (_what, source, said) => {
  const watch = await perform(
    miniWatch({ app: `App({ globalData: { greeting: 'hello' } })`, pages: { 'page/home': source } }),
    'launch; wait 100ms',
  );
  expect(printed(watch).join('\n')).toContain(said);
  expect(watch.lines('error')).toEqual([]);
});

it('an app may say in onCreate that its status bar is hidden', async () => {
  const watch = await perform(
    miniWatch({
      app: `App({ onCreate() { zos('ui').setStatusBarVisible(false) } })`,
      pages: { 'page/home': PAGE },
    }),
    'launch; wait 100ms',
  );
  expect(watch.lines('error')).toEqual([]);
});

it('an app may have module.exports after App()', async () => {
  const watch = await perform(
    miniWatch({ app: 'App({}); module.exports = {};', pages: { 'page/home': PAGE } }),
    'launch; wait 100ms',
  );
  expect(watch.lines('error')).toEqual([]);
  expect(watch.sim.watch.page).toBe('page/home');
});

it('a member of a module that is not simulated throws an error with its name when it is called', async () => {
  expect(
    await printedBy(
      `Page({ build() { try { zos('crypto').create() } catch (e) { console.log(e.message) } } })`,
    ),
  ).toEqual([expect.stringContaining('@zos/crypto')]);
});

it('code on the phone may have module.exports at its end, as the packer writes it after some packages', async () => {
  const SET = `props.settingsStorage.setItem('go', '1')`;
  const watch = await perform(
    miniWatch({
      side: `AppSideService({ onInit() { console.log('runs') } }); module.exports = {};`,
      setting: `AppSettingsPage({ build: (props) => Button({ label: 'go', onClick: () => ${SET} }) }); module.exports = {};`,
    }),
    'settings-open; setting Button go onClick; wait 1s',
  );
  expect(watch.lines('error')).toEqual([]);
  expect(printed(watch)).toEqual(['runs']);
  expect(watch.sim.breaches.map(({ rule }) => rule)).toContain('commonjs-bundle');
});
