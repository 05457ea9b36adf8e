import { describe, expect, it } from 'vitest';
import { cssColor, opacityOf } from '../../src/draw/color.ts';
import { drawQrCode } from '../../src/draw/qr-code.ts';
import { drawArc, drawFillRect } from '../../src/draw/shapes.ts';
import type { DrawContext } from '../../src/draw/surface.ts';
import { clockText, strengthOf, tickStepMs } from '../../src/draw/vibration-strip.ts';
import { drawWidgets } from '../../src/draw/widget-tree.ts';
import type { WidgetNode } from '../../src/engine/types.ts';
import { widgetTexts } from '../../src/engine/visible-texts.ts';
import { rowsOf } from '../../src/engine/widgets/scroll-list-rows.ts';
import { contextFor, type Recorded, recordingSurface } from './recording-surface.ts';

function node(
  kind: string,
  props: Record<string, unknown>,
  children: WidgetNode[] = [],
  visible = true,
): WidgetNode {
  return { id: 1, kind, props, visible, children };
}

describe('colours', () => {
  it('are converted from 0xRRGGBB to CSS', () => expect(cssColor(0x00ff0a)).toBe('#00ff0a'));
  it('are white if the app gave none', () => expect(cssColor(undefined)).toBe('#ffffff'));
  it('have an alpha from 0 to 255', () => expect(opacityOf(255)).toBe(1));
});

/** What is drawn by `draw`. */
function recordedBy(draw: (context: DrawContext) => void, finger?: DrawContext['finger']): Recorded {
  const recorded = recordingSurface();
  draw(contextFor(recorded, finger));
  return recorded;
}

describe('ARC', () => {
  const arc = (start_angle: number, end_angle: number): Recorded =>
    recordedBy((context) =>
      drawArc(context, { x: 0, y: 0, w: 100, h: 100, line_width: 10, start_angle, end_angle }),
    );

  it('runs clockwise from three o’clock and lies inside its box', () => {
    expect(arc(-90, 0).of('ellipse')).toEqual([[50, 50, 45, 45, 0, -Math.PI / 2, 0]]);
  });

  it('draws nothing if it ends where it begins', () => {
    expect(arc(30, 30).of('stroke')).toEqual([]);
  });
});

it('FILL_RECT keeps its corner radius within half of its smaller side', () => {
  const { of } = recordedBy((context) => drawFillRect(context, { x: 1, y: 2, w: 40, h: 20, radius: 99 }));
  expect(of('roundRect')).toEqual([[1, 2, 40, 20, 10]]);
});

describe('the widget tree', () => {
  const colours = { normal_color: 0x111111, press_color: 0x222222 };
  const button = node('BUTTON', { x: 10, y: 10, w: 50, h: 30, text: 'Go', ...colours });
  const tree = (nodes: WidgetNode[], finger?: DrawContext['finger']): Recorded =>
    recordedBy((context) => drawWidgets(context, nodes), finger);

  it.each([
    ['shows a button pressed while the finger is on it', { x: 20, y: 20 }, button],
    [
      'measures the finger’s position from the corner of the group that holds the button',
      { x: 120, y: 120 },
      node('GROUP', { x: 100, y: 100, w: 200, h: 200 }, [button]),
    ],
  ])('%s', (_what, finger, root) => {
    expect(tree([root], finger).set.get('fillStyle')).toContain('#222222');
  });

  it('draws no hidden widget', () => {
    expect(tree([node('FILL_RECT', { w: 10, h: 10 }, [], false)]).of('fill')).toEqual([]);
  });

  it('shows a kind that it cannot draw by its name', () => {
    expect(tree([node('SPORT_DATA', {})]).of('fillText')[0]?.[0]).toBe('SPORT_DATA is not drawn');
  });

  it('yields texts, buttons and list rows in order', () => {
    const list = node('SCROLL_LIST', {
      item_config: [{ type_id: 1, text_view: [{ key: 'name' }] }],
      data_array: [{ name: 'first' }, { name: 'second' }],
    });
    expect(widgetTexts([node('TEXT', { text: 'title' }), button, list]).join()).toBe('title,Go,first,second');
  });

  it('draws only the chosen button of a group as checked', () => {
    const choices = [1, 2].map((id) => ({ ...node('STATE_BUTTON', { x: 0, y: 0, w: 20, h: 20 }), id }));
    const group = node('RADIO_GROUP', { checked: [2], use_color: true, w: 20, h: 40 }, choices);
    expect(tree([group]).set.get('fillStyle')).toEqual(['#4a4f57', '#0884d0']);
  });

  it('repeats what an app drew on a CANVAS, with the paint that was set before', () => {
    const calls = [
      { name: 'setPaint', param: { color: 0xff0000, line_width: 4 } },
      { name: 'strokeRect', param: { x1: 1, y1: 2, x2: 11, y2: 22 } },
    ];
    const { of, set } = tree([node('CANVAS', { x: 0, y: 0, w: 100, h: 100, calls })]);
    expect(of('rect')).toContainEqual([1, 2, 10, 20]);
    expect(set.get('strokeStyle')).toEqual(['#ff0000']);
  });
});

describe('SCROLL_LIST', () => {
  it('gives each row the height of its item type, with the row spacing between them', () => {
    const rows = rowsOf({
      item_space: 10,
      item_config: [
        { type_id: 1, item_height: 40 },
        { type_id: 2, item_height: 80 },
      ],
      data_type_config: [
        { start: 0, end: 0, type_id: 2 },
        { start: 1, end: 1, type_id: 1 },
      ],
      data_array: [{}, {}],
    });
    expect(rows.map((row) => [row.topPx, row.heightPx])).toEqual([
      [0, 80],
      [90, 40],
    ]);
  });
});

describe('QRCODE', () => {
  const code = (content: string): Recorded =>
    recordedBy((context) => drawQrCode(context, { x: 0, y: 0, w: 210, h: 210, content }));

  it('begins with the seven dark modules of the corner mark', () => {
    const firstRow = code('hello')
      .of('fillRect')
      .filter(([x, y]) => y === 0 && Number(x) < 80);
    expect(firstRow.map(([x]) => x)).toEqual([0, 10, 20, 30, 40, 50, 60]);
  });

  it('says so when the content is too long for any code', () => {
    expect(code('x'.repeat(5000)).of('fillText')[0]?.[0]).toBe('too long for a QR code');
  });
});

describe('the vibration strip', () => {
  it('draws strong pulses taller than light ones', () => {
    expect(strengthOf('STRONG_SHORT')).toBeGreaterThan(strengthOf('PULSE_LIGHT'));
  });
  it('keeps ticks at least 70 px apart', () => expect(tickStepMs(30_000, 700)).toBe(5000));
  it('writes minutes and seconds', () => expect(clockText(65_400)).toBe('1:05'));
  it('writes tenths of a second on a fine scale', () => expect(clockText(65_400, true)).toBe('1:05.4'));
});
