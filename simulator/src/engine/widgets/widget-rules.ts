/** Checks the rules about widgets: boxes on the screen, properties in pairs, the number of a kind. */
import { type Props, recordOf } from '../values.ts';
import type { PageUi, Widget } from './page-ui.ts';

const BOXED = ['TEXT', 'BUTTON', 'IMG'];

/** The most widgets of a kind on one page (widget/CANVAS.mdx, widget/VIEW_CONTAINER.mdx). */
const LARGEST_COUNT: Readonly<Record<string, number>> = { CANVAS: 3, VIEW_CONTAINER: 7 };

function labelOf(widget: Widget): string {
  const text = widget.props.text ?? widget.props.normal_src ?? widget.props.src ?? '';
  return `${widget.kind} "${String(text).slice(0, 40)}"`;
}

function countOf(ui: PageUi, kind: string): number {
  return ui.roots.filter((widget) => widget.kind === kind).length;
}

function hasVisible(props: Props): boolean {
  return Object.keys(props).some((key) => key.toLowerCase() === 'visible');
}

function checkPairs(ui: PageUi, widget: Widget, props: Props): void {
  const colors = (props.normal_color === undefined) === (props.press_color === undefined);
  const pictures = (props.normal_src === undefined) === (props.press_src === undefined);
  if (colors && pictures) return;
  ui.realm.world.log.breach('button-colors-in-pairs', `${ui.realm.name}: ${labelOf(widget)}`);
}

/** Checks the rules for the creation of a widget. */
export function checkCreation(ui: PageUi, widget: Widget): void {
  const { log } = ui.realm.world;
  if (hasVisible(widget.props)) log.breach('visible-not-alone', `${ui.realm.name}: ${labelOf(widget)}`);
  if (widget.kind === 'BUTTON') checkPairs(ui, widget, widget.props);
  const most = LARGEST_COUNT[widget.kind];
  if (most === undefined || countOf(ui, widget.kind) <= most) return;
  log.breach(widget.kind === 'CANVAS' ? 'canvas-count' : 'view-container-count', ui.realm.name);
}

/** Checks the rules for `setProperty(prop.MORE, value)`. */
export function checkMore(ui: PageUi, widget: Widget, value: unknown): void {
  const { log } = ui.realm.world;
  const props = recordOf(value);
  if (hasVisible(props)) log.breach('visible-not-alone', `${ui.realm.name}: ${labelOf(widget)}`);
  if (widget.kind !== 'BUTTON') return;
  const boxed = ['x', 'y', 'w', 'h'].every((key) => props[key] !== undefined);
  if (!boxed) log.breach('button-needs-box', `${ui.realm.name}: ${labelOf(widget)}`);
}

function isShown(widget: Widget): boolean {
  for (let one: Widget | undefined = widget; one !== undefined; one = one.parent) {
    if (!one.visible || one.deleted || one.kind === 'VIEW_CONTAINER') return false;
  }
  return true;
}

/**
 * Checks that a text, button or picture lies on the screen. It may lie below the screen on a page that scrolls, and beside it
 * in a horizontal swiper.
 */
export function checkBox(ui: PageUi, widget: Widget): void {
  if (BOXED.indexOf(widget.kind) < 0 || !isShown(widget)) return;
  if (widget.kind === 'TEXT' && String(widget.props.text ?? '').trim() === '') return;
  const { device, log } = ui.realm.world;
  const { mode, locked, count, pagePx } = ui.scroll;
  const box = ui.boxOf(widget);
  const acrossPx =
    mode === 'swiper-horizontal' ? Math.max(1, count) * (pagePx || device.width) : device.width;
  const scrollsDown = !locked && mode === 'free';
  const downPx = mode === 'swiper' ? Math.max(1, count) * (pagePx || device.height) : device.height;
  const outside =
    box.x < 0 || box.y < 0 || box.x + box.w > acrossPx || (!scrollsDown && box.y + box.h > downPx);
  const size = `${box.x},${box.y} ${box.w}x${box.h}`;
  if (outside) {
    log.breach('widget-outside-glass', `${ui.realm.name}: ${labelOf(widget)} at ${size}`);
    return;
  }
  if (widget.kind !== 'BUTTON' || device.shape !== 'round') return;
  const radius = device.width / 2;
  const dx = (box.x + box.w / 2) % device.width;
  const dy = box.y + box.h / 2;
  if (dy > device.height) return;
  if (Math.hypot(dx - radius, dy - radius) <= radius) return;
  log.breach('widget-outside-glass', `${ui.realm.name}: centre of ${labelOf(widget)} at ${size}`);
}
