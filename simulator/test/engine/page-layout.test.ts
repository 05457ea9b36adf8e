/** `layout` of widgets, VIRTUAL_CONTAINER and lengths of API_LEVEL 4.0, as an app uses them. */
import { describe, expect, it } from 'vitest';
import { broken, launchedPage, miniWatch, perform, printedBy } from '../support/mini-app.ts';

/** A page with `root`, a flex container of the whole screen, in which `source` creates widgets. */
function page(source: string): string {
  return `Page({ build() { const ui = zos('ui'); const { widget, createWidget, updateLayout, deleteWidget } = ui;
    const root = createWidget(widget.VIRTUAL_CONTAINER, { layout: { x: '0', y: '0', width: '100vw', height: '100vh',
      display: 'flex', 'flex-flow': 'column', 'justify-content': 'start', 'align-items': 'start' } });
    const box = (w) => [w.x, w.y, w.w, w.h].join(',');
    const add = (height, text) => createWidget(widget.BUTTON, { parent: root, text, normal_color: 1, press_color: 2,
      layout: { width: '50%', height }, click_func() { console.log('pressed ' + text) } });
    ${source} } })`;
}

const afterBuild = (source: string) => page(`${source}; setTimeout(() => report(), 10)`);

it.each<readonly [what: string, source: string, said: readonly string[]]>([
  [
    'widgets are laid out once the page is built',
    `const a = add('60px', 'a'); const b = add('40px', 'b'); const report = () => console.log(box(a), box(b))`,
    ['0,0,240,60 0,60,240,40'],
  ],
  [
    'a later change shows only after updateLayout',
    `const a = add('60px', 'a'); const report = () => {
       a.updateLayoutStyle({ height: '30px' }); console.log(box(a)); updateLayout(); console.log(box(a)) }`,
    ['0,0,240,60', '0,0,240,30'],
  ],
  [
    'a child can be inserted before another and removed',
    `const a = add('60px', 'a'); const b = add('40px', 'b'); const report = () => {
       root.addLayoutChild(b, 0); updateLayout(root); console.log(box(a), box(b));
       root.removeLayoutChild(b); deleteWidget(b); updateLayout(root); console.log(box(a), root.layoutChildren.length) }`,
    ['0,40,240,60 0,0,240,40', '0,0,240,60 1'],
  ],
  [
    'a widget can get its parent afterwards',
    `const a = createWidget(widget.TEXT, { text: 'a', layout: { width: '10vw', height: '20px' } });
     a.setLayoutParent(root); const report = () => console.log(box(a), a.layoutParent === root)`,
    ['0,0,48,20 true'],
  ],
  [
    'a widget that is created in a container is laid out there',
    `const a = root.createWidget(widget.TEXT, { text: 'a', layout: { width: '10vw', height: '20px' } });
     const report = () => console.log(box(a), root.layoutChildren.length)`,
    ['0,0,48,20 1'],
  ],
  [
    'a group lays out its own widgets, in its own coordinates',
    `add('60px', 'a'); const group = createWidget(widget.GROUP, { parent: root,
       layout: { display: 'flex', width: '100%', height: '100px', 'justify-content': 'center' } });
     const b = group.createWidget(widget.TEXT, { text: 'b', layout: { width: '80px', height: '20px' } });
     const report = () => console.log(box(group), box(b), group.isAutoLayout)`,
    ['0,60,480,100 200,40,80,20 true'],
  ],
  [
    'a text without a height is as high as its lines',
    `const a = createWidget(widget.TEXT, { parent: root, text: 'one two three four',
       layout: { width: '100px', height: 'auto', 'font-size': '30' } });
     const report = () => console.log(a.text_size, a.h > 60)`,
    ['30 true'],
  ],
  [
    'a circle fills its box',
    `const a = createWidget(widget.CIRCLE, { parent: root, layout: { width: '100px', height: '60px' } });
     const report = () => { const { prop } = ui;
       console.log(a.getProperty(prop.CENTER_X), a.getProperty(prop.CENTER_Y), a.getProperty(prop.RADIUS)) }`,
    ['50 30 30'],
  ],
  [
    'a list is a tree of its own',
    `const list = createWidget(widget.SCROLL_LIST, { layout: { x: '10vw', y: '0', width: '80vw', height: '100vh' },
       snap_type: ui.SCROLL_LIST.snap_type.SNAP_TOP, item_config: [{ type_id: 1, item_height: 80 }], data_array: [] });
     const report = () => console.log(box(list))`,
    ['48,0,384,480'],
  ],
  [
    'the type of a widget is its number',
    'const report = () => console.log(root.getType() === widget.VIRTUAL_CONTAINER)',
    ['true'],
  ],
])('%s', async (_, source, said) => {
  expect(await printedBy(afterBuild(source), 'wait 1s')).toEqual(said);
});

it('a touch reaches a widget in a container', async () => {
  const watch = await launchedPage(page("add('60px', 'a'); add('200px', 'b')"));
  await perform(watch, 'tap 20 160; wait 100ms');
  expect(watch.lines('console')).toEqual([expect.stringContaining('pressed b')]);
});

it('an empty text is never outside the glass', async () => {
  const source = `Page({ build() { const { createWidget, widget } = zos('ui');
    createWidget(widget.TEXT, { x: 0, y: 0, w: 900, h: 40, text: '' }) } })`;
  expect(broken(await launchedPage(source))).toEqual([]);
});

describe('toPixel', () => {
  const SAY = `Page({ build() { console.log(['10vw', '8', '5px', '50%', 'x'].map((text) => text.toPixel()).join(' ')) } })`;

  it('converts lengths', async () => {
    expect(await printedBy(SAY, '', { model: 'Balance 2' })).toEqual(['48 8 5  ']);
    expect(await printedBy(SAY, '', { model: 'Bip 6' })).toEqual(['39 7 5  ']);
  });

  it('exists only on watches of 4.0', async () => {
    const watch = await launchedPage(SAY, { model: 'Bip 5 Unity' });
    expect(watch.lines('error')).toEqual([expect.stringContaining('toPixel')]);
  });

  it('does not stay in the engine of the host', async () => {
    await launchedPage(SAY);
    expect('toPixel' in String.prototype).toBe(false);
  });
});

it('a keyboard that app.json lists as a page opens as one', async () => {
  const watch = miniWatch({ pages: { 'page/home': 'DataWidget({ build() { console.log("built") } })' } });
  await perform(watch, 'launch; wait 100ms; expect console built; expect no-error');
});
