/** App Services, alarms, notifications and reboots. */
import { describe, expect, it } from 'vitest';
import { miniWatch, perform, printed } from '../support/mini-app.ts';

const LOUD = `AppService({ onInit(p) { console.log('init ' + p) }, onDestroy() { console.log('destroyed') } })`;
const ASK = `zos('app').requestPermission({ permissions: ['device:os.bg_service'], callback(result) {
  console.log('answer ' + result);
  zos('app-service').start({ file: 'service/one', param: 'p', complete_func: (r) => console.log('started ' + r.result) });
} })`;
const inBuild = (code: string) => ({ 'page/home': `Page({ build() { ${code} } })` });
const asking = (service = LOUD) =>
  miniWatch(
    { pages: inBuild(ASK), services: { 'service/one': service } },
    { allow: ['permission-not-granted'] },
  );

describe('a continuous service', () => {
  const ALLOWED = 'permission allow; launch; wait 1s';
  const STARTED = ['answer 2', 'init p', 'started true'];
  const OWN = ['service/one'];
  const FOREIGN = ['app-service/of-another-app'];

  it.each([
    [
      'asks the user, and runs if allowed',
      'launch; expect dialog "Run in the background?"; permission allow; wait 1s',
      STARTED,
      OWN,
    ],
    [
      'does not run if the user denies it',
      'launch; permission deny; wait 1s',
      ['answer 0', 'started false'],
      [],
    ],
    ['uses an answer that was given in advance', ALLOWED, STARTED, OWN],
    ['ends at a reboot without callbacks', `${ALLOWED}; reboot`, STARTED, []],
    ['comes back after a reboot', `${ALLOWED}; reboot; wait 20s`, [...STARTED, 'init p'], OWN],
    [
      'is refused beside the service of another app, which is listed, and no rule is broken',
      'permission allow; foreign-service on; launch; wait 1s; expect no-breach',
      ['answer 2', 'started false'],
      FOREIGN,
    ],
    [
      'ends when the service of another app starts',
      `${ALLOWED}; foreign-service on`,
      [...STARTED, 'destroyed'],
      FOREIGN,
    ],
    [
      'does not come back when that service stops',
      `${ALLOWED}; foreign-service on; foreign-service off`,
      [...STARTED, 'destroyed'],
      [],
    ],
    ['ends without callbacks when killed', `${ALLOWED}; kill service`, STARTED, []],
  ])('%s', async (_what, steps, said, running) => {
    const watch = await perform(asking(), steps);
    expect([printed(watch), watch.sim.watch.servicesRunning]).toEqual([said, running]);
  });

  it('survives the page and the app', async () => {
    const ticking = `AppService({ onInit() { zos('timer').createSysTimer(true, 10000, () => console.log('tick')) } })`;
    const watch = await perform(asking(ticking), 'permission allow; launch; wait 65s; expect page none');
    expect(printed(watch).filter((text) => text === 'tick')).toHaveLength(6);
  });
});

describe('a single run', () => {
  const alarm = (option: string): string => `zos('alarm').set({ url: 'service/one', ${option} })`;

  it.each([
    ['ends after 600 ms', alarm(`delay: 3, param: 'x'`), 'wait 5s', ['3000 init x', '3600 destroyed']],
    [
      'is what a custom event starts',
      `zos('app').emitCustomSystemEvent({ eventName: 'event:customize.x', eventParam: 'a=1' })`,
      'wait 500ms',
      ['0 init event=event:customize.x&a=1'],
    ],
    [
      'is what a notification’s button starts',
      `zos('notification').notify({ title: 'T', content: 'C', actions: [{ text: 'Later', file: 'service/one', param: 'l' }] })`,
      'tap-text Later; wait 500ms',
      ['0 init l'],
    ],
  ])('%s', async (_what, code, steps, said) => {
    const watch = miniWatch({
      pages: inBuild(code),
      services: { 'service/one': LOUD },
      event: 'service/one',
    });
    await perform(watch, `launch; ${steps}`);
    expect(watch.lines('console').map((line) => line.replace('service/one: ', ''))).toEqual(said);
  });

  it('may write files while the screen is dark', async () => {
    const writing = `AppService({ onInit() { zos('fs').writeFileSync({ path: 'a', data: 'b' }) } })`;
    const watch = miniWatch({ pages: inBuild(alarm('delay: 30')), services: { 'service/one': writing } });
    await perform(watch, 'launch; wait 31s; expect file a; expect no-breach');
  });
});

describe('alarms', () => {
  it.each([
    [
      'light the screen and open the app with their param',
      `delay: 60, param: 'wake'`,
      'launch; wait 61s; expect screen on',
      ['created undefined', '1', 'created wake', '2'],
    ],
    [
      'follow the wall clock when it is set',
      'delay: 3600',
      'launch; wait 30s; time-jump 1h announced; wait 1s',
      ['created undefined', '1', 'created undefined', '2'],
    ],
    [
      'can be refused: they have no id, and never ring',
      'delay: 60',
      'alarms refused; launch; wait 61s',
      ['created undefined', '0'],
    ],
    ['are forgotten at a reboot', 'delay: 60', 'launch; reboot; wait 61s', ['created undefined', '1']],
    [
      'survive a reboot if they are stored',
      'delay: 60, store: true',
      'launch; reboot; wait 61s',
      ['created undefined', '1', 'created undefined', '2'],
    ],
    ['have the id 0 for a time that has passed', 'time: 1000', 'launch', ['created undefined', '0']],
  ])('%s', async (_what, option, steps, said) => {
    const app = `App({ onCreate(p) { console.log('created ' + p) } })`;
    const pages = inBuild(`console.log(zos('alarm').set({ url: 'page/home', ${option} }))`);
    expect(printed(await perform(miniWatch({ app, pages }), steps))).toEqual(said);
  });

  it('repeat each week on the chosen days only', async () => {
    const pages = inBuild(`const a = zos('alarm');
      a.set({ url: 'service/one', delay: 60, repeat_type: a.REPEAT_WEEK, week_days: a.WEEK_TUE | a.WEEK_THU })`);
    const services = { 'service/one': `AppService({ onInit() { console.log(new Date().getDay()) } })` };
    expect(printed(await perform(miniWatch({ pages, services }), 'launch; wait 9d'))).toEqual([
      '2',
      '4',
      '2',
    ]);
  });
});
