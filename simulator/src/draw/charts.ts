/** Draws HISTOGRAM and QRCODE. The QR pattern is approximated and says so on itself: it cannot be scanned. */

import { cssColor, opacityOf } from './color.ts';
import { ALIGN, fontOf } from './fonts.ts';
import { drawPath, roundRectPath } from './shapes.ts';
import {
  type DrawContext,
  listOf,
  numberOf,
  type Props,
  type Rect,
  recordOf,
  rectOf,
  textOf,
} from './surface.ts';
import { drawText } from './text.ts';

function drawGrid(context: DrawContext, origin: Rect, line: Props, across: boolean): void {
  const count = numberOf(line.count, 0);
  const stepPx = numberOf(line.space, 0);
  const padding = numberOf(line.pading, 0);
  const from = numberOf(line.start, 0);
  const to = numberOf(line.end, 0);
  for (let index = 0; index < count; index++) {
    const at = padding + index * stepPx;
    const ends = across
      ? [
          { x: origin.x + from, y: origin.y + at },
          { x: origin.x + to, y: origin.y + at },
        ]
      : [
          { x: origin.x + at, y: origin.y + from },
          { x: origin.x + at, y: origin.y + to },
        ];
    drawPath(context, ends, cssColor(line.color, 0x444444), numberOf(line.width, 1));
  }
}

function drawLabels(context: DrawContext, origin: Rect, labels: Props, down: boolean): void {
  const box = rectOf(labels);
  const space = numberOf(labels.space, 0);
  listOf(labels.data_array).forEach((text, index) => {
    drawText(context, {
      x: origin.x + box.x + (down ? 0 : index * (box.w + space)),
      y: origin.y + box.y + (down ? index * (box.h + space) : 0),
      w: box.w,
      h: box.h,
      text: textOf(text),
      text_size: Math.max(10, box.h * 0.7),
      color: labels.color,
      align_h: numberOf(labels.align, ALIGN.CENTER_H),
    });
  });
}

function eachOf(value: unknown, index: number): unknown {
  return Array.isArray(value) ? value[index] : value;
}

/** HISTOGRAM: columns between `data_min_value` and `data_max_value`, with grid and labels. */
export function drawHistogram(context: DrawContext, props: Props): void {
  const rect = rectOf(props);
  const lowest = numberOf(props.data_min_value, 0);
  const highest = numberOf(props.data_max_value, 1);
  const startY = numberOf(props.item_start_y, 0);
  const tallestPx = numberOf(props.item_max_height, rect.h - startY);
  const itemWidthPx = numberOf(props.item_width, 8);
  const stepPx = itemWidthPx + numberOf(props.item_space, 4);
  drawGrid(context, rect, recordOf(props.yline), true);
  drawGrid(context, rect, recordOf(props.xline), false);
  listOf(props.data_array).forEach((value, index) => {
    const share = (numberOf(value, lowest) - lowest) / (highest - lowest || 1);
    const h = Math.max(0, Math.min(1, share)) * tallestPx;
    const bar = { x: rect.x + index * stepPx, y: rect.y + startY + tallestPx - h, w: itemWidthPx, h };
    context.surface.save();
    context.surface.globalAlpha *= opacityOf(eachOf(props.item_alpha, index));
    context.surface.fillStyle = cssColor(eachOf(props.item_color, index));
    roundRectPath(context, bar, numberOf(props.item_radius, 0));
    context.surface.fill();
    context.surface.restore();
  });
  drawLabels(context, rect, recordOf(props.xText), false);
  drawLabels(context, rect, recordOf(props.yText), true);
}

const QR_MODULES = 25;

/** A steady scatter from the content, so that other contents markup different. */
function scatter(content: string, index: number): boolean {
  let hash = 2166136261 ^ index;
  for (const character of content) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 16777619);
  return ((hash >>> 13) & 1) === 1;
}

function inFinder(row: number, column: number): boolean | undefined {
  const near = (value: number): number =>
    value < 8 ? value : value >= QR_MODULES - 8 ? QR_MODULES - 1 - value : 99;
  const top = near(row);
  const left = near(column);
  if (top > 7 || left > 7 || (row > 8 && column > 8)) return undefined;
  if (top === 7 || left === 7) return false;
  const ring = Math.max(Math.abs(top - 3), Math.abs(left - 3));
  return ring !== 2;
}

/** QRCODE: the markup of a code with its content written below; not scannable. */
export function drawQrCode(context: DrawContext, props: Props): void {
  const { surface } = context;
  const rect = rectOf(props);
  const back = {
    x: numberOf(props.bg_x, rect.x),
    y: numberOf(props.bg_y, rect.y),
    w: numberOf(props.bg_w, rect.w),
    h: numberOf(props.bg_h, rect.h),
  };
  const content = textOf(props.content);
  surface.save();
  surface.fillStyle = '#ffffff';
  roundRectPath(context, back, numberOf(props.bg_radius, 0));
  surface.fill();
  const modulePx = Math.min(rect.w, rect.h) / QR_MODULES;
  surface.fillStyle = '#111111';
  for (let row = 0; row < QR_MODULES; row++) {
    for (let column = 0; column < QR_MODULES; column++) {
      if (!(inFinder(row, column) ?? scatter(content, row * QR_MODULES + column))) continue;
      surface.fillRect(rect.x + column * modulePx, rect.y + row * modulePx, modulePx, modulePx);
    }
  }
  const labelPx = Math.max(9, Math.min(16, rect.h / 10));
  surface.fillStyle = '#ffffff';
  surface.fillRect(rect.x, rect.y + rect.h / 2 - labelPx * 0.8, rect.w, labelPx * 1.6);
  surface.fillStyle = '#a02020';
  surface.font = fontOf(labelPx, 700);
  surface.textAlign = 'center';
  surface.textBaseline = 'middle';
  surface.fillText('QR, approximated', rect.x + rect.w / 2, rect.y + rect.h / 2);
  surface.restore();
}
