/**
 * Draws pictures: IMG with offset, rotation and scaling, the first frame of IMG_ANIM, and TEXT_IMG. A missing picture is drawn
 * as a crossed box with its name, so that a wrong path can be seen.
 */
import { listOf, numberOf, type Props, textOf } from '../engine/values.ts';
import { ALIGN } from '../engine/zos/ui-constants.ts';
import { opacityOf } from './color.ts';
import { fontOf } from './fonts.ts';
import { type DrawContext, type Picture, type Rect, rectOf } from './surface.ts';

/** Side of the box of a missing picture that has no size, px. */
const MISSING_SIDE_PX = 48;

function drawMissing(context: DrawContext, rect: Rect, path: string): void {
  const { surface } = context;
  surface.save();
  surface.globalAlpha *= 0.6;
  surface.strokeStyle = '#8a8f98';
  surface.lineWidth = 1;
  surface.beginPath();
  surface.rect(rect.x, rect.y, rect.w, rect.h);
  surface.moveTo(rect.x, rect.y);
  surface.lineTo(rect.x + rect.w, rect.y + rect.h);
  surface.stroke();
  surface.fillStyle = '#c3c7cf';
  surface.font = fontOf(12);
  surface.textAlign = 'left';
  surface.textBaseline = 'middle';
  surface.fillText(path.split('/').pop() ?? path, rect.x + 4, rect.y + rect.h / 2);
  surface.restore();
}

/** Draws a picture stretched to a box. Where the box has no size, the picture keeps its own. */
export function drawPicture(context: DrawContext, path: string, rect: Rect): void {
  if (path === '') return;
  const picture = context.picture(path);
  const w = rect.w > 0 ? rect.w : (picture?.widthPx ?? MISSING_SIDE_PX);
  const h = rect.h > 0 ? rect.h : (picture?.heightPx ?? MISSING_SIDE_PX);
  if (picture === undefined) drawMissing(context, { x: rect.x, y: rect.y, w, h }, path);
  else context.surface.drawImage(picture.source, rect.x, rect.y, w, h);
}

/** Size at which a picture is drawn, px: its own, or scaled to the box when the app asks for that. */
function fittedSize(picture: Picture, rect: Rect, props: Props): { w: number; h: number } {
  if (props.auto_scale !== true) return { w: picture.widthPx, h: picture.heightPx };
  if (props.auto_scale_obj_fit === true) return { w: rect.w, h: rect.h };
  const scale = Math.min(rect.w / picture.widthPx, rect.h / picture.heightPx);
  return { w: picture.widthPx * scale, h: picture.heightPx * scale };
}

/** Draws IMG. `angle` rotates it clockwise around `center_x` and `center_y`, which count from the corner of the widget. */
export function drawImage(context: DrawContext, props: Props): void {
  const path = textOf(props.src);
  const box = rectOf(props);
  const picture = context.picture(path);
  if (path === '') return;
  if (picture === undefined) {
    drawPicture(context, path, box);
    return;
  }
  const { surface } = context;
  const rect = { ...box, w: box.w > 0 ? box.w : picture.widthPx, h: box.h > 0 ? box.h : picture.heightPx };
  const size = fittedSize(picture, rect, props);
  surface.save();
  surface.globalAlpha *= opacityOf(props.alpha);
  surface.beginPath();
  surface.rect(rect.x, rect.y, rect.w, rect.h);
  surface.clip();
  surface.translate(rect.x, rect.y);
  const angle = numberOf(props.angle, 0);
  if (angle % 360 !== 0) {
    const centerX = numberOf(props.center_x, rect.w / 2);
    const centerY = numberOf(props.center_y, rect.h / 2);
    surface.translate(centerX, centerY);
    surface.rotate((angle * Math.PI) / 180);
    surface.translate(-centerX, -centerY);
  }
  const offsetX = numberOf(props.pos_x, 0);
  const offsetY = numberOf(props.pos_y, 0);
  surface.drawImage(picture.source, offsetX, offsetY, size.w, size.h);
  surface.restore();
}

/** Draws IMG_ANIM, approximated: its first frame. */
export function drawAnimation(context: DrawContext, props: Props): void {
  const path = `${textOf(props.anim_path)}/${textOf(props.anim_prefix)}_0.${textOf(props.anim_ext)}`;
  drawPicture(context, path, rectOf(props));
}

/** Draws TEXT_IMG, in which each character is a picture: a digit comes from `font_array`, and a sign from a property of its own. */
export function drawTextImages(context: DrawContext, props: Props): void {
  const rect = rectOf(props);
  const font = listOf(props.font_array).map(textOf);
  const signs: Readonly<Record<string, string>> = {
    '.': textOf(props.dot_image),
    '-': textOf(props.negative_image),
    u: textOf(props.unit_en ?? props.unit_sc),
  };
  const spacePx = numberOf(props.h_space, 0);
  const paths = Array.from(textOf(props.text), (sign) => font[Number(sign)] ?? signs[sign] ?? '').filter(
    (path) => path !== '',
  );
  const widths = paths.map((path) => context.picture(path)?.widthPx ?? MISSING_SIDE_PX / 2);
  const usedPx = widths.reduce((sum, width) => sum + width, 0) + spacePx * Math.max(0, paths.length - 1);
  const freePx = rect.w > usedPx ? rect.w - usedPx : 0;
  const align = props.align_h;
  let x = rect.x + (align === ALIGN.RIGHT ? freePx : align === ALIGN.CENTER_H ? freePx / 2 : 0);
  paths.forEach((path, index) => {
    drawPicture(context, path, { x, y: rect.y, w: 0, h: 0 });
    x += (widths[index] ?? 0) + spacePx;
  });
}
