/** Draws a tree of widgets in order of creation. A kind that cannot be drawn is shown by its name. */
import type { WidgetNode } from '../engine/types.ts';
import { listOf, numberOf, type Props } from '../engine/values.ts';
import { fromLowest, pageOf } from '../engine/widgets/layers.ts';
import { drawCanvas } from './canvas-widget.ts';
import { fontOf } from './fonts.ts';
import { drawHistogram } from './histogram.ts';
import { drawAnimation, drawImage, drawTextImages } from './images.ts';
import { drawQrCode } from './qr-code.ts';
import { drawScrollList } from './scroll-list.ts';
import { drawArc, drawCircle, drawFillRect, drawPolyline, drawStrokeRect } from './shapes.ts';
import { type DrawContext, rectOf, translated } from './surface.ts';
import { drawText } from './text.ts';
import { drawButton, drawPageIndicator, drawPicker, drawStateButton, drawSwitch } from './touch-widgets.ts';

const PAINTERS: Readonly<Record<string, (context: DrawContext, props: Props) => void>> = {
  TEXT: drawText,
  ARC: drawArc,
  CIRCLE: drawCircle,
  FILL_RECT: drawFillRect,
  STROKE_RECT: drawStrokeRect,
  IMG: drawImage,
  IMG_ANIM: drawAnimation,
  TEXT_IMG: drawTextImages,
  BUTTON: drawButton,
  SLIDE_SWITCH: drawSwitch,
  PAGE_INDICATOR: drawPageIndicator,
  WIDGET_PICKER: drawPicker,
  SCROLL_LIST: drawScrollList,
  HISTOGRAM: drawHistogram,
  QRCODE: drawQrCode,
  CANVAS: drawCanvas,
  GRADIENT_POLYLINE: drawPolyline,
  GRADKIENT_POLYLINE: drawPolyline,
};

/** Kinds that draw nothing of their own. */
const INVISIBLE = new Set(['PAGE_SCROLLBAR', 'VIRTUAL_CONTAINER', 'DIALOG']);
const GROUPS = new Set(['RADIO_GROUP', 'CHECKBOX_GROUP']);

function drawChildren(context: DrawContext, node: WidgetNode): void {
  if (node.children.length === 0) return;
  const { surface } = context;
  if (node.kind === 'VIRTUAL_CONTAINER') {
    drawWidgets(context, node.children);
    return;
  }
  const box = rectOf(node.props);
  const w = box.w > 0 ? box.w : context.glass.widthPx;
  const h = box.h > 0 ? box.h : context.glass.heightPx;
  const scrolls = node.kind === 'VIEW_CONTAINER';
  const left = box.x + pageOf(node) * context.swiperStep.x;
  const top = box.y + pageOf(node) * context.swiperStep.y;
  const shiftX = left + (scrolls ? numberOf(node.props.pos_x, 0) : 0);
  const shiftY = top + (scrolls ? numberOf(node.props.pos_y, 0) : 0);
  surface.save();
  if (scrolls) {
    surface.beginPath();
    surface.rect(left, top, w, h);
    surface.clip();
  }
  surface.translate(shiftX, shiftY);
  const inside = translated(context, shiftX, shiftY);
  if (GROUPS.has(node.kind)) drawGroup(inside, node);
  else drawWidgets(inside, node.children);
  surface.restore();
}

/** Draws the buttons of a group. Which are checked is in the property `checked` of the group (ids) or of the button. */
function drawGroup(context: DrawContext, group: WidgetNode): void {
  const chosen = new Set(listOf(group.props.checked));
  for (const child of group.children) {
    if (!child.visible) continue;
    const checked = chosen.has(child.id) || child.props.checked === true;
    if (child.kind === 'STATE_BUTTON') drawStateButton(context, child.props, group.props, checked);
    else drawWidget(context, child);
  }
}

function drawUnknown(context: DrawContext, node: WidgetNode): void {
  const box = rectOf(node.props);
  const { surface } = context;
  surface.save();
  surface.fillStyle = '#d08a8a';
  surface.font = fontOf(14);
  surface.textAlign = 'left';
  surface.textBaseline = 'top';
  surface.fillText(`${node.kind} is not drawn`, box.x + 4, box.y + 4);
  surface.restore();
}

function drawWidget(context: DrawContext, node: WidgetNode): void {
  if (!node.visible) return;
  const painter = PAINTERS[node.kind];
  if (painter !== undefined) painter(context, node.props);
  else if (node.kind === 'STATE_BUTTON')
    drawStateButton(context, node.props, {}, node.props.checked === true);
  else if (node.children.length === 0 && !INVISIBLE.has(node.kind) && !isContainer(node.kind)) {
    drawUnknown(context, node);
  }
  drawChildren(context, node);
}

function isContainer(kind: string): boolean {
  return kind === 'GROUP' || kind === 'VIEW_CONTAINER' || GROUPS.has(kind);
}

/** Draws widgets, the topmost last. */
export function drawWidgets(context: DrawContext, nodes: readonly WidgetNode[]): void {
  for (const node of fromLowest(nodes)) drawWidget(context, node);
}
