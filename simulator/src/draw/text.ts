/** Draws TEXT: with alignment, line breaks, an ellipsis, line and character spacing, or along an arc. */
import { numberOf, type Props, textOf } from '../engine/values.ts';
import { LINE_HEIGHT } from '../engine/zos/get-text-layout.ts';
import { ALIGN, TEXT_STYLE } from '../engine/zos/ui-constants.ts';
import { cssColor, opacityOf } from './color.ts';
import { fontOf } from './fonts.ts';
import { layoutLines, type TextFlow } from './line-breaks.ts';
import { type DrawContext, type Rect, rectOf } from './surface.ts';

/** Size of a text when the app gave none, px (assumed; the platform documents no default). */
const DEFAULT_SIZE_PX = 24;

function flowOf(style: unknown): TextFlow {
  if (style === TEXT_STYLE.WRAP) return 'wrap';
  if (style === TEXT_STYLE.CHAR_WRAP) return 'wrap-anywhere';
  return style === TEXT_STYLE.ELLIPSIS ? 'ellipsis' : 'single';
}

/** Where lines are anchored horizontally. */
function horizontal(align: unknown, rect: Rect): { anchorX: number; textAlign: CanvasTextAlign } {
  if (align === ALIGN.RIGHT) return { anchorX: rect.x + rect.w, textAlign: 'right' };
  if (align === ALIGN.CENTER_H) return { anchorX: rect.x + rect.w / 2, textAlign: 'center' };
  return { anchorX: rect.x, textAlign: 'left' };
}

/** Middle of the first line, px from the top. */
function firstLineY(align: unknown, rect: Rect, lineCount: number, lineHeightPx: number): number {
  const blockPx = lineCount * lineHeightPx;
  if (align === ALIGN.BOTTOM) return rect.y + rect.h - blockPx + lineHeightPx / 2;
  if (align === ALIGN.CENTER_V) return rect.y + (rect.h - blockPx) / 2 + lineHeightPx / 2;
  return rect.y + lineHeightPx / 2;
}

/** Draws one line at a point, with character spacing. */
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
  // Along an arc, 0 degrees is twelve o'clock, as in the official examples.
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

/** Draws a text and clips it to its box, as a watch does. */
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
  let middleY = firstLineY(props.align_v, rect, lines.length, lineHeightPx);
  for (const line of lines) {
    // A single line that is too long begins at the left edge, because the platform scrolls it from there.
    const tooLong = flow === 'single' && rect.w > 0 && measure(line) > rect.w;
    const { anchorX, textAlign } = horizontal(tooLong ? ALIGN.LEFT : props.align_h, rect);
    surface.textAlign = textAlign;
    drawLine(context, line, anchorX, middleY, spacingPx, measure(line));
    middleY += lineHeightPx;
  }
  surface.restore();
}
