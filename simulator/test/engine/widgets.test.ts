/** Widgets under fingers. */
import { describe, expect, it } from 'vitest';
import { launchedPage, printed } from '../support/mini-app.ts';

const build = (code: string): string => `Page({ build() { const ui = zos('ui'); ${code} } })`;

describe('a tap', () => {
  it('reaches the topmost button under the finger', async () => {
    const watch = await launchedPage(
      build(`for (const name of ['under', 'over']) ui.createWidget(ui.widget.BUTTON,
        { x: 140, y: 200, w: 200, h: 80, text: name, click_func: () => console.log(name) });`),
    );
    await watch.tap(240, 240);
    expect(printed(watch)).toEqual(['over']);
  });

  it('passes hidden buttons', async () => {
    const watch = await launchedPage(
      build(`for (const name of ['under', 'over']) { const b = ui.createWidget(ui.widget.BUTTON,
        { x: 140, y: 200, w: 200, h: 80, text: name, click_func: () => console.log(name) });
        if (name === 'over') b.setProperty(ui.prop.VISIBLE, false) }`),
    );
    await watch.tap(240, 240);
    expect(printed(watch)).toEqual(['under']);
  });

  it('counts a group’s place in', async () => {
    const watch = await launchedPage(
      build(`const g = ui.createWidget(ui.widget.GROUP, { x: 100, y: 100, w: 200, h: 200 });
        g.createWidget(ui.widget.BUTTON, { x: 50, y: 50, w: 80, h: 80, text: 'in', click_func: () => console.log('hit') });`),
    );
    await watch.tap(60, 60);
    await watch.tap(160, 160);
    expect(printed(watch)).toEqual(['hit']);
  });

  it('tells a list which row and which part was hit', async () => {
    const watch = await launchedPage(
      build(`ui.createWidget(ui.widget.SCROLL_LIST, { x: 40, y: 100, w: 400, h: 300, item_space: 10,
        item_config: [{ type_id: 1, item_height: 100, text_view: [{ x: 0, y: 0, w: 300, h: 100, key: 'name' }],
          image_view: [{ x: 300, y: 0, w: 100, h: 100, key: 'del', action: true }] }],
        data_array: [{ name: 'a' }, { name: 'b' }], item_click_func: (list, index, key) => console.log(index + key) });`),
    );
    await watch.tap(360, 250);
    await watch.tap(60, 110);
    expect(printed(watch)).toEqual(['1del', '0']);
  });

  it('reaches listeners, down then up', async () => {
    const watch = await launchedPage(
      build(`const t = ui.createWidget(ui.widget.TEXT, { x: 100, y: 100, w: 200, h: 100, text: 'x' });
        t.addEventListener(ui.event.CLICK_UP, (info) => console.log('up ' + info.x));
        t.addEventListener(ui.event.CLICK_DOWN, () => console.log('down'));`),
    );
    await watch.tap(150, 150);
    expect(printed(watch)).toEqual(['down', 'up 150']);
  });

  it('answers a modal box before anything beneath it', async () => {
    const watch = await launchedPage(
      build(`const i = zos('interaction'); i.createModal({ content: 'Sure?',
        onClick: ({ type }) => console.log(type === i.MODAL_CONFIRM ? 'yes' : 'no') });`),
    );
    expect(watch.sim.watch.dialog?.title).toBe('Sure?');
    await watch.tapText('Cancel');
    expect(printed(watch)).toEqual(['no']);
    expect(watch.sim.watch.dialog).toBeNull();
  });

  it('says what is wrong when nothing shows a text', async () => {
    const watch = await launchedPage(build(''));
    await expect(watch.tapText('Nowhere')).rejects.toThrow('Nothing on page/home shows "Nowhere"');
  });
});

describe('other inputs', () => {
  it('a long press calls longpress_func alone', async () => {
    const watch = await launchedPage(
      build(`ui.createWidget(ui.widget.BUTTON, { x: 140, y: 200, w: 200, h: 80, text: 'b',
        click_func: () => console.log('click'), longpress_func: () => console.log('long') });`),
    );
    await watch.perform({ verb: 'long-press', x: 240, y: 240 });
    expect(printed(watch)).toEqual([]);
    await watch.advance(700);
    expect(printed(watch)).toEqual(['long']);
  });

  it('a switch turns over', async () => {
    const watch = await launchedPage(
      build(`ui.createWidget(ui.widget.SLIDE_SWITCH, { x: 140, y: 200, w: 96, h: 64, checked: true,
        checked_change_func: (s, on) => console.log(on) });`),
    );
    await watch.tap(160, 220);
    expect(printed(watch)).toEqual(['false']);
  });

  it('a swipe turns the pages of a swiper', async () => {
    const watch = await launchedPage(
      build(`const p = zos('page'); p.setScrollMode({ mode: p.SCROLL_MODE_SWIPER,
        options: { height: 480, count: 2, modeParams: { on_page: (n) => console.log('page ' + n) } } });`),
    );
    await watch.swipe('up');
    await watch.swipe('up');
    expect(printed(watch)).toEqual(['page 1']);
    expect(watch.sim.watch.scrollTopPx).toBe(480);
  });

  it('the crown goes to its listener in degrees', async () => {
    const watch = await launchedPage(
      `Page({ build() { zos('interaction').onDigitalCrown({ callback: (k, d) => console.log(d) }) } })`,
    );
    await watch.perform({ verb: 'crown', degrees: -15 });
    expect(printed(watch)).toEqual(['-15']);
  });
});

describe('the back key', () => {
  it('closes a modal box and leaves the page', async () => {
    const watch = await launchedPage(
      build(`zos('interaction').createModal({ content: 'Sure?', onClick: () => console.log('answered') });`),
    );
    await watch.key('back');
    await watch.advance(1);
    expect(printed(watch)).toEqual(['answered']);
    expect(watch.sim.watch.page).toBe('page/home');
  });
});

describe('a swipe on a list', () => {
  it('scrolls it to its end and no further', async () => {
    const watch = await launchedPage(
      build(`ui.createWidget(ui.widget.SCROLL_LIST, { x: 40, y: 80, w: 400, h: 300,
        item_config: [{ type_id: 1, item_height: 100, text_view: [{ x: 0, y: 0, w: 300, h: 100, key: 'name' }] }],
        data_array: [{ name: 'a' }, { name: 'b' }, { name: 'c' }, { name: 'd' }, { name: 'e' }],
        item_click_func: (list, index) => console.log(index) });`),
    );
    for (let times = 0; times < 3; times++) await watch.swipe('up');
    await watch.tap(100, 370);
    expect(printed(watch)).toEqual(['4']);
  });
});
