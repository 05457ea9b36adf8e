/** Members of `@zos` modules that the simulated world can answer, each with what an app gets. */
import { expect, it } from 'vitest';
import { broken, launchedPage, miniWatch, perform, printed, printedBy } from '../support/mini-app.ts';

const show = (code: string) => `Page({ build() { console.log(String(${code})) } })`;

it.each([
  ['the app finds itself by its name', `zos('router').getAppIdByName('mini')`, '20001'],
  ['no other app is found', `zos('router').getAppIdByName('other')`, '0'],
  ['the app finds itself by its id', `zos('app').getPackageInfoById({ appId: 20001 }).name`, 'Mini'],
  ['no other app has an id', `zos('app').getPackageInfoById({ appId: 1 })`, 'undefined'],
  ['memory is reported', `zos('app').getPerformance('memory').memory.app[0].appid`, '20001'],
  ['times are reported only when asked for', `zos('app').getPerformance('memory').perf`, 'undefined'],
  ['a card has a size', `zos('ui').getAppWidgetSize().w > 0`, 'true'],
  ['a card takes a height', `(zos('ui').setAppWidgetSize({ h: 77 }), zos('ui').getAppWidgetSize().h)`, '77'],
  [
    'lengths become pixels',
    `[zos('ui').pixel('10vw'), zos('ui').sp(20), zos('ui').getSysFontSize(20)]`,
    '48,20,20',
  ],
  ['English runs from left to right', `[zos('ui').getRtlLayout(), zos('ui').relayoutRtl()]`, 'false,true'],
  [
    'a page becomes a swiper',
    `(zos('ui').setScrollView(true, 480, 3, true), zos('ui').scrollToPage(2), zos('ui').getScrollCurrentPage())`,
    '2',
  ],
  ['no other device is connected', `zos('ble').mstGetConnIdByRemoteAddr(new ArrayBuffer(6))`, 'undefined'],
])('%s', async (_, code, said) => {
  expect(await printedBy(show(code))).toEqual([said]);
});

it('a right-to-left language is reported, and mirroring is refused', async () => {
  const source = show(`zos('ui').getRtlLayout() + String(zos('ui').relayoutRtl())`);
  const watch = await launchedPage(source, { watchLocale: 'he-IL' });
  expect(broken(watch)).toEqual(['not-simulated']);
});

it('a constant of something that is not simulated throws an error with its name', async () => {
  const watch = await launchedPage(show(`zos('ui').sport_data.PACE`));
  expect(watch.lines('error')).toEqual([expect.stringContaining('@zos/ui.sport_data.PACE is not simulated')]);
});

it('a scan for Bluetooth devices finds none, and a connection fails', async () => {
  const source = `Page({ build() { const ble = zos('ble'); ble.mstOnPrepare(() => console.log('never'));
    ble.mstStartScan(() => console.log('never'), { duration: 2, on_timeout: () => console.log('scanned') });
    ble.mstConnect(new ArrayBuffer(6), (r) => console.log('connected ' + r.connected)) } })`;
  expect(await printedBy(source, 'wait 6s')).toEqual(['scanned', 'connected 1']);
});

it('health data that the app adds becomes an event', async () => {
  const pages = { 'page/home': show(`zos('user').addHealthData({ weight: 65, bmi: 1900 })`) };
  const allowed = await perform(miniWatch({ pages, permissions: ['data:user.health'] }), 'launch; wait 10ms');
  expect([printed(allowed), allowed.lines('app').join()]).toEqual([
    ['true'],
    expect.stringContaining('1900'),
  ]);
  expect(broken(await perform(miniWatch({ pages }), 'launch; wait 10ms'))).toEqual(['missing-permission']);
});

it('the daily summary of heart rates gives the highest', async () => {
  const source = `const h = new (zos('sensor').HeartRate)(); ${show('h.getDailySummary().maximum.hr_value')}`;
  expect(await printedBy(source)).toEqual(['131']);
});
