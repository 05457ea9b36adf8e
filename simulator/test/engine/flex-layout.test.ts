/** Flex layout (guides/framework/device/layout.md): styles in, boxes out. The screen is 480 wide and 400 high. */
import { describe, expect, it } from 'vitest';
import { layOut } from '../../src/engine/widgets/flex-layout.ts';
import { type LengthUnits, lengthPx } from '../../src/engine/widgets/layout-length.ts';
import { type LayoutNode, type LayoutStyle, normalizedStyle } from '../../src/engine/widgets/layout-style.ts';

/** The design is twice as wide as the screen. */
const UNITS: LengthUnits = { screenWidthPx: 480, screenHeightPx: 400, designPx: (length) => length / 2 };

function node(style: LayoutStyle, children: readonly LayoutNode[] = [], w = 0, h = 0): LayoutNode {
  return { style: normalizedStyle(style), children, contentSize: () => ({ w, h }) };
}

/** `x,y wxh` of the children of a container. */
function placed(style: LayoutStyle, ...children: readonly LayoutNode[]): string[] {
  const boxes = layOut(node(style, children), UNITS);
  return children.map((child) => {
    const { x, y, w, h } = boxes.get(child) ?? { x: 0, y: 0, w: 0, h: 0 };
    return `${x},${y} ${w}x${h}`;
  });
}

const item = (style: LayoutStyle = {}) => node({ width: '100px', height: '40px', ...style });
const BOX = { width: '400px', height: '200px' };
const FLEX = { ...BOX, display: 'flex' };
const TOP = { ...FLEX, 'align-items': 'start' };

describe('a length', () => {
  it.each([
    ['20px', 20],
    ['20', 10],
    [20, 20],
    ['50%', 150],
    ['10vw', 48],
    ['10vh', 40],
    ['10vmin', 40],
    ['10vmax', 48],
    ['-2.5vw', -12],
    ['unscaled(20)', 20],
    ['swdpi(20)', 10],
    ['auto', undefined],
    ['wide', undefined],
    [undefined, undefined],
  ])('%s', (length, px) => {
    expect(lengthPx(length, UNITS, 300)).toBe(px);
  });

  it('in percent is unknown if the parent has no length', () => {
    expect(lengthPx('50%', UNITS)).toBeUndefined();
  });
});

describe('along the main axis', () => {
  it.each<readonly [string, LayoutStyle, readonly string[]]>([
    ['from the start', TOP, ['0,0 100x40', '100,0 100x40']],
    ['from the end', { ...TOP, 'justify-content': 'end' }, ['200,0 100x40', '300,0 100x40']],
    ['in the middle', { ...TOP, 'justify-content': 'center' }, ['100,0 100x40', '200,0 100x40']],
    ['apart', { ...TOP, 'justify-content': 'space-between' }, ['0,0 100x40', '300,0 100x40']],
    [
      'with space around them',
      { ...TOP, 'justify-content': 'space-around' },
      ['50,0 100x40', '250,0 100x40'],
    ],
    ['with equal space', { ...TOP, 'justify-content': 'space-evenly' }, ['67,0 100x40', '233,0 100x40']],
    ['with a gap', { ...TOP, 'column-gap': '8px' }, ['0,0 100x40', '108,0 100x40']],
    ['with padding', { ...TOP, padding: '10px 20px' }, ['20,10 100x40', '120,10 100x40']],
    ['backwards', { ...TOP, 'flex-flow': 'row-reverse' }, ['300,0 100x40', '200,0 100x40']],
    ['downwards', { ...TOP, 'flex-flow': 'column' }, ['0,0 100x40', '0,40 100x40']],
    ['upwards', { ...TOP, 'flex-flow': 'column-reverse' }, ['0,160 100x40', '0,120 100x40']],
    [
      'written with underscores',
      { ...TOP, flex_flow: 'column', row_gap: '5px' },
      ['0,0 100x40', '0,45 100x40'],
    ],
  ])('items stand %s', (_, style, boxes) => {
    expect(placed(style, item(), item())).toEqual(boxes);
  });

  it('the free space goes to the items that grow', () => {
    expect(placed(TOP, item({ 'flex-grow': '1' }), item({ 'flex-grow': '3' }))).toEqual([
      '0,0 150x40',
      '150,0 250x40',
    ]);
  });

  it('a margin keeps other items away', () => {
    expect(placed(TOP, item({ 'margin-left': '5px', 'margin-right': '7px' }), item())).toEqual([
      '5,0 100x40',
      '112,0 100x40',
    ]);
  });
});

