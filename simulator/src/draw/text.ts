/**
 * Draws TEXT: alignment, wrapping, ellipsis, line and character spacing, text along an arc. Never chooses colours.
 */

import { numberOf, type Props, textOf } from '../engine/values.ts';
import { LINE_HEIGHT } from '../engine/zos/get-text-layout.ts';
import { ALIGN, TEXT_STYLE } from '../engine/zos/ui-constants.ts';
import { cssColor, opacityOf } from './color.ts';
import { fontOf } from './fonts.ts';
import { layoutLines, type TextFlow } from './line-breaks.ts';
import { type DrawContext, type Rect, rectOf } from './surface.ts';

/** Size of a text whose app gave none, px. The platform documents no default; 24 is a legible choice. */
const DEFAULT_SIZE_PX = 24;

function flowOf(style: unknown): TextFlow {
  if (style === TEXT_STYLE.WRAP) return 'wrap';
  if (style === TEXT_STYLE.CHAR_WRAP) return 'wrap-anywhere';
  return style === TEXT_STYLE.ELLIPSIS ? 'ellipsis' : 'single';
}

function horizontal(align: unknown, rect: Rect): { anchorX: number; textAlign: CanvasTextAlign } {
  if (align === ALIGN.RIGHT) return { anchorX: rect.x + rect.w, textAlign: 'right' };
  if (align === ALIGN.CENTER_H) return { anchorX: rect.x + rect.w / 2, textAlign: 'center' };
  return { anchorX: rect.x, textAlign: 'left' };
}

function firstMiddle(align: unknown, rect: Rect, lineCount: number, lineHeightPx: number): number {
  const blockPx = lineCount * lineHeightPx;
  if (align === ALIGN.BOTTOM) return rect.y + rect.h - blockPx + lineHeightPx / 2;
  if (align === ALIGN.CENTER_V) return rect.y + (rect.h - blockPx) / 2 + lineHeightPx / 2;
  return rect.y + lineHeightPx / 2;
}

/** One line at a place, with the character spacing that the app asked for. */
function drawLine(
  context: DrawContext,
  line: string,
  x: number,
  y: number,
  spacingPx: number,
  widthPx: number,
): void {
  const { surface } = context;
  if (spacingPx === 0) {
    surface.fillText(line, x, y);
    return;
  }
  const share = surface.textAlign === 'right' ? 1 : surface.textAlign === 'center' ? 0.5 : 0;
  surface.textAlign = 'left';
  let penX = x - widthPx * share;
  for (const character of line) {
    surface.fillText(character, penX, y);
    penX += surface.measureText(character).width + spacingPx;
  }
}

function drawAlongArc(context: DrawContext, props: Props, rect: Rect, text: string): void {
  const { surface } = context;
  const radiusPx = numberOf(props.radius, Math.min(rect.w, rect.h) / 2);
  const startDeg = numberOf(props.start_angle, 0);
  const endDeg = numberOf(props.end_angle, startDeg + 360);
  const widths = Array.from(text, (character) => surface.measureText(character).width);
  const usedRad = widths.reduce((sum, width) => sum + width, 0) / Math.max(1, radiusPx);
  // 0 degrees stands at twelve o'clock for text along an arc, as in the official examples.
  let angle = (((startDeg + endDeg) / 2 - 90) * Math.PI) / 180 - usedRad / 2;
  surface.textAlign = 'center';
  Array.from(text).forEach((character, index) => {
    const stepRad = (widths[index] ?? 0) / Math.max(1, radiusPx);
    surface.save();
    surface.translate(rect.x + rect.w / 2, rect.y + rect.h / 2);
    surface.rotate(angle + stepRad / 2 + Math.PI / 2);
    surface.fillText(character, 0, -radiusPx);
    surface.restore();
    angle += stepRad;
  });
}

/** Draws the text of `props` into its box; what does not fit is cut at the box, as on the glass. */
export function drawText(context: DrawContext, props: Props): void {
  const { surface } = context;
  const rect = rectOf(props);
  const text = textOf(props.text);
  if (text === '') return;
  const sizePx = numberOf(props.text_size, DEFAULT_SIZE_PX);
  const spacingPx = numberOf(props.char_space, 0);
  surface.save();
  surface.globalAlpha *= opacityOf(props.alpha);
  surface.font = fontOf(sizePx);
  surface.fillStyle = cssColor(props.color);
  surface.textBaseline = 'middle';
  if (props.start_angle !== undefined && props.end_angle !== undefined) {
    drawAlongArc(context, props, rect, text);
    surface.restore();
    return;
  }
  const measure = (line: string): number =>
    surface.measureText(line).width + spacingPx * Math.max(0, Array.from(line).length - 1);
  const flow = flowOf(props.text_style);
  const lines = layoutLines(text, rect.w, flow, measure);
  const lineHeightPx = sizePx * LINE_HEIGHT + numberOf(props.line_space, 0);
  if (rect.w > 0 && rect.h > 0) {
    surface.beginPath();
    surface.rect(rect.x, rect.y - sizePx * 0.2, rect.w, Math.max(rect.h, lineHeightPx) + sizePx * 0.4);
    surface.clip();
  }
  let middleY = firstMiddle(props.align_v, rect, lines.length, lineHeightPx);
  for (const line of lines) {
    // A single line that is too long starts at its beginning: the platform scrolls it from there.
    const tooLong = flow === 'single' && rect.w > 0 && measure(line) > rect.w;
    const { anchorX, textAlign } = horizontal(tooLong ? ALIGN.LEFT : props.align_h, rect);
    surface.textAlign = textAlign;
    drawLine(context, line, anchorX, middleY, spacingPx, measure(line));
    middleY += lineHeightPx;
  }
  surface.restore();
}
