/** Extracts the words, drawings and targets of a page from its widgets, with their places on the glass. */
import type { DeviceModel, WidgetNode } from 'zepp-watch-simulator';
import { ALIGN, TEXT_STYLE } from 'zepp-watch-simulator/ui-constants';
import { textWidthPx, wrappedLines } from './advance-widths.ts';

export const BLACK = 0;
/** Rounding may cost a pixel. */
export const SLACK_PX = 1;
/** Line height on a watch: 116 % of the size (Zepp OS design guide, visual/font). */
const LINE_HEIGHT = 1.16;

export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

export interface Part {
  readonly kind: 'TEXT' | 'BUTTON';
  readonly text: string;
  readonly rect: { readonly x: number; readonly y: number; readonly w: number; readonly h: number };
  readonly sizePx: number;
  readonly isWrapped: boolean;
  readonly colour: number;
  readonly behind: number;
  /** What is drawn: the letters of a text, the whole of a button. */
  readonly box: Box;
  /** The letters, line by line. */
  readonly lines: readonly Box[];
  /** The kinds of widgets that cover a button, whether visible or not. */
  readonly coveredBy: readonly string[];
}

export interface Shown {
  readonly parts: readonly Part[];
  /** The backgrounds of lines: rectangles with round ends that are wider than half the glass. */
  readonly cards: readonly Box[];
  /** Widths of the drawings, px. */
  readonly picturesPx: readonly number[];
  /** Whether something on the glass shows the position within a longer page. */
  readonly hasIndicator: boolean;
}

/** A widget with its place on the glass; widgets are in the order of drawing. */
interface Placed {
  readonly node: WidgetNode;
  readonly rect: Part['rect'];
  readonly isShown: boolean;
  /** Numbers of the groups around it, outermost first. */
  readonly groups: readonly number[];
}

const numberOf = (node: WidgetNode, name: string): number => Number(node.props[name] ?? 0);

export function placed(
  nodes: readonly WidgetNode[],
  dx = 0,
  dy = 0,
  isShownAround = true,
  groups: readonly number[] = [],
): readonly Placed[] {
  return nodes.flatMap((node) => {
    const [x, y] = [numberOf(node, 'x') + dx, numberOf(node, 'y') + dy];
    const rect = { x, y, w: numberOf(node, 'w'), h: numberOf(node, 'h') };
    const isShown = isShownAround && node.visible && node.props.visible !== false;
    const inside = placed(node.children, x, y, isShown, [...groups, node.id]);
    return [{ node, rect, isShown, groups }, ...inside];
  });
}

/** The letters of a text, line by line. */
function letters(
  { x, y, w, h }: Part['rect'],
  text: string,
  sizePx: number,
  isWrapped: boolean,
  isLeft: boolean,
): readonly Box[] {
  const lineOf = (line: string, top: number, heightPx: number): Box => {
    const widthPx = Math.min(w, Math.max(0, textWidthPx(line, sizePx)));
    const left = isLeft ? x : x + (w - widthPx) / 2;
    return { left, top, right: left + widthPx, bottom: top + heightPx };
  };
  // Latin letters fill the middle two thirds of a line, Chinese ones all of their type size.
  const heightPx = sizePx * (/[\u2e80-\uffef]/.test(text) ? 1 : 0.8);
  if (!isWrapped) return [lineOf(text, y + (h - heightPx) / 2, heightPx)];
  return wrappedLines(text, sizePx, w)
    .map((line, at) => lineOf(line, y + at * sizePx * LINE_HEIGHT, sizePx * LINE_HEIGHT))
    .filter((box) => box.right > box.left);
}

const boxAround = (boxes: readonly Box[]): Box => ({
  left: Math.min(...boxes.map(({ left }) => left)),
  top: Math.min(...boxes.map(({ top }) => top)),
  right: Math.max(...boxes.map(({ right }) => right)),
  bottom: Math.max(...boxes.map(({ bottom }) => bottom)),
});

function partOf({ node, rect }: Placed): Part {
  const kind = node.kind as Part['kind'];
  const text = String(node.props.text);
  const sizePx = numberOf(node, 'text_size');
  const isWrapped = kind === 'TEXT' && node.props.text_style === TEXT_STYLE.WRAP;
  const behind = kind === 'BUTTON' ? numberOf(node, 'normal_color') : BLACK;
  const lines = letters(rect, text, sizePx, isWrapped, node.props.align_h === ALIGN.LEFT);
  const { x, y, w, h } = rect;
  const whole = { left: x, top: y, right: x + w, bottom: y + h };
  const box = kind === 'BUTTON' || lines.length === 0 ? whole : boxAround(lines);
  return {
    ...{ kind, text, rect, sizePx, isWrapped, behind, box, lines },
    colour: numberOf(node, 'color'),
    coveredBy: [],
  };
}

export const meet = (one: Box, other: Box): boolean =>
  one.left < other.right - SLACK_PX &&
  other.left < one.right - SLACK_PX &&
  one.top < other.bottom - SLACK_PX &&
  other.top < one.bottom - SLACK_PX;

const boxOf = ({ rect: { x, y, w, h } }: Placed): Box => ({ left: x, top: y, right: x + w, bottom: y + h });

/** Everything that is visible, which leaves out what an opaque full-screen rectangle covers. */
export function shownParts(device: DeviceModel, nodes: readonly WidgetNode[]): Shown {
  const all = placed(nodes);
  const covers = all.filter(
    ({ node, rect, isShown }) =>
      isShown &&
      node.kind === 'FILL_RECT' &&
      node.props.alpha !== 0 &&
      rect.w >= device.width &&
      rect.h >= device.height,
  );
  const [cover] = covers.slice(-1);
  const above = cover === undefined ? all : all.slice(all.indexOf(cover) + 1);
  const seen = above.filter(({ isShown }) => isShown);
  const parts = above.flatMap((one, at) => {
    const { node, isShown } = one;
    const hasWords = (node.kind === 'TEXT' || node.kind === 'BUTTON') && String(node.props.text ?? '') !== '';
    if (!isShown || !hasWords) return [];
    const over = node.kind === 'BUTTON' ? above.slice(at + 1) : [];
    const coveredBy = over.filter((other) => meet(boxOf(one), boxOf(other))).map((other) => other.node.kind);
    return [{ ...partOf(one), coveredBy }];
  });
  return {
    parts,
    cards: seen
      .filter(({ node, rect }) => node.kind === 'FILL_RECT' && node.props.radius && rect.w > device.width / 2)
      .map(boxOf),
    picturesPx: seen
      .filter(({ node }) => node.kind === 'IMG' && String(node.props.src ?? '') !== '')
      .map(({ rect }) => rect.w),
    hasIndicator: seen.some(({ node }) => /SCROLL_BAR|PAGE_INDICATOR/.test(node.kind)),
  };
}
