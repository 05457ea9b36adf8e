/**
 * Flex layout of API_LEVEL 4.0 (guides/framework/device/layout.md): from a tree of styles to boxes on the screen. Nothing shrinks. An item
 * without a length is as large as its content.
 */
import { type LengthUnits, lengthPx } from './layout-length.ts';
import {
  type Box,
  type Edges,
  edgesOf,
  gapsOf,
  hasTag,
  how,
  type LayoutNode,
  type LayoutStyle,
  type Size,
  words,
} from './layout-style.ts';

/** The names of a direction, so that rows and columns need one algorithm. */
const ROW = {
  size: 'w',
  cross: 'h',
  start: 'left',
  end: 'right',
  crossStart: 'top',
  crossEnd: 'bottom',
} as const;
const COLUMN = {
  size: 'h',
  cross: 'w',
  start: 'top',
  end: 'bottom',
  crossStart: 'left',
  crossEnd: 'right',
} as const;
type Axis = typeof ROW | typeof COLUMN;

interface Item {
  readonly node: LayoutNode;
  /** Length along the main axis and across it, without margins, px. */
  main: number;
  readonly cross: number;
  readonly margin: Edges;
}

interface Line {
  readonly items: Item[];
  cross: number;
}

/** Where the first item begins, and how much space there is between two items besides the gap. */
function distributed(
  how: string,
  freePx: number,
  count: number,
): { readonly first: number; readonly between: number } {
  const room = Math.max(0, freePx);
  switch (how) {
    case 'center':
      return { first: freePx / 2, between: 0 };
    case 'end':
      return { first: freePx, between: 0 };
    case 'space-between':
      return { first: 0, between: count > 1 ? room / (count - 1) : 0 };
    case 'space-around':
      return { first: room / count / 2, between: room / count };
    case 'space-evenly':
      return { first: room / (count + 1), between: room / (count + 1) };
    default:
      return { first: 0, between: 0 };
  }
}

/** The layout of one tree. */
class FlexLayout {
  readonly boxes = new Map<LayoutNode, Box>();
  private readonly units: LengthUnits;

  constructor(units: LengthUnits) {
    this.units = units;
  }

  /** Size of a node. @param parent the lengths of its parent's content, where it has any of its own */
  sizeOf(node: LayoutNode, parent: Partial<Size>): Size {
    const { style } = node;
    let w = this.clamped(lengthPx(style.width, this.units, parent.w), style, 'width', parent.w);
    let h = this.clamped(lengthPx(style.height, this.units, parent.h), style, 'height', parent.h);
    if (w === undefined || h === undefined) {
      const content = this.contentOf(
        node,
        { ...(w === undefined ? {} : { w }), ...(h === undefined ? {} : { h }) },
        parent,
      );
      w ??= this.clamped(content.w, style, 'width', parent.w) ?? content.w;
      h ??= this.clamped(content.h, style, 'height', parent.h) ?? content.h;
    }
    return { w, h };
  }

  /** Places a node and all below it. */
  place(node: LayoutNode, box: Box): void {
    this.boxes.set(node, box);
    const padding = edgesOf(node.style, 'padding', this.units);
    const inner = {
      x: box.x + padding.left,
      y: box.y + padding.top,
      w: box.w - padding.left - padding.right,
      h: box.h - padding.top - padding.bottom,
    };
    const isFlex = node.style.display === 'flex';
    const inFlow = isFlex ? node.children.filter((child) => !hasTag(child, 'ignore-layout')) : [];
    this.placeFlow(node, inFlow, inner);
    for (const child of node.children) if (inFlow.indexOf(child) < 0) this.placeFree(child, inner);
  }

  private clamped(px: number | undefined, style: LayoutStyle, name: string, parentPx: number | undefined) {
    const most = lengthPx(style[`max-${name}`], this.units, parentPx);
    const least = lengthPx(style[`min-${name}`], this.units, parentPx);
    if (px === undefined) return undefined;
    return Math.max(least ?? 0, Math.min(most ?? px, px));
  }

