/** What a tap or a long press does to the widget that it reaches. */
import { listOf, numberOf, type Props, recordOf } from '../values.ts';
import { inside, isHeard, type Point, widgetAt } from './hit-test.ts';
import type { PageUi, Widget } from './page-ui.ts';
import { rowsOf } from './scroll-list-rows.ts';
import { choose, slide } from './widget-groups.ts';

/** Runs a callback of a widget, if it is a function. */
function run(ui: PageUi, widget: Widget, what: string, code: unknown, args: readonly unknown[]): void {
  if (typeof code !== 'function') return;
  ui.realm.callbacks.push(widget);
  ui.realm.run(what, () => (code as (...values: unknown[]) => unknown)(...args));
  ui.realm.callbacks.pop();
}

/** Calls the listeners of an event of a widget. */
function tellListeners(ui: PageUi, widget: Widget, name: string, point: Point): void {
  if (!isHeard(ui, widget)) return;
  const info = { x: point.x, y: point.y, type: name };
  for (const listener of widget.listeners.get(name) ?? []) run(ui, widget, name, listener, [info]);
}

/** Key of the part of a row under a point that reacts to taps (`action: true`), or `''`. */
function rowKey(config: Props, x: number, y: number): string {
  const parts = [...listOf(config.image_view), ...listOf(config.text_view)].map(recordOf);
  const part = parts.find(
    (one) =>
      one.action === true &&
      inside(
        {
          x: numberOf(one.x, 0),
          y: numberOf(one.y, 0),
          w: numberOf(one.w, 0),
          h: numberOf(one.h, 0),
        },
        { x, y },
      ),
  );
  return String(part?.key ?? '');
}

function tapRow(ui: PageUi, list: Widget, point: Point): void {
  const box = ui.boxOf(list);
  const firstRowY = box.y - numberOf(list.props.scroll_y, 0);
  const row = rowsOf(list.props).find(({ topPx, heightPx }) => {
    const y = firstRowY + topPx;
    return point.y >= y && point.y < y + heightPx;
  });
  if (row === undefined) return;
  const key = rowKey(row.config, point.x - box.x, point.y - firstRowY - row.topPx);
  run(ui, list, 'item_click_func', list.props.item_click_func, [list.handle, row.index, key]);
}

/**
 * Whether something covers the middle of a row, so that a touch does not reach its list. A row outside the list's box counts as uncovered.
 */
function isCovered(ui: PageUi, list: Widget, index: number): boolean {
  const box = ui.boxOf(list);
  const row = rowsOf(list.props)[index];
  if (row === undefined) return false;
  const y = box.y - numberOf(list.props.scroll_y, 0) + row.topPx + row.heightPx / 2;
  const point = { x: box.x + box.w / 2, y };
  return inside(box, point) && widgetAt(ui, point) !== list;
}

/** Taps the row of a list that shows a text. False when no row does. */
export function tapRowText(ui: PageUi, text: string): boolean {
  for (const list of ui.roots) {
    if (!list.visible || list.kind !== 'SCROLL_LIST') continue;
    const rows = listOf(list.props.data_array).map(recordOf);
    const index = rows.findIndex((row) => Object.keys(row).some((key) => String(row[key]) === text));
    if (index < 0) continue;
    const key = Object.keys(rows[index] ?? {}).find((one) => String(rows[index]?.[one]) === text) ?? '';
    if (isCovered(ui, list, index)) return true;
    run(ui, list, 'item_click_func', list.props.item_click_func, [list.handle, index, key]);
    return true;
  }
  return false;
}

/** Taps a point of the page. */
export function tapAt(ui: PageUi, point: Point): void {
  const widget = widgetAt(ui, point);
  if (widget !== undefined) tapWidget(ui, widget, point);
}

/** Taps a widget at a point. */
function tapWidget(ui: PageUi, widget: Widget, point: Point): void {
  tellListeners(ui, widget, 'CLICK_DOWN', point);
  if (widget.deleted) return;
  if (widget.kind === 'BUTTON') run(ui, widget, 'click_func', widget.props.click_func, [widget.handle]);
  else if (widget.kind === 'SCROLL_LIST') tapRow(ui, widget, point);
  else if (widget.kind === 'SLIDE_SWITCH') slide(ui, widget);
  else if (widget.kind === 'STATE_BUTTON' && widget.parent !== undefined) {
    const group = widget.parent;
    const chosen = ((group.props.checked as number[] | undefined) ?? []).indexOf(widget.id) >= 0;
    if (!(group.kind === 'RADIO_GROUP' && chosen)) choose(ui, group, group.children.indexOf(widget), !chosen);
  }
  if (!widget.deleted) tellListeners(ui, widget, 'CLICK_UP', point);
}

/** A press counts as long from this time on, ms (widget/BUTTON.mdx). */
const LONG_PRESS_MS = 700;
/** When the finger is lifted after a long press, ms (assumed: people wait until something happens). */
const LIFT_MS = 1_000;

/**
 * Presses a point for about a second: down now, the long press after 700 ms, up at the end.
 * @param later runs something after so many ms of virtual time
 * @param liftMs when the finger is lifted, ms
 */
export function longPressAt(
  ui: PageUi,
  point: Point,
  later: (delayMs: number, act: () => void) => unknown,
  liftMs = LIFT_MS,
): void {
  const widget = widgetAt(ui, point);
  if (widget === undefined) return;
  tellListeners(ui, widget, 'CLICK_DOWN', point);
  if (widget.kind === 'BUTTON') {
    later(LONG_PRESS_MS, () => {
      if (!widget.deleted) run(ui, widget, 'longpress_func', widget.props.longpress_func, [widget.handle]);
    });
  }
  later(liftMs, () => {
    if (!widget.deleted) tellListeners(ui, widget, 'CLICK_UP', point);
  });
}

function textOf(widget: Widget): string {
  return widget.kind === 'BUTTON' || widget.kind === 'TEXT' ? String(widget.props.text ?? '') : '';
}

/** Visible widgets, parents before children. */
function shownWidgets(widgets: readonly Widget[]): Widget[] {
  let all: Widget[] = [];
  for (const widget of widgets) {
    if (widget.visible && !widget.deleted) all = all.concat(widget, shownWidgets(widget.children));
  }
  return all;
}

/** The visible button or text that shows `text`: an exact match before a partial one, and buttons before texts. */
export function findText(ui: PageUi, text: string): Widget | undefined {
  const shown = shownWidgets(ui.roots).reverse();
  const matches = (exact: boolean) => (widget: Widget) =>
    exact ? textOf(widget).trim() === text : textOf(widget).indexOf(text) >= 0;
  for (const exact of [true, false]) {
    const found = shown.filter(matches(exact));
    const best = found.find((widget) => widget.kind === 'BUTTON') ?? found[0];
    if (best !== undefined && (exact || text !== '')) return best;
  }
  return undefined;
}
