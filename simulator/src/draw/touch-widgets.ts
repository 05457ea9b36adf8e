/**
 * Draws the widgets that are touched (BUTTON, SLIDE_SWITCH, STATE_BUTTON, WIDGET_PICKER) and PAGE_INDICATOR. A button is drawn as pressed
 * while the finger is on it.
 */
import { listOf, numberOf, type Props, recordOf, textOf } from '../engine/values.ts';
import { ALIGN, TEXT_STYLE } from '../engine/zos/ui-constants.ts';
import { cssColor } from './color.ts';
import { drawPicture } from './images.ts';
import { roundRectPath } from './shapes.ts';
import { contains, type DrawContext, type Rect, rectOf } from './surface.ts';
import { drawText } from './text.ts';

/** Size of a button when the app passes -1 and there is no picture, px (Zepp OS reference, widget BUTTON). */
const BUTTON_DEFAULT = { w: 100, h: 40 };

function buttonRect(context: DrawContext, props: Props): Rect {
  const rect = rectOf(props);
  const picture = context.picture(textOf(props.normal_src));
  return {
    ...rect,
    w: rect.w > 0 ? rect.w : (picture?.widthPx ?? BUTTON_DEFAULT.w),
    h: rect.h > 0 ? rect.h : (picture?.heightPx ?? BUTTON_DEFAULT.h),
  };
}

/** Draws BUTTON: its picture or its colour, and its text. */
export function drawButton(context: DrawContext, props: Props): void {
  const rect = buttonRect(context, props);
  const pressed = contains(rect, context.finger);
  const path = textOf(pressed ? props.press_src : props.normal_src);
  if (path !== '') drawPicture(context, path, rect);
  else if (props.normal_color !== undefined && props.press_color !== undefined) {
    roundRectPath(context, rect, numberOf(props.radius, 0));
    context.surface.fillStyle = cssColor(pressed ? props.press_color : props.normal_color);
    context.surface.fill();
  }
  const textWidthPx = numberOf(props.text_w, rect.w);
  drawText(context, {
    ...rect,
    x: rect.x + (rect.w - textWidthPx) / 2,
    w: textWidthPx,
    text: props.text,
    text_size: props.text_size,
    color: props.color,
    align_h: ALIGN.CENTER_H,
    align_v: ALIGN.CENTER_V,
    text_style: TEXT_STYLE.WRAP,
  });
}

/** Draws SLIDE_SWITCH with its pictures, or as a plain switch when the app gave none. */
export function drawSwitch(context: DrawContext, props: Props): void {
  const given = rectOf(props);
  const rect = { ...given, w: given.w > 0 ? given.w : 96, h: given.h > 0 ? given.h : 64 };
  const on = props.checked === true || props.checked === 1;
  const background = textOf(on ? props.select_bg : props.un_select_bg);
  if (background !== '') {
    drawPicture(context, background, rect);
    const knob = {
      x: rect.x + numberOf(on ? props.slide_select_x : props.slide_un_select_x, 0),
      y: rect.y + numberOf(props.slide_y, 0),
      w: 0,
      h: 0,
    };
    drawPicture(context, textOf(props.slide_src), knob);
    return;
  }
  const { surface } = context;
  roundRectPath(context, rect, rect.h / 2);
  surface.fillStyle = on ? '#0884d0' : '#4a4f57';
  surface.fill();
  surface.fillStyle = '#ffffff';
  surface.beginPath();
  surface.arc(
    rect.x + (on ? rect.w - rect.h / 2 : rect.h / 2),
    rect.y + rect.h / 2,
    rect.h * 0.4,
    0,
    2 * Math.PI,
  );
  surface.fill();
}

/** Draws the STATE_BUTTON of a RADIO_GROUP or CHECKBOX_GROUP, whose properties name the two pictures. */
export function drawStateButton(context: DrawContext, props: Props, group: Props, checked: boolean): void {
  const rect = rectOf(props);
  const path = textOf(checked ? group.select_src : group.unselect_src);
  if (path !== '' && group.use_color !== true) {
    drawPicture(context, path, rect);
    return;
  }
  const color = checked ? props.select_color : props.unselect_color;
  const w = numberOf(props.fill_width, rect.w);
  const h = numberOf(props.fill_height, rect.h);
  const fill = { x: rect.x + (rect.w - w) / 2, y: rect.y + (rect.h - h) / 2, w, h };
  roundRectPath(context, fill, Math.min(w, h) / 2);
  context.surface.fillStyle = cssColor(color, checked ? 0x0884d0 : 0x4a4f57);
  context.surface.fill();
}

/** Draws PAGE_INDICATOR: one dot for each page. */
export function drawPageIndicator(context: DrawContext, props: Props): void {
  const rect = rectOf(props);
  const count = Math.max(1, Math.round(numberOf(props.page_count ?? props.count, 3)));
  const current = Math.round(numberOf(props.page_index ?? props.index, 0));
  const vertical = props.horizontal === false;
  const sidePx = Math.min(12, (vertical ? rect.w : rect.h) || 12);
  const stepPx = sidePx + numberOf(vertical ? props.v_space : props.h_space, 8);
  const usedPx = stepPx * (count - 1) + sidePx;
  const start = (vertical ? rect.y + (rect.h - usedPx) / 2 : rect.x + (rect.w - usedPx) / 2) || 0;
  for (let index = 0; index < count; index++) {
    const along = start + index * stepPx;
    const dot = { x: vertical ? rect.x : along, y: vertical ? along : rect.y, w: sidePx, h: sidePx };
    const path = textOf(index === current ? props.select_src : props.unselect_src);
    if (path !== '' && props.use_color !== true) {
      drawPicture(context, path, { ...dot, w: 0, h: 0 });
      continue;
    }
    roundRectPath(context, dot, sidePx / 2);
    const color = index === current ? props.select_color : props.unselect_color;
    context.surface.fillStyle = cssColor(color, index === current ? 0xffffff : 0x5a5f67);
    context.surface.fill();
  }
}

/** Draws WIDGET_PICKER, approximated: its title and the chosen value of each column, without wheels. */
export function drawPicker(context: DrawContext, props: Props): void {
  const { widthPx, heightPx } = context.glass;
  const columns = listOf(props.data_config).map(recordOf);
  const centered = { align_h: ALIGN.CENTER_H, align_v: ALIGN.CENTER_V, color: 0xffffff };
  drawText(context, {
    ...centered,
    x: 0,
    y: heightPx * 0.12,
    w: widthPx,
    h: 48,
    text: props.title,
    text_size: 28,
  });
  columns.forEach((column, index) => {
    const w = (widthPx * 0.8) / columns.length;
    const values = listOf(column.data_array);
    const chosen = values[numberOf(column.val_index ?? column.init_val_index, 0)];
    const box = { x: widthPx * 0.1 + w * index, y: heightPx / 2 - 30, w, h: 60 };
    drawText(context, { ...centered, ...box, text: chosen, text_size: 44 });
  });
}
