/**
 * Draws shapes: ARC, CIRCLE, FILL_RECT, STROKE_RECT and polylines. Angles are degrees clockwise from three o'clock (Zepp OS
 * reference, widget ARC).
 */
import { listOf, numberOf, type Props, recordOf } from '../engine/values.ts';
import { cssColor, opacityOf } from './color.ts';
import { type DrawContext, type Point, type Rect, rectOf } from './surface.ts';

/** One degree, in radians. */
export const DEGREE = Math.PI / 180;

/** Saves the state of the canvas and applies the opacity of the widget. */
function saveWithOpacity(context: DrawContext, props: Props): void {
  context.surface.save();
  context.surface.globalAlpha *= opacityOf(props.alpha);
}

/** Adds a rectangle with rounded corners. The radius is limited to half of the shorter side. */
export function roundRectPath(context: DrawContext, rect: Rect, radiusPx: number): void {
  const radius = Math.max(0, Math.min(radiusPx, rect.w / 2, rect.h / 2));
  context.surface.beginPath();
  if (radius === 0) context.surface.rect(rect.x, rect.y, rect.w, rect.h);
  else context.surface.roundRect(rect.x, rect.y, rect.w, rect.h, radius);
}

/** Draws ARC: part of the ellipse in the box of the widget. The stroke lies inside the box. */
export function drawArc(context: DrawContext, props: Props): void {
  const rect = rectOf(props);
  const lineWidthPx = numberOf(props.line_width, 1);
  const startDeg = numberOf(props.start_angle, 0);
  const endDeg = numberOf(props.end_angle, 0);
  const sweepDeg = Math.min(360, Math.abs(endDeg - startDeg));
  if (sweepDeg === 0 || rect.w <= 0 || rect.h <= 0) return;
  const { surface } = context;
  saveWithOpacity(context, props);
  surface.strokeStyle = cssColor(props.color);
  surface.lineWidth = lineWidthPx;
  surface.lineCap = sweepDeg >= 360 ? 'butt' : 'round';
  const from = Math.min(startDeg, endDeg);
  surface.beginPath();
  surface.ellipse(
    rect.x + rect.w / 2,
    rect.y + rect.h / 2,
    Math.max(0, (rect.w - lineWidthPx) / 2),
    Math.max(0, (rect.h - lineWidthPx) / 2),
    0,
    from * DEGREE,
    (from + sweepDeg) * DEGREE,
  );
  surface.stroke();
  surface.restore();
}

/** Draws CIRCLE. */
export function drawCircle(context: DrawContext, props: Props): void {
  const { surface } = context;
  saveWithOpacity(context, props);
  surface.fillStyle = cssColor(props.color);
  surface.beginPath();
  surface.arc(
    numberOf(props.center_x, 0),
    numberOf(props.center_y, 0),
    Math.max(0, numberOf(props.radius, 0)),
    0,
    2 * Math.PI,
  );
  surface.fill();
  surface.restore();
}

/** Rotates the canvas around the middle of a box. */
function rotateAround(context: DrawContext, rect: Rect, angle: unknown): void {
  const degrees = numberOf(angle, 0) % 360;
  if (degrees === 0) return;
  context.surface.translate(rect.x + rect.w / 2, rect.y + rect.h / 2);
  context.surface.rotate(degrees * DEGREE);
  context.surface.translate(-(rect.x + rect.w / 2), -(rect.y + rect.h / 2));
}

/** Draws FILL_RECT. */
export function drawFillRect(context: DrawContext, props: Props): void {
  const rect = rectOf(props);
  saveWithOpacity(context, props);
  rotateAround(context, rect, props.angle);
  roundRectPath(context, rect, numberOf(props.radius, 0));
  context.surface.fillStyle = cssColor(props.color);
  context.surface.fill();
  context.surface.restore();
}

/** Draws STROKE_RECT. The stroke lies inside the box. */
export function drawStrokeRect(context: DrawContext, props: Props): void {
  const rect = rectOf(props);
  const lineWidthPx = numberOf(props.line_width, 1);
  saveWithOpacity(context, props);
  rotateAround(context, rect, props.angle);
  const inset = lineWidthPx / 2;
  const inner = { x: rect.x + inset, y: rect.y + inset, w: rect.w - lineWidthPx, h: rect.h - lineWidthPx };
  roundRectPath(context, inner, numberOf(props.radius, 0));
  context.surface.strokeStyle = cssColor(props.color);
  context.surface.lineWidth = lineWidthPx;
  context.surface.stroke();
  context.surface.restore();
}

/** Draws a line through points. */
export function drawPath(
  context: DrawContext,
  points: readonly Point[],
  color: string,
  lineWidthPx: number,
): void {
  const [first, ...rest] = points;
  if (first === undefined) return;
  const { surface } = context;
  surface.strokeStyle = color;
  surface.lineWidth = lineWidthPx;
  surface.lineCap = 'round';
  surface.beginPath();
  surface.moveTo(first.x, first.y);
  for (const point of rest) surface.lineTo(point.x, point.y);
  surface.stroke();
}

/** Reads an array of points `{ x, y }`. */
export function pointsOf(value: unknown): Point[] {
  return listOf(value).map((item) => ({
    x: numberOf(recordOf(item).x, 0),
    y: numberOf(recordOf(item).y, 0),
  }));
}

/** Draws GRADKIENT_POLYLINE. Its points count from the lower left corner of the box. */
export function drawPolyline(context: DrawContext, props: Props): void {
  const rect = rectOf(props);
  const lines = Array.isArray(props.line_data) ? props.line_data : [props];
  context.surface.save();
  for (const line of lines) {
    const { data, data_array: dataArray } = recordOf(line);
    const points = pointsOf(data ?? dataArray).map((point) => ({
      x: rect.x + point.x,
      y: rect.y + rect.h - point.y,
    }));
    drawPath(context, points, cssColor(props.line_color, 0xe60039), numberOf(props.line_width, 2));
  }
  context.surface.restore();
}
