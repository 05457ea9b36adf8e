/** Draws a whole watch: its case with keys, its screen with the app's widgets, toast, dialog and status bar, or the dark screen. */
import type { DeviceModel, WatchView } from '../engine/types.ts';
import { LINE_HEIGHT } from '../engine/zos/get-text-layout.ts';
import { ALIGN, TEXT_STYLE } from '../engine/zos/ui-constants.ts';
import { cssColor } from './color.ts';
import { fontOf } from './fonts.ts';
import { layoutLines } from './line-breaks.ts';
import { roundRectPath } from './shapes.ts';
import {
  type DrawContext,
  type Picture,
  type Point,
  type Rect,
  type Surface,
  translated,
} from './surface.ts';
import { drawText } from './text.ts';
import { drawButton } from './touch-widgets.ts';
import { drawWidgets } from './widget-tree.ts';

/** Width of the case around the screen, px. */
const BEZEL_PX = 36;
/** How far the keys stick out, px. */
const KEY_PX = 10;

/** Everything that is needed to draw a watch. */
export interface WatchDrawing {
  readonly device: DeviceModel;
  readonly view: WatchView;
  readonly picture: (path: string) => Picture | undefined;
  /** The finger on the screen, px from its upper left corner; null without one. */
  readonly finger: Point | null;
  /** How far the page is shifted on the screen, px. */
  readonly scroll: Point;
}

/** Size of the whole drawing, and the box of the screen in it, px. */
export function caseOf(device: DeviceModel): {
  readonly widthPx: number;
  readonly heightPx: number;
  readonly glass: Rect;
} {
  return {
    widthPx: device.width + 2 * BEZEL_PX + KEY_PX,
    heightPx: device.height + 2 * BEZEL_PX,
    glass: { x: BEZEL_PX, y: BEZEL_PX, w: device.width, h: device.height },
  };
}

/** Adds the outline of the screen, grown by `byPx` on each side. */
function glassPath(surface: Surface, device: DeviceModel, byPx: number): void {
  const w = device.width + 2 * byPx;
  const h = device.height + 2 * byPx;
  surface.beginPath();
  if (device.shape === 'round') {
    surface.arc(device.width / 2, device.height / 2, w / 2, 0, 2 * Math.PI);
    return;
  }
  const radius = Math.min((device.cornerRadius ?? 0) + byPx, w / 2, h / 2);
  surface.roundRect(-byPx, -byPx, w, h, radius);
}

function drawKeys(surface: Surface, device: DeviceModel): void {
  const { width, height } = device;
  const places = device.keys >= 2 ? [-0.5, 0.5] : [0];
  surface.fillStyle = '#3a3f48';
  for (const place of places) {
    surface.save();
    surface.translate(width / 2, height / 2);
    if (device.shape === 'round') surface.rotate(place * 0.9);
    else surface.translate(0, place * height * 0.36);
    surface.beginPath();
    surface.roundRect(width / 2 + BEZEL_PX - 12, -26, 12 + KEY_PX - 2, 52, 7);
    surface.fill();
    surface.restore();
  }
}

function drawCase(surface: Surface, device: DeviceModel): void {
  drawKeys(surface, device);
  const body = surface.createLinearGradient(0, -BEZEL_PX, device.width, device.height + BEZEL_PX);
  body.addColorStop(0, '#4b515c');
  body.addColorStop(0.45, '#23272e');
  body.addColorStop(1, '#15181d');
  surface.fillStyle = body;
  glassPath(surface, device, BEZEL_PX - 2);
  surface.fill();
  surface.strokeStyle = '#0b0d10';
  surface.lineWidth = 3;
  glassPath(surface, device, BEZEL_PX * 0.55);
  surface.stroke();
  surface.fillStyle = '#000000';
  glassPath(surface, device, BEZEL_PX * 0.5);
  surface.fill();
}

function drawToast(context: DrawContext, text: string): void {
  const { surface, glass } = context;
  const sizePx = Math.round(glass.widthPx * 0.055);
  surface.font = fontOf(sizePx);
  const measure = (line: string): number => surface.measureText(line).width;
  const lines = layoutLines(text, glass.widthPx * 0.6, 'wrap', measure);
  const lineHeightPx = sizePx * LINE_HEIGHT;
  const w = Math.max(...lines.map(measure)) + sizePx * 2;
  const h = lines.length * lineHeightPx + sizePx * 1.1;
  const box = { x: (glass.widthPx - w) / 2, y: glass.heightPx * 0.78 - h, w, h };
  roundRectPath(context, box, Math.min(h / 2, sizePx * 1.4));
  surface.fillStyle = '#33373e';
  surface.fill();
  drawText(context, {
    ...box,
    text: lines.join('\n'),
    text_size: sizePx,
    color: 0xffffff,
    align_h: ALIGN.CENTER_H,
    align_v: ALIGN.CENTER_V,
    text_style: TEXT_STYLE.WRAP,
  });
}

type Dialog = NonNullable<WatchView['dialog']>;

