/** Draws HISTOGRAM: its columns, its grid and the labels of both axes. */
import { listOf, numberOf, type Props, recordOf, textOf } from '../engine/values.ts';
import { ALIGN } from '../engine/zos/ui-constants.ts';
import { cssColor, opacityOf } from './color.ts';
import { drawPath, roundRectPath } from './shapes.ts';
import { type DrawContext, type Rect, rectOf } from './surface.ts';
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

/** A value that is one for all columns or an array with one for each. */
function eachOf(value: unknown, index: number): unknown {
  return Array.isArray(value) ? value[index] : value;
}

/** Draws a HISTOGRAM. Columns show values between `data_min_value` and `data_max_value`. */
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
