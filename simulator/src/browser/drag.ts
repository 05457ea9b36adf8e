/** What a finger drags as it moves on the glass: the page, a list or a container, as far as each can scroll. */
import type { Point } from '../draw/surface.ts';
import type { WatchView, WidgetNode } from '../engine/types.ts';
import { numberOf } from '../engine/values.ts';
import type { ScrollRooms } from '../engine/watch/scroll.ts';

/** How far content has moved under a finger to the right and down, px, and which: the id of a widget, or null for the page. */
export interface Drag extends Point {
  readonly id: number | null;
}

export const NO_DRAG: Drag = { x: 0, y: 0, id: null };

/** What a finger has moved so far. It moves content along the axis on which it has gone further. */
export function dragOf(rooms: ScrollRooms, from: Point, to: Point): Drag {
  const [x, y] = [Math.round(to.x - from.x), Math.round(to.y - from.y)];
  const isAcross = Math.abs(x) > Math.abs(y);
  const room = isAcross ? rooms[x < 0 ? 'left' : 'right'] : rooms[y < 0 ? 'up' : 'down'];
  const within = (px: number): number => Math.max(-room.px, Math.min(room.px, px));
  return { x: isAcross ? within(x) : 0, y: isAcross ? 0 : within(y), id: room.id };
}

function draggedProps({ kind, props }: WidgetNode, { x, y }: Drag): WidgetNode['props'] {
  if (kind === 'SCROLL_LIST') return { ...props, scroll_y: numberOf(props.scroll_y, 0) - y };
  return { ...props, pos_x: numberOf(props.pos_x, 0) + x, pos_y: numberOf(props.pos_y, 0) + y };
}

/** What the watch shows while content is being moved. */
export function draggedView(view: WatchView, drag: Drag): WatchView {
  if (drag.id === null) return view;
  const moved = (node: WidgetNode): WidgetNode => {
    const { id, kind, visible, children } = node;
    return { id, kind, props: draggedProps(node, drag), visible, children };
  };
  return { ...view, widgets: view.widgets.map((widget) => (widget.id === drag.id ? moved(widget) : widget)) };
}

/** How far the page is shifted on the screen while content is being moved, px. */
export function draggedScroll(scroll: Point, { x, y, id }: Drag): Point {
  return id === null ? { x: scroll.x - x, y: scroll.y - y } : scroll;
}
