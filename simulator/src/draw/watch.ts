/**
 * Draws a whole watch: case with keys, glass with the app's widgets cut to its shape, toast, system dialog, and
 * the dark screen. Owns the measures of case and dialog; knows no pointer and no page.
 */

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

/** Width of the case round the glass, px of the device. */
export const BEZEL_PX = 36;
/** How far the keys stand out, px. */
const KEY_PX = 10;

export interface WatchDrawing {
  readonly device: DeviceModel;
  readonly view: WatchView;
  readonly picture: (path: string) => Picture | undefined;
  /** Finger on the glass, px from its upper left corner. */
  readonly finger: Point | null;
  /** How far the page is shifted under the glass, px. */
  readonly scroll: Point;
}

/** Size of the whole drawing, px, and where the glass begins in it. */
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

/** Adds the outline of the glass, grown by `byPx` on each side. */
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
  drawAnswers(context, dialog.buttons, sizePx);
}

/** The answers side by side, each in its share of the width: a touch counts for the share that it falls into. */
function drawAnswers(context: DrawContext, answers: readonly string[], sizePx: number): void {
  const { glass } = context;
  const shareX = glass.widthPx / Math.max(1, answers.length);
  const h = sizePx * 2.4;
  const inset = answers.length === 1 ? shareX * 0.3 : glass.widthPx * 0.015;
  const outer = glass.widthPx * 0.1;
  answers.forEach((answer, index) => {
    const left = Math.max(outer, index * shareX + inset);
    const right = Math.min(glass.widthPx - outer, (index + 1) * shareX - inset);
    const box = { x: left, y: glass.heightPx * 0.7, w: right - left, h };
    const strong = index === answers.length - 1;
    drawButton(context, {
      ...box,
      text: answer,
      text_size: Math.min(sizePx * 0.95, (box.w * 1.7) / Math.max(4, answer.length)),
      radius: h / 2,
      color: 0xffffff,
      normal_color: strong ? 0x1668b0 : 0x3d434c,
      press_color: strong ? 0x0f4d85 : 0x2b3038,
    });
  });
}

/** Height of the bar with the app's name on square glass, px (Zepp OS guide, multi-screen adaption). */
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

function drawFace(surface: Surface, device: DeviceModel): void {
  surface.fillStyle = '#7d848f';
  surface.font = fontOf(Math.round(device.width * 0.05));
  surface.textAlign = 'center';
  surface.textBaseline = 'middle';
  surface.fillText('watch face', device.width / 2, device.height / 2);
}

/** Draws the watch with its case's upper left corner at the surface's origin; see `caseOf` for the room needed. */
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
  if (view.screenOn) drawLit(surface, drawing);
  surface.restore();
  surface.restore();
}

function drawLit(surface: Surface, drawing: WatchDrawing): void {
  const { device, view, finger, scroll } = drawing;
  const glass = { widthPx: device.width, heightPx: device.height };
  const context: DrawContext = { surface, picture: drawing.picture, finger, glass };
  surface.save();
  surface.translate(-scroll.x, -scroll.y);
  drawWidgets(translated(context, -scroll.x, -scroll.y), view.widgets);
  surface.restore();
  if (view.page === null && view.widgets.length === 0) drawFace(surface, device);
  if (view.statusBar !== null) drawStatusBar(context, view.statusBar);
  if (view.dialog !== null) drawDialog(context, view.dialog);
  if (view.toast !== null && view.toast !== '') drawToast(context, view.toast);
}
