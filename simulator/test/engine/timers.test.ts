/** Timers and clocks of the app, and what a tester can do to them. */
import { describe, expect, it } from 'vitest';
import { broken, launchedPage, miniWatch, perform, printed, printedBy } from '../support/mini-app.ts';

const BRIGHT = `zos('display').setPageBrightTime({ brightTime: 600000 });`;
const build = (code: string): string => `Page({ build() { ${code} } })`;
const TICKS = build(`${BRIGHT} setInterval(() => console.log('tick'), 1000)`);

it.each([
  ['timers tick in virtual time', TICKS, 'wait 5s', [1000, 2000, 3000, 4000, 5000]],
  ['timers stop when the page ends', TICKS, 'wait 1s; key back click; wait 5s', [1000]],
  [
    'timers stand still while the screen is dark, and catch up on waking',
    build(`setTimeout(() => console.log('late'), 12000)`),
    'wait 15s; screen on; wait 1',
    [15_000],
  ],
  ['timers stall as long as the tester says', TICKS, 'timers stall 2500ms; wait 3s', [2500]],
  [
    'timers run slow at a rate above one',
    build(
      `${BRIGHT} const i = zos('interaction'); i.onKey({ callback(key, event) {
      if (event === i.KEY_EVENT_CLICK) setTimeout(() => console.log('x'), 1000); return true } })`,
    ),
    'timers rate 1.5; key up click; wait 2s',
    [1500],
  ],
  ['timers fire twice if doubled', TICKS, 'timers doubled on; wait 1s', [1000, 1000]],
  [
    'system timers run in the dark',
    build(`zos('timer').createSysTimer(true, 5000, () => console.log('sys'))`),
    'wait 19s',
    [5000, 10_000, 15_000],
  ],
])('%s', async (_what, source, steps, atMs) => {
  const watch = await perform(await launchedPage(source), steps);
  expect(watch.lines('console').map((line) => Number(line.split(' ')[0]))).toEqual(atMs);
});

it('timers pass on their further arguments', async () => {
  expect(await printedBy(build(`setTimeout((a, b) => console.log(a + b), 5, 'x', 'y')`), 'wait 5')).toEqual([
    'xy',
  ]);
});

it('system timers do not exist below API 4.0', async () => {
  const asking = build(`console.log(typeof zos('timer').createSysTimer)`);
  const watch = await launchedPage(asking, { model: 'GTR 4' });
  expect([printed(watch), broken(watch)]).toEqual([['undefined'], []]);
});

describe('the wall clock', () => {
  it.each([
    [
      'is what Date shows, in the watch’s zone',
      `const d = new Date(); console.log(d.getHours(), d.getMinutes(), d.toISOString())`,
      { startEpochMs: Date.UTC(2026, 5, 1, 22, 30), zoneOffsetMin: 120 },
      '0 30 2026-06-01T22:30:00.000Z',
    ],
    [
      'makes local dates in the watch’s zone',
      `console.log(new Date(2026, 0, 1).getTime())`,
      { zoneOffsetMin: 60 },
      String(Date.UTC(2025, 11, 31, 23)),
    ],
  ])('%s', async (_what, code, options, said) => {
    expect(await printedBy(build(code), '', options)).toEqual([said]);
  });

  it.each([
    ['can jump unannounced', 3_600_000, 'time-jump 1h', []],
    ['tells the app of an announced jump', -1000, 'time-jump -1s announced', ['set']],
  ])('%s', async (_what, byMs, step, said) => {
    const listening = `const t = new (zos('sensor').Time)(); t.onPhoneTimeSetting(() => console.log('set'))`;
    const watch = await launchedPage(build(listening));
    const beforeMs = watch.sim.epochMs;
    await perform(watch, step);
    expect([watch.sim.epochMs - beforeMs, printed(watch)]).toEqual([byMs, said]);
  });

  it('of the phone ignores an unannounced jump of the watch’s, and follows an announced one', async () => {
    const setting = `AppSettingsPage({ build() { return Text({}, [String(Date.now())]) } })`;
    const watch = miniWatch({ setting }, { startEpochMs: 1_000_000 });
    await perform(watch, 'time-jump 5s; settings-open; expect settings 1000000');
    await perform(watch, 'time-jump 7s announced; settings-open; expect settings 1007000');
  });

  it('never turns uptime back', async () => {
    const watch = await perform(await launchedPage(TICKS), 'wait 2s; time-jump -1d announced; wait 1s');
    expect([watch.sim.uptimeMs, printed(watch).length]).toEqual([3000, 3]);
  });
});
