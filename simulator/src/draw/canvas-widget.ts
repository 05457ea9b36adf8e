/** Draws a CANVAS by repeating the calls that the app made on it (`drawLine`, `strokeRect`, …), which are in its property `calls`. */
import { listOf, numberOf, type Props, recordOf, textOf } from '../engine/values.ts';
import { cssColor, opacityOf } from './color.ts';
import { fontOf } from './fonts.ts';
import { drawPicture } from './images.ts';
import { DEGREE, drawPath, pointsOf } from './shapes.ts';
import { type DrawContext, rectOf, translated } from './surface.ts';

interface Pen {
  color: unknown;
  lineWidthPx: number;
}

/** Adds a circle, an ellipse, or an arc of one. */
function roundPath(context: DrawContext, param: Props): void {
  const radius = numberOf(param.radius, 0);
  context.surface.beginPath();
  context.surface.ellipse(
    numberOf(param.center_x, 0),
    numberOf(param.center_y, 0),
    numberOf(param.radius_x, radius),
    numberOf(param.radius_y, radius),
    0,
    numberOf(param.start_angle, 0) * DEGREE,
    numberOf(param.end_angle, 360) * DEGREE,
  );
}

/** Box between two corners: x, y, width, height. */
function cornerRect(param: Props): [number, number, number, number] {
  const x = numberOf(param.x1, 0);
  const y = numberOf(param.y1, 0);
  return [x, y, numberOf(param.x2, x) - x, numberOf(param.y2, y) - y];
}

function tracePath(context: DrawContext, name: string, param: Props): void {
  const { surface } = context;
  if (/rect/i.test(name)) {
    surface.beginPath();
    surface.rect(...cornerRect(param));
  } else if (/poly/i.test(name)) {
    surface.beginPath();
    pointsOf(param.data_array).forEach((point, index) => {
      if (index === 0) surface.moveTo(point.x, point.y);
      else surface.lineTo(point.x, point.y);
    });
    surface.closePath();
  } else roundPath(context, param);
}

/** Draws pixels, lines, texts and pictures, which are no plain shapes. Returns false for any other call. */
function drawMark(context: DrawContext, name: string, param: Props, pen: Pen): boolean {
  const { surface } = context;
  const color = cssColor(param.color ?? pen.color);
  if (name === 'drawPixel') {
    surface.fillStyle = color;
    surface.fillRect(numberOf(param.x, 0), numberOf(param.y, 0), 1, 1);
  } else if (name === 'drawLine') {
    const from = { x: numberOf(param.x1, 0), y: numberOf(param.y1, 0) };
    const to = { x: numberOf(param.x2, 0), y: numberOf(param.y2, 0) };
    drawPath(context, [from, to], color, pen.lineWidthPx);
  } else if (name === 'drawText') {
    surface.fillStyle = color;
    surface.font = fontOf(numberOf(param.text_size, 24));
    surface.textAlign = 'left';
    surface.textBaseline = 'alphabetic';
    surface.fillText(textOf(param.text), numberOf(param.x, 0), numberOf(param.y, 0));
  } else if (name === 'drawImage') {
    surface.save();
    surface.globalAlpha *= opacityOf(param.alpha);
    drawPicture(context, textOf(param.image), rectOf(param));
    surface.restore();
  } else return false;
  return true;
}

/** Repeats one call. */
function replay(context: DrawContext, name: string, param: Props, pen: Pen): void {
  const { surface } = context;
  if (name === 'setPaint') {
    pen.color = param.color ?? pen.color;
    pen.lineWidthPx = numberOf(param.line_width, pen.lineWidthPx);
  } else if (name === 'clear') {
    const area = rectOf(param);
    surface.fillStyle = '#000000';
    surface.fillRect(area.x, area.y, area.w, area.h);
  } else if (!drawMark(context, name, param, pen)) {
    const color = cssColor(param.color ?? pen.color);
    tracePath(context, name, param);
    if (name.startsWith('stroke')) {
      surface.strokeStyle = color;
      surface.lineWidth = pen.lineWidthPx;
      surface.stroke();
    } else {
      surface.fillStyle = color;
      surface.fill();
    }
  }
}

/** Draws a CANVAS, clipped to its box. */
export function drawCanvas(context: DrawContext, props: Props): void {
  const box = rectOf(props);
  const { surface } = context;
  const inside = translated(context, box.x, box.y);
  const pen: Pen = { color: 0xffffff, lineWidthPx: 1 };
  surface.save();
  surface.beginPath();
  surface.rect(box.x, box.y, box.w, box.h);
  surface.clip();
  surface.translate(box.x, box.y);
  for (const call of listOf(props.calls).map(recordOf)) {
    replay(inside, textOf(call.name), recordOf(call.param), pen);
  }
  surface.restore();
}
