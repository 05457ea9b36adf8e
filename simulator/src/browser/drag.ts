/** What a finger that moves on the glass takes along: the page follows it, as far as it can be scrolled. */
import type { Point } from '../draw/surface.ts';
import type { WatchView, WidgetNode } from '../engine/types.ts';
import type { ScrollRoom } from '../engine/watch/scroll.ts';

/** How far the content has moved down under a finger, px; below 0 for up. A move that is rather sideways moves nothing. */
export function draggedPx({ upPx, downPx }: ScrollRoom, from: Point, to: Point): number {
  const movedPx = Math.round(to.y - from.y);
  if (Math.abs(to.x - from.x) >= Math.abs(movedPx)) return 0;
  return Math.max(-upPx, Math.min(downPx, movedPx));
}

/** What the watch shows while the content has moved down by so many px. */
export function draggedView(view: WatchView, downPx: number): WatchView {
  const { listId } = view.scrollRoom;
  if (listId === null) return { ...view, scrollTopPx: view.scrollTopPx - downPx };
  const moved = (list: WidgetNode): WidgetNode => {
    const props = { ...list.props, scroll_y: Number(list.props.scroll_y ?? 0) - downPx };
    return { id: list.id, kind: list.kind, props, visible: list.visible, children: list.children };
  };
  return { ...view, widgets: view.widgets.map((widget) => (widget.id === listId ? moved(widget) : widget)) };
}