  private contentOf(node: LayoutNode, own: Partial<Size>, parent: Partial<Size>): Size {
    const padding = edgesOf(node.style, 'padding', this.units);
    const acrossPx = padding.left + padding.right;
    const downPx = padding.top + padding.bottom;
    if (node.children.length === 0) {
      const limitPx = own.w ?? parent.w;
      const content = node.contentSize(limitPx === undefined ? undefined : limitPx - acrossPx);
      return { w: content.w + acrossPx, h: content.h + downPx };
    }
    const inner: Partial<Size> = {
      ...(own.w === undefined ? {} : { w: own.w - acrossPx }),
      ...(own.h === undefined ? {} : { h: own.h - downPx }),
    };
    const flow = node.children.filter((child) => !hasTag(child, 'ignore-layout'));
    if (node.style.display !== 'flex') {
      const sizes = flow.map((child) => this.sizeOf(child, inner));
      return {
        w: Math.max(0, ...sizes.map(({ w }) => w)) + acrossPx,
        h: Math.max(0, ...sizes.map(({ h }) => h)) + downPx,
      };
    }
    const { axis, gap, lineGap } = this.flowOf(node.style);
    const lines = this.linesOf(node, flow, inner);
    const main = Math.max(0, ...lines.map((line) => this.mainOf(line, axis, gap)));
    const cross = lines.reduce((sum, line) => sum + line.cross, 0) + lineGap * Math.max(0, lines.length - 1);
    const size = axis === ROW ? { w: main, h: cross } : { w: cross, h: main };
    return { w: size.w + acrossPx, h: size.h + downPx };
  }

  private flowOf(style: LayoutStyle) {
    const flow = [
      ...words(style['flex-flow']),
      ...words(style['flex-direction']),
      ...words(style['flex-wrap']),
    ];
    const has = (word: string): boolean => flow.indexOf(word) >= 0;
    const axis: Axis = has('column') || has('column-reverse') ? COLUMN : ROW;
    const gaps = gapsOf(style, this.units);
    return {
      axis,
      isReversed: has('row-reverse') || has('column-reverse'),
      wraps: has('wrap') || has('wrap-reverse'),
      linesReversed: has('wrap-reverse'),
      gap: axis === ROW ? gaps.column : gaps.row,
      lineGap: axis === ROW ? gaps.row : gaps.column,
    };
  }

  private mainOf({ items }: Line, axis: Axis, gap: number): number {
    const lengths = items.map(({ main, margin }) => main + margin[axis.start] + margin[axis.end]);
    return lengths.reduce((sum, length) => sum + length, 0) + gap * Math.max(0, items.length - 1);
  }

  private linesOf(node: LayoutNode, flow: readonly LayoutNode[], inner: Partial<Size>): Line[] {
    const { axis, gap, wraps } = this.flowOf(node.style);
    const lines: Line[] = [];
    const mostPx = inner[axis.size];
    for (const child of flow) {
      const size = this.sizeOf(child, inner);
      const margin = edgesOf(child.style, 'margin', this.units);
      const item: Item = { node: child, main: size[axis.size], cross: size[axis.cross], margin };
      const line = lines[lines.length - 1];
      const lengthPx = item.main + margin[axis.start] + margin[axis.end];
      const isFull =
        line !== undefined &&
        wraps &&
        mostPx !== undefined &&
        this.mainOf(line, axis, gap) + gap + lengthPx > mostPx + 0.01;
      const crossPx = item.cross + margin[axis.crossStart] + margin[axis.crossEnd];
      if (line === undefined || isFull || hasTag(child, 'newtrack'))
        lines.push({ items: [item], cross: crossPx });
      else {
        line.items.push(item);
        line.cross = Math.max(line.cross, crossPx);
      }
    }
    return lines;
  }

  private placeFlow(node: LayoutNode, flow: readonly LayoutNode[], inner: Box): void {
    const { axis, wraps, linesReversed, lineGap } = this.flowOf(node.style);
    const lines = this.linesOf(node, flow, inner);
    const [only] = lines;
    if (!wraps && lines.length === 1 && only !== undefined) only.cross = inner[axis.cross];
    if (linesReversed) lines.reverse();
    const crossPx = lines.reduce((sum, line) => sum + line.cross, 0) + lineGap * (lines.length - 1);
    const freePx = inner[axis.cross] - crossPx;
    const tracks = distributed(how(node.style['align-content'], 'center'), freePx, lines.length);
    let acrossPx = tracks.first;
    for (const line of lines) {
      this.placeLine(node.style, line, acrossPx, inner);
      acrossPx += line.cross + lineGap + tracks.between;
    }
  }

