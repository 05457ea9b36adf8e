/** App Services, alarms, notifications and reboots. */
import { describe, expect, it } from 'vitest';
import { broken, miniWatch, printed } from '../support/mini-app.ts';

const LOUD = `AppService({ onInit(p) { console.log('init ' + p) }, onDestroy() { console.log('destroyed') } })`;
const ASK = `zos('app').requestPermission({ permissions: ['device:os.bg_service'], callback(result) {
  console.log('answer ' + result);
  zos('app-service').start({ file: 'service/one', param: 'p', complete_func: (r) => console.log('started ' + r.result) });
} })`;

function asking(service = LOUD) {
  return miniWatch(
    { pages: { 'page/home': `Page({ build() { ${ASK} } })` }, services: { 'service/one': service } },
    { allow: ['permission-not-granted'] },
  );
}

describe('a continuous service', () => {
  it('asks the user, and runs when allowed', async () => {
    const watch = asking();
    await watch.launch();
    expect(watch.sim.watch.dialog?.title).toBe('Run in the background?');
    await watch.permission('allow');
    await watch.advance('1s');
    expect(printed(watch)).toEqual(['answer 2', 'init p', 'started true']);
    expect(watch.sim.watch.servicesRunning).toEqual(['service/one']);
  });

  it('does not run when denied', async () => {
    const watch = asking();
    await watch.launch();
    await watch.permission('deny');
    await watch.advance('1s');
    expect(printed(watch)).toEqual(['answer 0', 'started false']);
  });

  it('takes an answer that was given ahead', async () => {
    const watch = asking();
    await watch.permission('allow');
    await watch.launch();
    await watch.advance('1s');
    expect(watch.sim.watch.servicesRunning).toEqual(['service/one']);
  });

  it('outlives the page and the app', async () => {
    const watch = asking(
      `AppService({ onInit() { zos('timer').createSysTimer(true, 10000, () => console.log('tick')) } })`,
    );
    await watch.permission('allow');
    await watch.launch();
    await watch.advance('65s');
    expect(watch.sim.watch.page).toBeNull();
    expect(printed(watch).filter((text) => text === 'tick')).toHaveLength(6);
  });

  it('comes back after a reboot', async () => {
    const watch = asking();
    await watch.permission('allow');
    await watch.launch();
    await watch.advance('1s');
    await watch.reboot();
    expect(watch.sim.watch.servicesRunning).toEqual([]);
    await watch.advance('20s');
    expect(watch.sim.watch.servicesRunning).toEqual(['service/one']);
  });

  it('is refused beside the service of another app, which is listed, and no rule is broken', async () => {
    const watch = asking();
    await watch.permission('allow');
    await watch.perform({ verb: 'foreign-service', on: true });
    await watch.launch();
    await watch.advance('1s');
    expect(printed(watch)).toEqual(['answer 2', 'started false']);
    expect(watch.sim.watch.servicesRunning).toEqual(['app-service/of-another-app']);
    expect(watch.sim.breaches).toEqual([]);
  });

  it('ends when the wearer prefers the service of another app', async () => {
    const watch = asking();
    await watch.permission('allow');
    await watch.launch();
    await watch.advance('1s');
    await watch.perform({ verb: 'foreign-service', on: true });
    expect(printed(watch).slice(-1)).toEqual(['destroyed']);
    expect(watch.sim.watch.servicesRunning).toEqual(['app-service/of-another-app']);
    await watch.perform({ verb: 'foreign-service', on: false });
    expect(watch.sim.watch.servicesRunning).toEqual([]);
  });

  it('ends without callbacks when killed', async () => {
    const watch = asking();
    await watch.permission('allow');
    await watch.launch();
    await watch.advance('1s');
    await watch.kill('service');
    expect(printed(watch)).not.toContain('destroyed');
  });
});

