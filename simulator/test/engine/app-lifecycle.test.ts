/** How apps and pages live and end on the watch. */
import { describe, expect, it } from 'vitest';
import { launchedPage, miniWatch, printed } from '../support/mini-app.ts';

const LOUD = (name: string): string => `Page({
  onInit(params) { console.log('${name} init ' + params) },
  build() { console.log('${name} build') },
  onDestroy() { console.log('${name} destroyed') },
})`;

const APP = `App({ onCreate(params) { console.log('app created ' + params) }, onDestroy() { console.log('app destroyed') } })`;

function twoPages() {
  return miniWatch({ app: APP, pages: { 'page/one': LOUD('one'), 'page/two': LOUD('two') } });
}

/** Lets a page be opened from outside, as its own code would. */
const PUSHER = `Page({ build() { zos('interaction').onKey({ callback(key, event) {
  const { KEY_UP, KEY_EVENT_CLICK } = zos('interaction');
  if (event === KEY_EVENT_CLICK && key === KEY_UP) zos('router').push({ url: 'page/two', params: { n: 1 } });
  return true;
} }) } })`;

describe('launch', () => {
  it('creates the app, then opens the first page', async () => {
    const watch = twoPages();
    await watch.launch();
    expect(printed(watch)).toEqual(['app created undefined', 'one init undefined', 'one build']);
  });

  it('ends a running app before it opens it again, and gives its params to the app alone', async () => {
    const watch = twoPages();
    await watch.launch();
    await watch.launch('page/two', 'again');
    expect(printed(watch).slice(3)).toEqual([
      'one destroyed',
      'app destroyed',
      'app created again',
      'two init undefined',
      'two build',
    ]);
  });
});

describe('pages', () => {
  it('destroys the page below when another is pushed, and gives it its params as text', async () => {
    const watch = miniWatch({ pages: { 'page/one': PUSHER, 'page/two': LOUD('two') } });
    await watch.launch();
    await watch.key('up');
    await watch.advance(1);
    expect(watch.sim.watch.page).toBe('page/two');
    expect(printed(watch)).toEqual(['two init {"n":1}', 'two build']);
  });

  it('makes the page below anew after back', async () => {
    const watch = miniWatch({ pages: { 'page/one': PUSHER, 'page/two': LOUD('two') } });
    await watch.launch();
    await watch.key('up');
    await watch.advance(1);
    await watch.key('back');
    await watch.advance(1);
    expect(watch.sim.watch.page).toBe('page/one');
  });

  it('runs a page’s module again at each visit', async () => {
    const watch = miniWatch({
      pages: {
        'page/one': PUSHER,
        'page/two': `let visits = 0; visits += 1; Page({ build() { console.log(visits) } })`,
      },
    });
    await watch.launch();
    for (const key of ['up', 'back', 'up'] as const) {
      await watch.key(key);
      await watch.advance(1);
    }
    expect(printed(watch)).toEqual(['1', '1']);
  });

  it('exits the app when the first page is left by a right swipe', async () => {
    const watch = twoPages();
    await watch.launch();
    await watch.swipe('right');
    await watch.advance(1);
    expect(watch.sim.watch.page).toBeNull();
    expect(printed(watch).slice(-2)).toEqual(['one destroyed', 'app destroyed']);
  });

  it('stays when the app takes the swipe', async () => {
    const watch = await launchedPage(
      `Page({ build() { zos('interaction').onGesture({ callback: () => true }) } })`,
    );
    await watch.swipe('right');
    await watch.advance(1);
    expect(watch.sim.watch.page).toBe('page/home');
  });
});

