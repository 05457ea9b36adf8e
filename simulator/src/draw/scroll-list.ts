/** Draws SCROLL_LIST: the pictures and texts of its rows, shifted by its scroll position and clipped to its box. */
import { listOf, numberOf, type Props, recordOf, textOf } from '../engine/values.ts';
import { rowsOf } from '../engine/widgets/scroll-list-rows.ts';
import { ALIGN } from '../engine/zos/ui-constants.ts';
import { cssColor } from './color.ts';
import { drawPicture } from './images.ts';
import { roundRectPath } from './shapes.ts';
import { type DrawContext, type Rect, rectOf } from './surface.ts';
import { drawText } from './text.ts';

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

/** Draws the rows of a SCROLL_LIST that are in its box. */
export function drawScrollList(context: DrawContext, props: Props): void {
  const box = rectOf(props);
  const firstRowY = box.y - numberOf(props.scroll_y, 0);
  context.surface.save();
  context.surface.beginPath();
  context.surface.rect(box.x, box.y, box.w, box.h);
  context.surface.clip();
  for (const { topPx, heightPx, config, data } of rowsOf(props)) {
    const y = firstRowY + topPx;
    if (y + heightPx < box.y || y > box.y + box.h) continue;
    drawRow(context, { x: box.x, y, w: box.w, h: heightPx }, config, data);
  }
  context.surface.restore();
}