describe('across the main axis', () => {
  it.each([
    ['the middle, by default', FLEX, '0,80 100x40'],
    ['the start', TOP, '0,0 100x40'],
    ['the end', { ...FLEX, 'align-items': 'flex-end' }, '0,160 100x40'],
  ])('an item stands at %s', (_, style, box) => {
    expect(placed(style, item())).toEqual([box]);
  });

  const WRAP = { ...TOP, 'flex-flow': 'row wrap', 'align-content': 'start', 'row-gap': '10px' };
  const wide = () => item({ width: '60%' });
  it.each<readonly [string, LayoutStyle, readonly string[]]>([
    ['from the start', WRAP, ['0,0 240x40', '0,50 240x40']],
    ['from the end', { ...WRAP, 'align-content': 'end' }, ['0,110 240x40', '0,160 240x40']],
    ['in the middle', { ...WRAP, 'align-content': 'center' }, ['0,55 240x40', '0,105 240x40']],
    ['in the middle, by default', { ...WRAP, 'align-content': undefined }, ['0,55 240x40', '0,105 240x40']],
    ['in reverse', { ...WRAP, 'flex-flow': 'row wrap-reverse' }, ['0,50 240x40', '0,0 240x40']],
  ])('lines that wrap stand %s', (_, style, boxes) => {
    expect(placed(style, wide(), wide())).toEqual(boxes);
  });

  it('newtrack begins a new line', () => {
    expect(placed(WRAP, item(), item({ tags: 'newtrack' }))).toEqual(['0,0 100x40', '0,50 100x40']);
  });
});

describe('outside the flex flow', () => {
  it.each<readonly [string, LayoutStyle, string]>([
    ['nothing', {}, '0,0 100x40'],
    ['its left and top', { left: '10px', top: '5px' }, '10,5 100x40'],
    ['its right and bottom', { right: '10px', bottom: '5px' }, '290,155 100x40'],
    ['align', { align: 'right bottom' }, '300,160 100x40'],
    ['align in the middle', { align: 'center middle' }, '150,80 100x40'],
  ])('an item is placed by %s', (_, style, box) => {
    expect(placed(BOX, item(style))).toEqual([box]);
  });

  it('a child of a flex container can ignore the layout', () => {
    expect(placed(TOP, item(), item({ tags: 'ignore-layout', align: 'right bottom' }))).toEqual([
      '0,0 100x40',
      '300,160 100x40',
    ]);
  });
});

describe('a size', () => {
  it.each<readonly [string, LayoutStyle, string]>([
    ['is that of the content by default', {}, '0,0 70x30'],
    ['has a minimum', { 'min-width': '90px' }, '0,0 90x30'],
    ['has a maximum', { width: '50%', 'max-width': '120px', height: '20px' }, '0,0 120x20'],
  ])('%s', (_, style, box) => {
    expect(placed(TOP, node(style, [], 70, 30))).toEqual([box]);
  });

  it('of a container without a length is that of its children, gaps and padding', () => {
    const container = node({ display: 'flex', gap: '6px', padding: '4px' }, [item(), item()]);
    expect(placed(TOP, container)).toEqual(['0,0 214x48']);
  });

  it('of a root in percent counts from the screen', () => {
    const root = node({ x: '10vw', y: '5%', width: '50%', height: '50vh' });
    expect(layOut(root, UNITS).get(root)).toEqual({ x: 48, y: 20, w: 240, h: 200 });
  });
});
