/**
 * Draws the plain shapes: ARC, CIRCLE, FILL_RECT, STROKE_RECT, lines and polylines. Angles are degrees,
 * clockwise, 0 at three o'clock (Zepp OS reference, widget ARC).
 */

import { cssColor, opacityOf } from './color.ts';
import {
  type Brush,
  listOf,
  numberOf,
  type Point,
  type Props,
  type Rect,
  recordOf,
  rectOf,
} from './surface.ts';

const DEGREE = Math.PI / 180;

function dim(brush: Brush, props: Props): void {
  brush.surface.save();
  brush.surface.globalAlpha *= opacityOf(props.alpha);
}

/** Adds a rectangle with corners cut to what fits. */
export function roundRectPath(brush: Brush, rect: Rect, radiusPx: number): void {
  const radius = Math.max(0, Math.min(radiusPx, rect.w / 2, rect.h / 2));
  brush.surface.beginPath();
  if (radius === 0) brush.surface.rect(rect.x, rect.y, rect.w, rect.h);
  else brush.surface.roundRect(rect.x, rect.y, rect.w, rect.h, radius);
}

/** The ellipse of the box, cut to the angles; the stroke lies inside the box. */
export function drawArc(brush: Brush, props: Props): void {
  const rect = rectOf(props);
  const lineWidthPx = numberOf(props.line_width, 1);
  const startDeg = numberOf(props.start_angle, 0);
  const endDeg = numberOf(props.end_angle, 0);
  const sweepDeg = Math.min(360, Math.abs(endDeg - startDeg));
  if (sweepDeg === 0 || rect.w <= 0 || rect.h <= 0) return;
  const { surface } = brush;
  dim(brush, props);
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

export function drawCircle(brush: Brush, props: Props): void {
  const { surface } = brush;
  dim(brush, props);
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

/** Turns the surface round the middle of the box; the caller restores. */
function turn(brush: Brush, rect: Rect, angle: unknown): void {
  const degrees = numberOf(angle, 0) % 360;
  if (degrees === 0) return;
  brush.surface.translate(rect.x + rect.w / 2, rect.y + rect.h / 2);
  brush.surface.rotate(degrees * DEGREE);
  brush.surface.translate(-(rect.x + rect.w / 2), -(rect.y + rect.h / 2));
}

export function drawFillRect(brush: Brush, props: Props): void {
  const rect = rectOf(props);
  dim(brush, props);
  turn(brush, rect, props.angle);
  roundRectPath(brush, rect, numberOf(props.radius, 0));
  brush.surface.fillStyle = cssColor(props.color);
  brush.surface.fill();
  brush.surface.restore();
}

export function drawStrokeRect(brush: Brush, props: Props): void {
  const rect = rectOf(props);
  const lineWidthPx = numberOf(props.line_width, 1);
  dim(brush, props);
  turn(brush, rect, props.angle);
  const inset = lineWidthPx / 2;
  const inner = { x: rect.x + inset, y: rect.y + inset, w: rect.w - lineWidthPx, h: rect.h - lineWidthPx };
  roundRectPath(brush, inner, numberOf(props.radius, 0));
  brush.surface.strokeStyle = cssColor(props.color);
  brush.surface.lineWidth = lineWidthPx;
  brush.surface.stroke();
  brush.surface.restore();
}

/** Joins points with a line. */
export function drawPath(brush: Brush, points: readonly Point[], color: string, lineWidthPx: number): void {
  const [first, ...rest] = points;
  if (first === undefined) return;
  const { surface } = brush;
  surface.strokeStyle = color;
  surface.lineWidth = lineWidthPx;
  surface.lineCap = 'round';
  surface.beginPath();
  surface.moveTo(first.x, first.y);
  for (const point of rest) surface.lineTo(point.x, point.y);
  surface.stroke();
}

/** Points of the platform's `{x, y}` arrays. */
export function pointsOf(value: unknown): Point[] {
  return listOf(value).map((item) => ({
    x: numberOf(recordOf(item).x, 0),
    y: numberOf(recordOf(item).y, 0),
  }));
}

/** GRADIENT_POLYLINE: points count from the lower left corner of the box; the area below is shaded. */
export function drawPolyline(brush: Brush, props: Props): void {
  const rect = rectOf(props);
  const lines = Array.isArray(props.line_data) ? props.line_data : [props];
  brush.surface.save();
  for (const line of lines) {
    const { data, data_array: dataArray } = recordOf(line);
    const points = pointsOf(data ?? dataArray).map((point) => ({
      x: rect.x + point.x,
      y: rect.y + rect.h - point.y,
    }));
    drawPath(brush, points, cssColor(props.line_color, 0xe60039), numberOf(props.line_width, 2));
  }
  brush.surface.restore();
}
