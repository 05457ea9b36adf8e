/** What is wrong with the widgets that a page shows: off the glass, over each other, too small, cut, or too pale. */
import type { DeviceModel, WidgetNode } from 'zepp-watch-simulator/engine/types';
import { TEXT_STYLE } from 'zepp-watch-simulator/engine/zos/ui-constants';
import { blockOverflowPx, overflowPx, textWidthPx, wrappedLines } from './advance-widths.ts';

/** Smallest target, px. */
const TARGET_PX = 60;
/** WCAG 2.1, 1.4.3. */
const CONTRAST = 4.5;
const BLACK = 0;
/** Rounding may cost a pixel. */
const SLACK_PX = 1;

interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

interface Part {
  readonly kind: 'TEXT' | 'BUTTON';
  readonly text: string;
  readonly rect: { readonly x: number; readonly y: number; readonly w: number; readonly h: number };
  readonly sizePx: number;
  readonly isWrapped: boolean;
  readonly colour: number;
  readonly behind: number;
  /** What is drawn: the letters of a text, the whole of a button. */
  readonly box: Box;
}

const numberOf = (node: WidgetNode, name: string): number => Number(node.props[name] ?? 0);

function boxOf(
  kind: Part['kind'],
  rect: Part['rect'],
  text: string,
  sizePx: number,
  isWrapped: boolean,
): Box {
  const { x, y, w, h } = rect;
  if (kind === 'BUTTON') return { left: x, top: y, right: x + w, bottom: y + h };
  const lines = isWrapped ? wrappedLines(text, sizePx, w) : [text];
  const widthPx = Math.min(w, Math.max(0, ...lines.map((line) => textWidthPx(line, sizePx))));
  const left = x + (w - widthPx) / 2;
  // Letters fill the middle two thirds of a line.
  const heightPx = isWrapped ? lines.length * sizePx * 1.16 : sizePx * 0.8;
  const top = isWrapped ? y : y + (h - heightPx) / 2;
  return { left, top, right: left + widthPx, bottom: top + heightPx };
}

/** Everything with words on it, but what an opaque full-screen rectangle lies over. */
function partsOf(device: DeviceModel, nodes: readonly WidgetNode[]): readonly Part[] {
  const parts: Part[] = [];
  const walk = (node: WidgetNode, dx: number, dy: number): void => {
    if (!node.visible || node.props.visible === false) return;
    const rect = {
      x: numberOf(node, 'x') + dx,
      y: numberOf(node, 'y') + dy,
      w: numberOf(node, 'w'),
      h: numberOf(node, 'h'),
    };
    if (
      node.kind === 'FILL_RECT' &&
      node.props.alpha !== 0 &&
      rect.w >= device.width &&
      rect.h >= device.height
    ) {
      parts.length = 0;
    }
    const text = String(node.props.text ?? '');
    if ((node.kind === 'TEXT' || node.kind === 'BUTTON') && text !== '') {
      const { kind } = node;
      const sizePx = numberOf(node, 'text_size');
      const isWrapped = kind === 'TEXT' && node.props.text_style === TEXT_STYLE.WRAP;
      const behind = kind === 'BUTTON' ? numberOf(node, 'normal_color') : BLACK;
      const box = boxOf(kind, rect, text, sizePx, isWrapped);
      parts.push({ kind, text, rect, sizePx, isWrapped, colour: numberOf(node, 'color'), behind, box });
    }
    for (const child of node.children) walk(child, rect.x, rect.y);
  };
  for (const node of nodes) walk(node, 0, 0);
  return parts;
}

function luminance(colour: number): number {
  const [red = 0, green = 0, blue = 0] = [16, 8, 0].map((shift) => {
    const part = ((colour >> shift) & 255) / 255;
    return part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** WCAG's contrast of two colours, 1 to 21. */
export function contrast(one: number, other: number): number {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

/** The outline of what is drawn: four corners of a text, the round ends of a button. */
function outline({ kind, box: { left, top, right, bottom } }: Part): readonly (readonly [number, number])[] {
  if (kind === 'TEXT') return [left, right].flatMap((x) => [[x, top] as const, [x, bottom] as const]);
  const radius = Math.min(bottom - top, right - left) / 2;
  return Array.from({ length: 17 }, (_, at) => -Math.PI / 2 + (at * Math.PI) / 16).flatMap((angle) => {
    const inPx = radius - Math.cos(angle) * radius;
    const y = (top + bottom) / 2 + Math.sin(angle) * radius;
    return [[left + inPx, y] as const, [right - inPx, y] as const];
  });
}

/** By its rounded corners; a round glass is all corner. */
function isOnGlass(device: DeviceModel, x: number, y: number): boolean {
  const cornerPx = device.shape === 'round' ? device.width / 2 : (device.cornerRadius ?? 0);
  const overX = Math.max(cornerPx - x, x - (device.width - cornerPx), 0);
  const overY = Math.max(cornerPx - y, y - (device.height - cornerPx), 0);
  return Math.hypot(overX, overY) <= cornerPx + SLACK_PX;
}

/** A page that is longer than the glass is scrolled: each part has to be whole at some height of the glass. */
function isShown(device: DeviceModel, part: Part, scrollPx: number): boolean {
  const points = outline(part);
  const { top, bottom } = part.box;
  const least = Math.max(0, -top);
  const wanted = (top + bottom - device.height) / 2;
  // Higher than the glass: read while scrolling, so only its width counts.
  const isTall = bottom - top > device.height / 2;
  const offset = Math.min(Math.max(least, wanted), scrollPx);
  return points.every(([x, y]) => isOnGlass(device, x, isTall ? device.height / 2 : y - offset));
}

const meet = (one: Box, other: Box): boolean =>
  one.left < other.right - SLACK_PX &&
  other.left < one.right - SLACK_PX &&
  one.top < other.bottom - SLACK_PX &&
  other.top < one.bottom - SLACK_PX;

/** One sentence a fault. */
export function lint(device: DeviceModel, widgets: readonly WidgetNode[]): readonly string[] {
  const parts = partsOf(device, widgets);
  const faults: string[] = [];
  const longest = Math.max(device.height, ...parts.map(({ rect }) => rect.y + rect.h));
  // The platform lets the last part be scrolled up to the middle of a round glass's end.
  const scrollPx = longest > device.height ? longest - device.height / 2 : 0;
  for (const [at, part] of parts.entries()) {
    const { kind, text, rect, sizePx, isWrapped } = part;
    const name = `"${text.slice(0, 40)}"`;
    if (!isShown(device, part, scrollPx)) faults.push(`${name} is not all on the glass`);
    if (kind === 'BUTTON' && Math.min(rect.w, rect.h) < TARGET_PX)
      faults.push(`${name} is ${rect.w} by ${rect.h} px`);
    // A button that is as black as the glass is a text that can be tapped, without round ends.
    const hasEnds = kind === 'BUTTON' && part.behind !== BLACK;
    const room = hasEnds ? { ...rect, w: rect.w - Math.round(rect.h / 2) } : rect;
    const overPx = isWrapped ? blockOverflowPx(text, room, sizePx) : overflowPx(text, room, sizePx);
    if (overPx > 0) faults.push(`${name} is cut by ${overPx} px`);
    if (contrast(part.colour, part.behind) < CONTRAST) faults.push(`${name} is too pale`);
    for (const other of parts.slice(at + 1)) {
      if (meet(part.box, other.box)) faults.push(`${name} and "${other.text.slice(0, 40)}" overlap`);
    }
  }
  return faults;
}