describe('a single run', () => {
  it('ends after 600 ms', async () => {
    const watch = miniWatch({
      pages: {
        'page/home': `Page({ build() { zos('alarm').set({ url: 'service/one', delay: 3, param: 'x' }) } })`,
      },
      services: { 'service/one': LOUD },
    });
    await watch.launch();
    await watch.advance('5s');
    expect(watch.lines('console')).toEqual(['3000 service/one: init x', '3600 service/one: destroyed']);
  });

  it('is what a custom event starts', async () => {
    const watch = miniWatch({
      pages: {
        'page/home': `Page({ build() { zos('app').emitCustomSystemEvent({ eventName: 'event:customize.x', eventParam: 'a=1' }) } })`,
      },
      services: { 'service/one': LOUD },
      event: 'service/one',
    });
    await watch.launch();
    await watch.advance('1s');
    expect(printed(watch)[0]).toBe('init event=event:customize.x&a=1');
  });

  it('is what a notification’s button starts', async () => {
    const watch = miniWatch({
      pages: {
        'page/home': `Page({ build() { zos('notification').notify({ title: 'T', content: 'C',
          actions: [{ text: 'Later', file: 'service/one', param: 'l' }] }) } })`,
      },
      services: { 'service/one': LOUD },
    });
    await watch.launch();
    await watch.tapText('Later');
    await watch.advance('1s');
    expect(printed(watch)[0]).toBe('init l');
  });

  it('may write files while the screen is dark', async () => {
    const watch = miniWatch({
      pages: { 'page/home': `Page({ build() { zos('alarm').set({ url: 'service/one', delay: 30 }) } })` },
      services: {
        'service/one': `AppService({ onInit() { zos('fs').writeFileSync({ path: 'a', data: 'b' }) } })`,
      },
    });
    await watch.launch();
    await watch.advance('31s');
    expect(Array.from(watch.sim.files.keys())).toEqual(['a']);
    expect(broken(watch)).toEqual([]);
  });
});

describe('alarms', () => {
  const page = (option: string) => ({
    app: `App({ onCreate(p) { console.log('created ' + p) } })`,
    pages: {
      'page/home': `Page({ build() { console.log(zos('alarm').set({ url: 'page/home', ${option} })) } })`,
    },
  });

  it('light the screen and open the app with their param', async () => {
    const watch = miniWatch(page(`delay: 60, param: 'wake'`));
    await watch.launch();
    await watch.advance('61s');
    expect(watch.sim.watch.screenOn).toBe(true);
    expect(printed(watch)).toEqual(['created undefined', '1', 'created wake', '2']);
  });

  it('follow the wall clock when it is set', async () => {
    const watch = miniWatch(page('delay: 3600'));
    await watch.launch();
    await watch.advance('30s');
    await watch.perform({ verb: 'time-jump', byMs: 3_600_000, announced: true });
    await watch.advance('1s');
    expect(watch.lines('alarm').some((line) => line.includes('is due'))).toBe(true);
  });

  it('may be refused: there is no id, and nothing comes', async () => {
    const watch = miniWatch(page('delay: 60'));
    await watch.perform({ verb: 'alarms', state: 'refused' });
    await watch.launch();
    await watch.advance('61s');
    expect(printed(watch)).toEqual(['created undefined', '0']);
    expect(watch.lines('alarm').some((line) => line.includes('is due'))).toBe(false);
  });

  it('are forgotten at a reboot unless stored', async () => {
    const lost = miniWatch(page('delay: 60'));
    await lost.launch();
    await lost.reboot();
    await lost.advance('61s');
    expect(lost.lines('alarm').some((line) => line.includes('is due'))).toBe(false);
    const kept = miniWatch(page('delay: 60, store: true'));
    await kept.launch();
    await kept.reboot();
    await kept.advance('61s');
    expect(kept.lines('alarm').some((line) => line.includes('is due'))).toBe(true);
  });

  it('repeat each week on the chosen days only', async () => {
    // 2026-01-05 is a Monday.
    const watch = miniWatch({
      pages: {
        'page/home': `Page({ build() { const a = zos('alarm');
          a.set({ url: 'service/one', delay: 60, repeat_type: a.REPEAT_WEEK, week_days: a.WEEK_TUE | a.WEEK_THU }) } })`,
      },
      services: { 'service/one': `AppService({ onInit() { console.log(new Date().getDay()) } })` },
    });
    await watch.launch();
    await watch.advance('9d');
    expect(printed(watch)).toEqual(['2', '4', '2']);
  });

  it('give 0 for a time that has passed', async () => {
    const watch = miniWatch(page('time: 1000'));
    await watch.launch();
    expect(printed(watch)).toContain('0');
  });
});