function drawDialog(context: DrawContext, dialog: Dialog): void {
  const { surface, glass } = context;
  surface.fillStyle = '#0d0f13';
  surface.fillRect(0, 0, glass.widthPx, glass.heightPx);
  const middle = { align_h: ALIGN.CENTER_H, align_v: ALIGN.CENTER_V, text_style: TEXT_STYLE.WRAP };
  const margin = glass.widthPx * 0.13;
  const w = glass.widthPx - 2 * margin;
  const sizePx = Math.round(glass.widthPx * 0.062);
  const title = { x: margin, y: glass.heightPx * 0.1, w, h: glass.heightPx * 0.2 };
  const body = { x: margin, y: glass.heightPx * 0.3, w, h: glass.heightPx * 0.38 };
  drawText(context, { ...middle, ...title, text: dialog.title, text_size: sizePx * 1.1, color: 0xffffff });
  drawText(context, { ...middle, ...body, text: dialog.body, text_size: sizePx * 0.9, color: 0xc3c7cf });
  drawDialogButtons(context, dialog.buttons, sizePx);
}

/** Draws the buttons side by side. Each takes an equal share of the width, as a tap does (see `input.ts`). */
function drawDialogButtons(context: DrawContext, labels: readonly string[], sizePx: number): void {
  const { glass } = context;
  const shareX = glass.widthPx / Math.max(1, labels.length);
  const h = sizePx * 2.4;
  const inset = labels.length === 1 ? shareX * 0.3 : glass.widthPx * 0.015;
  const outer = glass.widthPx * 0.1;
  labels.forEach((label, index) => {
    const left = Math.max(outer, index * shareX + inset);
    const right = Math.min(glass.widthPx - outer, (index + 1) * shareX - inset);
    const box = { x: left, y: glass.heightPx * 0.7, w: right - left, h };
    const strong = index === labels.length - 1;
    drawButton(context, {
      ...box,
      text: label,
      text_size: Math.min(sizePx * 0.95, (box.w * 1.7) / Math.max(4, label.length)),
      radius: h / 2,
      color: 0xffffff,
      normal_color: strong ? 0x1668b0 : 0x3d434c,
      press_color: strong ? 0x0f4d85 : 0x2b3038,
    });
  });
}

/** Height of the status bar of a square screen, px (Zepp OS guide, multi-screen adaption). */
const STATUS_BAR_PX = 64;

function drawStatusBar(context: DrawContext, title: string): void {
  const { surface, glass } = context;
  surface.fillStyle = '#000000';
  surface.fillRect(0, 0, glass.widthPx, STATUS_BAR_PX);
  drawText(context, {
    x: glass.widthPx * 0.2,
    y: 0,
    w: glass.widthPx * 0.6,
    h: STATUS_BAR_PX,
    text: title,
    text_size: 26,
    color: 0xc3c7cf,
    align_h: ALIGN.CENTER_H,
    align_v: ALIGN.CENTER_V,
    text_style: TEXT_STYLE.ELLIPSIS,
  });
}

function drawDarkNote(surface: Surface, device: DeviceModel): void {
  surface.fillStyle = '#4d535d';
  surface.font = fontOf(Math.round(device.width * 0.036));
  surface.textAlign = 'center';
  surface.textBaseline = 'middle';
  surface.fillText('screen off', device.width / 2, device.height + BEZEL_PX * 0.26);
}

/** Draws the place of the watch face, which is not simulated. */
function drawWatchFace(surface: Surface, device: DeviceModel): void {
  surface.fillStyle = '#7d848f';
  surface.font = fontOf(Math.round(device.width * 0.05));
  surface.textAlign = 'center';
  surface.textBaseline = 'middle';
  surface.fillText('watch face', device.width / 2, device.height / 2);
}

/** Draws the watch with the upper left corner of its case at the origin. `caseOf` gives the size of the drawing. */
export function drawWatch(surface: Surface, drawing: WatchDrawing): void {
  const { device, view } = drawing;
  surface.save();
  surface.translate(BEZEL_PX, BEZEL_PX);
  drawCase(surface, device);
  if (!view.screenOn) drawDarkNote(surface, device);
  surface.save();
  glassPath(surface, device, 0);
  surface.clip();
  surface.fillStyle = view.screenOn ? cssColor(view.background, 0) : '#000000';
  surface.fillRect(0, 0, device.width, device.height);
  if (view.screenOn) drawLitScreen(surface, drawing);
  surface.restore();
  surface.restore();
}

/** Draws what a lit screen shows. */
function drawLitScreen(surface: Surface, drawing: WatchDrawing): void {
  const { device, view, finger, scroll } = drawing;
  const glass = { widthPx: device.width, heightPx: device.height };
  const context: DrawContext = {
    surface,
    picture: drawing.picture,
    finger,
    glass,
    swiperStep: view.swiperStep,
  };
  surface.save();
  surface.translate(-scroll.x, -scroll.y);
  drawWidgets(translated(context, -scroll.x, -scroll.y), view.widgets);
  surface.restore();
  if (view.page === null && view.widgets.length === 0) drawWatchFace(surface, device);
  if (view.statusBar !== null) drawStatusBar(context, view.statusBar);
  if (view.dialog !== null) drawDialog(context, view.dialog);
  if (view.toast !== null && view.toast !== '') drawToast(context, view.toast);
}
