/**
 * Draws SCROLL_LIST: rows by item type, with their text and image views, shifted by the list's own scroll
 * position. Handles no touch.
 */

import { cssColor } from './color.ts';
import { ALIGN } from './fonts.ts';
import { drawPicture } from './images.ts';
import { roundRectPath } from './shapes.ts';
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

const DEFAULT_ROW_PX = 80;

/** The item type of a row: the range of `data_type_config` that holds it, else the first type. */
function configOf(props: Props, index: number): Props {
  const configs = listOf(props.item_config).map(recordOf);
  const range = listOf(props.data_type_config)
    .map(recordOf)
    .find((item) => index >= numberOf(item.start, 0) && index <= numberOf(item.end, -1));
  const typeId = range?.type_id;
  return configs.find((config) => config.type_id === typeId) ?? configs[0] ?? {};
}

/** Where each row lies, px from the glass, before scrolling. */
export function rowsOf(
  props: Props,
): { readonly index: number; readonly rect: Rect; readonly config: Props }[] {
  const box = rectOf(props);
  const spacePx = numberOf(props.item_space, 0);
  let y = box.y;
  return listOf(props.data_array).map((_, index) => {
    const config = configOf(props, index);
    const h = numberOf(config.item_height, DEFAULT_ROW_PX);
    const rect = { x: box.x, y, w: box.w, h };
    y += h + spacePx;
    return { index, rect, config };
  });
}

function drawRow(context: DrawContext, row: Rect, config: Props, data: Props): void {
  const { surface } = context;
  roundRectPath(context, row, numberOf(config.item_bg_radius, 0));
  surface.fillStyle = cssColor(config.item_bg_color, 0);
  surface.fill();
  for (const view of listOf(config.image_view).map(recordOf)) {
    const box = rectOf(view);
    const path = textOf(data[textOf(view.key)]);
    drawPicture(context, path, { ...box, x: row.x + box.x, y: row.y + box.y });
  }
  for (const view of listOf(config.text_view).map(recordOf)) {
    const box = rectOf(view);
    drawText(context, {
      align_h: ALIGN.CENTER_H,
      align_v: ALIGN.CENTER_V,
      ...view,
      x: row.x + box.x,
      y: row.y + box.y,
      text: data[textOf(view.key)],
    });
  }
}

export function drawScrollList(context: DrawContext, props: Props): void {
  const box = rectOf(props);
  const scrolledPx = numberOf(props.scroll_y, 0);
  const data = listOf(props.data_array).map(recordOf);
  context.surface.save();
  context.surface.beginPath();
  context.surface.rect(box.x, box.y, box.w, box.h);
  context.surface.clip();
  for (const { index, rect, config } of rowsOf(props)) {
    const y = rect.y - scrolledPx;
    if (y + rect.h < box.y || y > box.y + box.h) continue;
    drawRow(context, { ...rect, y }, config, data[index] ?? {});
  }
  context.surface.restore();
}