  private placeLine(style: LayoutStyle, line: Line, acrossPx: number, inner: Box): void {
    const { axis, isReversed, gap } = this.flowOf(style);
    this.grow(line, inner[axis.size] - this.mainOf(line, axis, gap));
    const items = isReversed ? line.items.slice().reverse() : line.items;
    const freePx = inner[axis.size] - this.mainOf(line, axis, gap);
    const justify = how(style['justify-content'], 'start');
    const mirrored: Readonly<Record<string, string>> = { start: 'end', end: 'start' };
    const along = isReversed ? (mirrored[justify] ?? justify) : justify;
    const { first, between } = distributed(along, freePx, items.length);
    const align = how(style['align-items'], 'center');
    let alongPx = first;
    for (const item of items) {
      const { margin } = item;
      alongPx += margin[axis.start];
      const roomPx = line.cross - item.cross - margin[axis.crossStart] - margin[axis.crossEnd];
      const sidePx = align === 'start' ? 0 : align === 'end' ? roomPx : roomPx / 2;
      const downPx = acrossPx + sidePx + margin[axis.crossStart];
      this.placeItem(item, axis === ROW ? { x: alongPx, y: downPx } : { x: downPx, y: alongPx }, axis, inner);
      alongPx += item.main + margin[axis.end] + gap + between;
    }
  }

  private grow({ items }: Line, freePx: number): void {
    const growth = items.map(({ node }) => Math.max(0, Number(node.style['flex-grow'] ?? 0) || 0));
    const total = growth.reduce((sum, one) => sum + one, 0);
    if (total === 0 || freePx <= 0) return;
    items.forEach((item, index) => {
      item.main += (freePx * (growth[index] ?? 0)) / total;
    });
  }

  /** Places an item of a line; `left`, `top`, `right` and `bottom` move it from there. */
  private placeItem({ node, main, cross }: Item, at: { x: number; y: number }, axis: Axis, inner: Box): void {
    const side = (name: string): number | undefined => lengthPx(node.style[name], this.units);
    const x = inner.x + at.x + (side('left') ?? -(side('right') ?? 0));
    const y = inner.y + at.y + (side('top') ?? -(side('bottom') ?? 0));
    this.place(node, axis === ROW ? { x, y, w: main, h: cross } : { x, y, w: cross, h: main });
  }

  /** Places a node that is outside the flow: by its sides, or by `align`. */
  private placeFree(node: LayoutNode, inner: Box): void {
    const { style } = node;
    const { w, h } = this.sizeOf(node, inner);
    const align = words(style.align);
    const side = (name: string, parentPx: number): number | undefined =>
      lengthPx(style[name], this.units, parentPx);
    const has = (word: string): boolean => align.indexOf(word) >= 0;
    const alignedX = has('right') ? inner.w - w : has('center') ? (inner.w - w) / 2 : 0;
    const alignedY = has('bottom') ? inner.h - h : has('middle') ? (inner.h - h) / 2 : 0;
    const right = side('right', inner.w);
    const bottom = side('bottom', inner.h);
    const farX = right === undefined || align.length > 0 ? alignedX - (right ?? 0) : inner.w - w - right;
    const farY = bottom === undefined || align.length > 0 ? alignedY - (bottom ?? 0) : inner.h - h - bottom;
    const left = side('left', inner.w) ?? side('x', inner.w);
    const top = side('top', inner.h) ?? side('y', inner.h);
    this.place(node, {
      x: inner.x + (left === undefined ? farX : alignedX + left),
      y: inner.y + (top === undefined ? farY : alignedY + top),
      w,
      h,
    });
  }

  /** Places the root of a tree on the screen. */
  placeRoot(node: LayoutNode): void {
    this.placeFree(node, { x: 0, y: 0, w: this.units.screenWidthPx, h: this.units.screenHeightPx });
  }
}

/** Lays a tree out. Boxes count from the corner of the screen, in whole px. */
export function layOut(root: LayoutNode, units: LengthUnits): ReadonlyMap<LayoutNode, Box> {
  const layout = new FlexLayout(units);
  layout.placeRoot(root);
  const rounded = new Map<LayoutNode, Box>();
  for (const [node, { x, y, w, h }] of Array.from(layout.boxes)) {
    rounded.set(node, { x: Math.round(x), y: Math.round(y), w: Math.round(w), h: Math.round(h) });
  }
  return rounded;
}
