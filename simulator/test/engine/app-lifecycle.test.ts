/** How apps and pages live and end on the watch. */
import { describe, expect, it } from 'vitest';
import { launchedPage, miniWatch, perform, printed, printedBy } from '../support/mini-app.ts';

const LOUD = (name: string): string => `Page({
  onInit(params) { console.log('${name} init ' + params) },
  build() { console.log('${name} build') },
  onDestroy() { console.log('${name} destroyed') },
})`;
const APP = `App({ onCreate(params) { console.log('app created ' + params) }, onDestroy() { console.log('app destroyed') } })`;

/** Pushes the second page with the upper key, as its own code would. */
const PUSHER = `Page({ build() { zos('interaction').onKey({ callback(key, event) {
  const { KEY_UP, KEY_EVENT_CLICK } = zos('interaction');
  if (event === KEY_EVENT_CLICK && key === KEY_UP) zos('router').push({ url: 'page/two', params: { n: 1 } });
  return true;
} }) } })`;

it.each([
  [
    'an app is created, then its first page',
    'launch',
    ['app created undefined', 'one init undefined', 'one build'],
  ],
  [
    'a running app ends before it is opened again, and App.onCreate gets the params',
    'launch; launch page/two again',
    ['one destroyed', 'app destroyed', 'app created again', 'two init undefined', 'two build'],
  ],
  [
    'an app ends when its first page is left by a right swipe',
    'launch; swipe right; wait 1; expect page none',
    ['one destroyed', 'app destroyed'],
  ],
  [
    'the screen goes dark 10 s after the last touch, and the app ends 10 s later',
    `launch; wait 9999ms; expect screen on; wait 1ms; expect screen off
     wait 9999ms; expect page page/one; wait 1ms; expect page none`,
    ['one destroyed', 'app destroyed'],
  ],
  ['a kill calls no lifecycle callback', 'launch; kill page; expect page none', ['one build']],
])('%s', async (_what, steps, said) => {
  const watch = miniWatch({ app: APP, pages: { 'page/one': LOUD('one'), 'page/two': LOUD('two') } });
  expect(printed(await perform(watch, steps)).slice(-said.length)).toEqual(said);
});

describe('a page that is pushed over another', () => {
  it.each([
    [
      'destroys the lower page, and gets its params as text',
      'expect page page/two',
      ['two init {"n":1}', 'two build'],
    ],
    [
      'gives way after back to a new instance of the lower page',
      'key back click; wait 1; expect page page/one',
      ['two init {"n":1}', 'two build', 'two destroyed'],
    ],
  ])('%s', async (_what, steps, said) => {
    const watch = miniWatch({ pages: { 'page/one': PUSHER, 'page/two': LOUD('two') } });
    expect(printed(await perform(watch, `launch; key up click; wait 1; ${steps}`))).toEqual(said);
  });

  it('runs its module again each time it is opened', async () => {
    const counter = `let visits = 0; visits += 1; Page({ build() { console.log(visits) } })`;
    const watch = miniWatch({ pages: { 'page/one': PUSHER, 'page/two': counter } });
    await perform(watch, 'launch; key up click; wait 1; key back click; wait 1; key up click; wait 1');
    expect(printed(watch)).toEqual(['1', '1']);
  });
});

const inBuild = (code: string): string => `Page({ build() { ${code} } })`;
const bright = (ms: number): string => `zos('display').setPageBrightTime({ brightTime: ${ms} });`;

it.each([
  [
    'a page stays when the app takes the swipe',
    inBuild(`zos('interaction').onGesture({ callback: () => true })`),
    'swipe right; wait 1; expect page page/home',
  ],
  ['a page that wakes in time is kept', 'Page({})', 'wait 15s; wrist lift; wait 8s; expect page page/home'],
  ['the screen stays lit as long as the page asks', inBuild(bright(60_000)), 'wait 59s; expect screen on'],
  ['the screen goes dark under a lowered wrist', 'Page({})', 'wrist lower; expect screen off'],
  [
    'the screen stays on under a wrist that the page has paused',
    inBuild(`zos('display').pauseDropWristScreenOff({ duration: 0 })`),
    'wait 5s; wrist lower; expect screen on',
  ],
  [
    'a pause without a length ends after 30 s',
    inBuild(`zos('display').pausePalmScreenOff({}); ${bright(90_000)}`),
    'wait 29s; palm; expect screen on; wait 1s; palm; expect screen off',
  ],
  [
    'the same page is opened on waking when the app asked for it',
    inBuild(`zos('display').setWakeUpRelaunch(true)`),
    'wait 25s; expect page none; wrist lift; expect page page/home',
  ],
  ['the watch face is shown on waking when it did not', 'Page({})', 'wait 25s; wrist lift; expect page none'],
])('%s', async (_what, source, steps) => {
  await perform(await launchedPage(source), steps);
});

it('the bright time ends with its page', async () => {
  const first = inBuild(
    `${bright(60_000)} setTimeout(() => zos('router').replace({ url: 'page/two' }), 1000)`,
  );
  await perform(
    miniWatch({ pages: { 'page/one': first, 'page/two': 'Page({})' } }),
    'launch; wait 12s; expect screen off',
  );
});

it.each([
  ['only wakes it', '', []],
  ['reaches the app once it is lit', '; tap 240 240', ['tapped']],
])('a tap on the dark glass %s', async (_what, more, said) => {
  const button = inBuild(`const ui = zos('ui'); ui.createWidget(ui.widget.BUTTON,
    { x: 140, y: 200, w: 200, h: 80, text: 'go', click_func() { console.log('tapped') } });`);
  expect(await printedBy(button, `wait 12s; tap 240 240${more}`)).toEqual(said);
});
