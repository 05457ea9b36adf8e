/** What a finger moves on a page, in each direction, and how far. */
import { describe, expect, it } from 'vitest';
import { launchedPage, perform } from '../support/mini-app.ts';

const build = (code: string): string => `Page({ build() { const ui = zos('ui'); ${code} } })`;

const ROWS = `item_config: [{ type_id: 1, item_height: 100 }], item_config_count: 1, data_array: [{}, {}, {}, {}, {}]`;

/** A container of 400 px, whose content is 600 px high and 900 px wide. */
const CONTAINER = `const box = ui.createWidget(ui.widget.VIEW_CONTAINER, { x: 40, y: 80, w: 400, h: 400,
    scroll_frame_func: ({ yoffset }) => console.log('at ' + yoffset), PROPS });
  box.createWidget(ui.widget.BUTTON, { x: 0, y: 500, w: 200, h: 100, text: 'Low', click_func: () => console.log('low') });
  box.createWidget(ui.widget.FILL_RECT, { x: 800, y: 0, w: 100, h: 50 });`;

const container = (props = ''): string => build(CONTAINER.replace('PROPS', props));
const rooms = ({ sim }: Awaited<ReturnType<typeof launchedPage>>) => sim.watch.scrollRooms;

/** A page that is a swiper, whose pages have this length in px. */
const swiper = (mode: string, size: string, rest = ''): string =>
  build(`const p = zos('page'); p.setScrollMode({ mode: p.${mode},
    options: { ${size}: 480, count: 2, modeParams: { on_page: (n) => console.log('page ' + n) } } }); ${rest}`);

describe('up and down', () => {
  it.each([
    [
      'the list',
      `widget.SCROLL_LIST, { x: 40, y: 80, w: 400, h: 300, ${ROWS} }`,
      'swipe up 70',
      [130, 70, 1],
    ],
    [
      'the page',
      `widget.TEXT, { x: 0, y: 500, w: 400, h: 200, text: 'low' }`,
      'swipe up 70',
      [150, 70, null],
    ],
    ['nothing beyond its end', `widget.TEXT, { y: 600, h: 40, text: 'low' }`, 'swipe up 300', [0, 160, null]],
  ])('a finger drags %s', async (_, widget, steps, [upPx, downPx, id]) => {
    const watch = await launchedPage(build(`ui.createWidget(ui.${widget})`));
    await perform(watch, steps);
    expect([rooms(watch).up.px, rooms(watch).down.px, rooms(watch).down.id]).toEqual([upPx, downPx, id]);
    expect([rooms(watch).left.px, rooms(watch).right.px]).toEqual([0, 0]);
  });

  it('a finger drags nothing if the app hears the gesture first', async () => {
    const watch = await launchedPage(
      build(
        `ui.createWidget(ui.widget.TEXT, { y: 600, h: 40, text: 'low' }); zos('interaction').onGesture({ callback: () => false })`,
      ),
    );
    expect(rooms(watch).up.px).toBe(0);
  });

  it('a swipe turns the pages of a swiper', async () => {
    const watch = await launchedPage(swiper('SCROLL_MODE_SWIPER', 'height'));
    expect(rooms(watch).up.px).toBe(480);
    await perform(watch, 'swipe up; swipe up; expect console "page 1"');
    expect([watch.lines('console').length, watch.sim.watch.scrollTopPx]).toEqual([1, 480]);
  });
});

describe('a container', () => {
  it('scrolls up and down as far as its content reaches, and tells the app', async () => {
    const watch = await launchedPage(container());
    expect(rooms(watch).up).toEqual({ px: 200, id: 1 });
    await perform(watch, 'swipe up 150; expect console "at -150"; swipe up 150; expect console "at -200"');
    expect([rooms(watch).up.px, rooms(watch).down.px]).toEqual([0, 200]);
  });

  it('scrolls sideways, and only at its left end does a swipe to the right leave the page', async () => {
    const watch = await launchedPage(container());
    expect([rooms(watch).left.px, rooms(watch).right.px]).toEqual([500, 0]);
    await perform(
      watch,
      'swipe left 300; swipe right 300; expect page page/home; swipe right; wait 100ms; expect page none',
    );
  });

  it.each(['scroll_enable: 0', 'scroll_enable: false'])('with %s does not scroll', async (props) => {
    const watch = await launchedPage(container(props));
    expect([rooms(watch).up.px, rooms(watch).left.px]).toEqual([0, 0]);
  });

  it('scrolls on a locked page', async () => {
    const watch = await launchedPage(
      `${container()}`.replace('const box', `zos('page').setScrollLock({ lock: true }); const box`),
    );
    expect(rooms(watch).up.px).toBe(200);
  });

  it('protects what has scrolled out of it from taps, and a tap on a text scrolls to it', async () => {
    const watch = await launchedPage(container());
    await perform(watch, 'tap 100 630; wait 100ms');
    expect(watch.lines('console')).toEqual([]);
    await perform(watch, 'tap-text Low; expect console low');
    expect(rooms(watch).up.px).toBe(0);
  });

  it('that is above another by its z_index is the one that scrolls and is touched', async () => {
    const put = (name: string, z: number): string =>
      `ui.createWidget(ui.widget.VIEW_CONTAINER, { x: 0, y: 0, w: 480, h: 480, z_index: ${z} }).createWidget(ui.widget.BUTTON,
        { x: 0, y: 0, w: 480, h: 900, click_func: () => console.log('${name}') });`;
    const watch = await launchedPage(build(put('upper', 1) + put('lower', 0)));
    expect(rooms(watch).up.id).toBe(1);
    await perform(watch, 'tap 240 240; expect console upper');
  });
});

describe('pages side by side', () => {
  const pages = [0, 1]
    .map(
      (page) => `ui.createWidget(ui.widget.VIEW_CONTAINER, { x: 0, y: 0, w: 480, h: 480, page: ${page} })
        .createWidget(ui.widget.BUTTON, { x: 100, y: 100, w: 200, h: 600, text: 'of ${page}',
          click_func: () => console.log('tap ${page}') });`,
    )
    .join('');
  const opened = (): ReturnType<typeof launchedPage> =>
    launchedPage(swiper('SCROLL_MODE_SWIPER_HORIZONTAL', 'width', pages));

  it('turn with a swipe to the left and back with one to the right, and the next one leaves the app', async () => {
    const watch = await opened();
    expect([rooms(watch).left, rooms(watch).right.px]).toEqual([{ px: 480, id: null }, 0]);
    await perform(
      watch,
      'swipe left; expect console "page 1"; swipe left; swipe right; expect console "page 0"',
    );
    expect(watch.lines('console')).toHaveLength(2);
    await perform(watch, 'swipe right; wait 100ms; expect page none');
  });

  it('have a container each, and touches reach the one that shows', async () => {
    const watch = await opened();
    await perform(watch, 'tap 200 200; expect console "tap 0"');
    expect(rooms(watch).up).toEqual({ px: 220, id: 1 });
    await perform(watch, 'swipe left; tap 200 200; expect console "tap 1"');
    expect(rooms(watch).up).toEqual({ px: 220, id: 3 });
  });

  it('turn with the crown', async () => {
    const watch = await opened();
    await perform(watch, 'crown -30; expect console "page 1"; crown 30; expect console "page 0"');
  });
});