describe('the screen', () => {
  it('goes dark 10 s after the last touch, and the app ends 10 s later', async () => {
    const watch = twoPages();
    await watch.launch();
    await watch.advance('9999ms');
    expect(watch.sim.watch.screenOn).toBe(true);
    await watch.advance('1ms');
    expect(watch.sim.watch.screenOn).toBe(false);
    await watch.advance('9999ms');
    expect(watch.sim.watch.page).toBe('page/one');
    await watch.advance('1ms');
    expect(watch.sim.watch.page).toBeNull();
    expect(printed(watch).slice(-2)).toEqual(['one destroyed', 'app destroyed']);
  });

  it('keeps the page that wakes in time', async () => {
    const watch = twoPages();
    await watch.launch();
    await watch.advance('15s');
    await watch.perform({ verb: 'wrist', motion: 'lift' });
    await watch.advance('8s');
    expect(watch.sim.watch.page).toBe('page/one');
  });

  it('lights as long as the page asks', async () => {
    const watch = await launchedPage(
      `Page({ build() { zos('display').setPageBrightTime({ brightTime: 60000 }) } })`,
    );
    await watch.advance('59s');
    expect(watch.sim.watch.screenOn).toBe(true);
  });

  it('forgets the bright time with the page', async () => {
    const watch = miniWatch({
      pages: {
        'page/one': `Page({ build() { zos('display').setPageBrightTime({ brightTime: 60000 });
          setTimeout(() => zos('router').replace({ url: 'page/two' }), 1000) } })`,
        'page/two': 'Page({})',
      },
    });
    await watch.launch();
    await watch.advance('12s');
    expect(watch.sim.watch.screenOn).toBe(false);
  });

  it('goes dark under a lowered wrist unless the page has paused that', async () => {
    const plain = await launchedPage('Page({})');
    await plain.perform({ verb: 'wrist', motion: 'lower' });
    expect(plain.sim.watch.screenOn).toBe(false);
    const paused = await launchedPage(
      `Page({ build() { zos('display').pauseDropWristScreenOff({ duration: 0 }) } })`,
    );
    await paused.advance('5s');
    await paused.perform({ verb: 'wrist', motion: 'lower' });
    expect(paused.sim.watch.screenOn).toBe(true);
  });

  it('ends a pause without a length after 30 s', async () => {
    const watch = await launchedPage(`Page({ build() { zos('display').pausePalmScreenOff({});
      zos('display').setPageBrightTime({ brightTime: 90000 }) } })`);
    await watch.advance('29s');
    await watch.perform({ verb: 'palm' });
    expect(watch.sim.watch.screenOn).toBe(true);
    await watch.advance('1s');
    await watch.perform({ verb: 'palm' });
    expect(watch.sim.watch.screenOn).toBe(false);
  });

  it('opens the same page again on waking when the app asked for it', async () => {
    const watch = await launchedPage(`Page({ build() { zos('display').setWakeUpRelaunch(true) } })`);
    await watch.advance('25s');
    expect(watch.sim.watch.page).toBeNull();
    await watch.perform({ verb: 'wrist', motion: 'lift' });
    expect(watch.sim.watch.page).toBe('page/home');
  });

  it('shows the watch face on waking when it did not', async () => {
    const watch = await launchedPage('Page({})');
    await watch.advance('25s');
    await watch.perform({ verb: 'wrist', motion: 'lift' });
    expect(watch.sim.watch.page).toBeNull();
  });

  it('takes a tap on the dark glass as waking only', async () => {
    const watch = await launchedPage(`Page({ build() { const ui = zos('ui');
      ui.createWidget(ui.widget.BUTTON, { x: 140, y: 200, w: 200, h: 80, text: 'go', click_func() { console.log('tapped') } }) } })`);
    await watch.advance('12s');
    await watch.tap(240, 240);
    expect(printed(watch)).toEqual([]);
    await watch.tap(240, 240);
    expect(printed(watch)).toEqual(['tapped']);
  });
});

describe('a kill', () => {
  it('calls nothing back', async () => {
    const watch = twoPages();
    await watch.launch();
    await watch.kill('page');
    expect(printed(watch).slice(-1)).toEqual(['one build']);
    expect(watch.sim.watch.page).toBeNull();
  });
});

describe('the secondary widget in focus', () => {
  const widget = `SecondaryWidget({ build() {
    zos('ui').createWidget(zos('ui').widget.BUTTON, { x: 0, y: 0, w: 480, h: 480, text: 'Open',
      click_func() { zos('router').push({ url: 'page/two', params: 'tapped' }) },
      longpress_func() { console.log('pressed long') } });
  } })`;
  const pages = { 'page/one': LOUD('one'), 'page/two': LOUD('two') };

  it('opens the app on the page that a tap on it asks for', async () => {
    const watch = miniWatch({ widget, pages });
    await watch.perform({ verb: 'widget-focus', on: true });
    await watch.tapText('Open');
    await watch.advance(100);
    expect(printed(watch)).toEqual(['two init tapped', 'two build']);
  });

  it('hears a long press', async () => {
    const watch = miniWatch({ widget, pages });
    await watch.perform({ verb: 'widget-focus', on: true });
    await watch.perform({ verb: 'long-press', x: 240, y: 240 });
    await watch.advance(2_000);
    expect(printed(watch)).toEqual(['pressed long']);
  });

  it('is not touched while it is out of focus', async () => {
    const watch = miniWatch({ widget, pages });
    await watch.perform({ verb: 'widget-focus', on: true });
    await watch.perform({ verb: 'widget-focus', on: false });
    await watch.perform({ verb: 'tap', x: 240, y: 240 });
    await watch.advance(100);
    expect(printed(watch)).toEqual([]);
  });
});
