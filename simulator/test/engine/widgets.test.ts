/** What taps, presses and swipes do to widgets. */
import { expect, it } from 'vitest';
import { launchedPage, printedBy } from '../support/mini-app.ts';

const build = (code: string): string => `Page({ build() { const ui = zos('ui'); ${code} } })`;
const make = (kind: string, props: string): string =>
  build(`ui.createWidget(ui.widget.${kind}, { ${props} });`);
/** Two buttons in one place, the second above the first. */
const twoButtons = (change = ''): string =>
  build(`for (const name of ['under', 'over']) { const b = ui.createWidget(ui.widget.BUTTON,
    { x: 140, y: 200, w: 200, h: 80, text: name, click_func: () => console.log(name) }); ${change} }`);
const LIST_ROWS = `item_config: [{ type_id: 1, item_height: 100,
  text_view: [{ x: 0, y: 0, w: 300, h: 100, key: 'name' }],
  image_view: [{ x: 300, y: 0, w: 100, h: 100, key: 'del', action: true }] }],
  item_click_func: (list, index, key) => console.log(index + key)`;
const MODAL = build(`const i = zos('interaction'); i.createModal({ content: 'Sure?',
  onClick: ({ type }) => console.log(type === i.MODAL_CONFIRM ? 'yes' : 'no') });`);

it.each([
  ['a tap reaches the topmost button under the finger', twoButtons(), 'tap 240 240', ['over']],
  [
    'a tap passes through hidden buttons',
    twoButtons(`if (name === 'over') b.setProperty(ui.prop.VISIBLE, false)`),
    'tap 240 240',
    ['under'],
  ],
  [
    'a tap takes a group’s position into account',
    build(`const g = ui.createWidget(ui.widget.GROUP, { x: 100, y: 100, w: 200, h: 200 });
      g.createWidget(ui.widget.BUTTON, { x: 50, y: 50, w: 80, h: 80, text: 'in', click_func: () => console.log('hit') });`),
    'tap 60 60; tap 160 160',
    ['hit'],
  ],
  [
    'a tap tells a list which row and which part was hit',
    make(
      'SCROLL_LIST',
      `x: 40, y: 100, w: 400, h: 300, item_space: 10, ${LIST_ROWS}, data_array: [{ name: 'a' }, { name: 'b' }]`,
    ),
    'tap 360 250; tap 60 110',
    ['1del', '0'],
  ],
  [
    'a tap calls the listeners for down, then for up',
    build(`const t = ui.createWidget(ui.widget.TEXT, { x: 100, y: 100, w: 200, h: 100, text: 'x' });
      t.addEventListener(ui.event.CLICK_UP, (info) => console.log('up ' + info.x));
      t.addEventListener(ui.event.CLICK_DOWN, () => console.log('down'));`),
    'tap 150 150',
    ['down', 'up 150'],
  ],
  [
    'a tap answers a modal box before anything below it',
    MODAL,
    'expect dialog Sure?; tap-text Cancel',
    ['no'],
  ],
  [
    'the back key closes a modal box and leaves the page',
    MODAL,
    'key back click; wait 1; expect page page/home',
    ['no'],
  ],
  [
    'a long press calls longpress_func alone, after 700 ms',
    make(
      'BUTTON',
      `x: 140, y: 200, w: 200, h: 80, text: 'b', click_func: () => console.log('click'),
       longpress_func: () => setTimeout(() => console.log('long'), 1)`,
    ),
    'long-press 240 240; wait 701ms',
    ['long'],
  ],
  [
    'a long press does nothing earlier',
    make('BUTTON', `x: 140, y: 200, w: 200, h: 80, text: 'b', longpress_func: () => console.log('long')`),
    'long-press 240 240',
    [],
  ],
  [
    'a switch turns over',
    make(
      'SLIDE_SWITCH',
      `x: 140, y: 200, w: 96, h: 64, checked: true, checked_change_func: (s, on) => console.log(on)`,
    ),
    'tap 160 220',
    ['false'],
  ],
  [
    'the crown goes to its listener in degrees',
    build(`zos('interaction').onDigitalCrown({ callback: (k, d) => console.log(d) })`),
    'crown -15',
    ['-15'],
  ],
  [
    'a swipe on a list scrolls it to its end and no further',
    make(
      'SCROLL_LIST',
      `x: 40, y: 80, w: 400, h: 300, ${LIST_ROWS}, data_array: ['a', 'b', 'c', 'd', 'e'].map((name) => ({ name }))`,
    ),
    'swipe up; swipe up; swipe up; tap 100 370',
    ['4'],
  ],
])('%s', async (_what, source, steps, said) => {
  expect(await printedBy(source, steps)).toEqual(said);
});

it('a tap on a text that nothing shows fails with the text and the page', async () => {
  const watch = await launchedPage(build(''));
  await expect(watch.tapText('Nowhere')).rejects.toThrow('Nothing on page/home shows "Nowhere"');
});
