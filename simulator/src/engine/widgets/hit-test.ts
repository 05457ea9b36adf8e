/** Which widget a touch reaches. What a widget above another does to the touch is assumed. */
import { numberOf } from '../values.ts';
import { fromLowest } from './layers.ts';
import type { PageUi, Widget } from './page-ui.ts';

export interface Point {
  readonly x: number;
  readonly y: number;
}

interface Box extends Point {
  readonly w: number;
  readonly h: number;
}

export function inside(box: Box, point: Point): boolean {
  return point.x >= box.x && point.y >= box.y && point.x < box.x + box.w && point.y < box.y + box.h;
}

const TOUCHABLE = [
  'BUTTON',
  'SCROLL_LIST',
  'SLIDE_SWITCH',
  'STATE_BUTTON',
  'CYCLE_LIST',
  'CYCLE_IMAGE_TEXT_LIST',
];

/** Whether the listeners of a widget are called. */
export function isHeard(ui: PageUi, widget: Widget): boolean {
  return widget.kind !== 'FILL_RECT' || ui.realm.world.assumed.is('rect-clicks', 'heard');
}

function reacts(ui: PageUi, widget: Widget): boolean {
  return TOUCHABLE.indexOf(widget.kind) >= 0 || (widget.listeners.size > 0 && isHeard(ui, widget));
}

/** The area of a widget on the page, px. A CIRCLE has no box of its own. */
export function areaOf(ui: PageUi, widget: Widget): Box {
  const box = ui.boxOf(widget);
  if (widget.kind !== 'CIRCLE') return box;
  const radius = numberOf(widget.props.radius, 0);
  const x = box.x + numberOf(widget.props.center_x, 0) - radius;
  const y = box.y + numberOf(widget.props.center_y, 0) - radius;
  return { x, y, w: 2 * radius, h: 2 * radius };
}

/**
 * What is topmost at a point: the widget that the touch reaches, null if a widget above it blocks the touch, or undefined if there is none.
 */
function hit(
  ui: PageUi,
  point: Point,
  among: readonly Widget[],
  isParentShown: boolean,
): Widget | null | undefined {
  const { assumed } = ui.realm.world;
  const ordered = fromLowest(among);
  for (let index = ordered.length - 1; index >= 0; index--) {
    const widget = ordered[index];
    if (widget === undefined || widget.deleted || widget.kind === 'VIRTUAL_CONTAINER') continue;
    const isShown = isParentShown && widget.visible;
    if (!isShown && !assumed.is('covered-touch', 'eaten')) continue;
    // A touch does not reach what has scrolled out of its container.
    if (widget.kind === 'VIEW_CONTAINER' && !inside(ui.boxOf(widget), point)) continue;
    const child = hit(ui, point, widget.children, isShown);
    if (child !== undefined) return child;
    if (!widget.enabled || !inside(areaOf(ui, widget), point)) continue;
    if (isShown && reacts(ui, widget)) return widget;
    if (!assumed.is('covered-touch', 'passes')) return null;
  }
  return undefined;
}

/** The widget that a touch at a point of the page reaches. */
export function widgetAt(ui: PageUi, point: Point): Widget | undefined {
  return hit(ui, point, ui.roots, true) ?? undefined;
}
