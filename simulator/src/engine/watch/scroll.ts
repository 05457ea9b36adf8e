/**
 * What a finger scrolls in each direction: a container that is not at its end, the pages of a swiper, the page, or its list if the page
 * itself is not long. Which of them a watch moves first is not published.
 */
import { numberOf } from '../values.ts';
import { areaOf } from '../widgets/hit-test.ts';
import { fromLowest } from '../widgets/layers.ts';
import type { PageUi, Widget } from '../widgets/page-ui.ts';
import { rowsOf } from '../widgets/scroll-list-rows.ts';
import type { World } from '../world.ts';
import type { ForegroundPage } from './app-instance.ts';

/** The direction in which the content moves. When a page is scrolled down, its content moves up. */
export type ScrollDirection = 'up' | 'down' | 'left' | 'right';

/** How far a finger can move content in one direction, px, and which: the id of a list or container, or null for the page. */
export interface ScrollRoom {
  readonly px: number;
  readonly id: number | null;
}

/** How far a finger can move content in each direction; nothing if the app hears the gesture first. */
export type ScrollRooms = Readonly<Record<ScrollDirection, ScrollRoom>>;

/** Something that scrolls in a direction. */
interface Scrollable extends ScrollRoom {
  /** Scrolls by a number of pixels, at most to the end, and tells the app. */
  by(px: number): void;
}

const NO_ROOM: ScrollRoom = { px: 0, id: null };

const isSideways = (direction: ScrollDirection): boolean => direction === 'left' || direction === 'right';
/** Whether a move in this direction reveals what lies below or to the right. */
const isOnward = (direction: ScrollDirection): boolean => direction === 'up' || direction === 'left';

/** How far content can still move in a direction, px. `mostPx` is how much longer it is than its place. */
function roomOf(direction: ScrollDirection, atPx: number, mostPx: number): number {
  return isOnward(direction) ? mostPx - atPx : atPx;
}

/** The scroll position after a move. */
function movedTo(direction: ScrollDirection, atPx: number, px: number, mostPx: number): number {
  return Math.max(0, Math.min(mostPx, atPx + (isOnward(direction) ? px : -px)));
}

/** The right and lower edges of the content of widgets, px of the page. */
function endOf(ui: PageUi, widgets: readonly Widget[]): { x: number; y: number } {
  let [x, y] = [0, 0];
  for (const widget of widgets) {
    if (!widget.visible) continue;
    const box = areaOf(ui, widget);
    const inner = endOf(ui, widget.children);
    x = Math.max(x, box.x + box.w, inner.x);
    y = Math.max(y, box.y + box.h, inner.y);
  }
  return { x, y };
}

/** Whether the app lets a finger scroll a container, and it is on the page of the swiper that shows. */
function isScrolled(ui: PageUi, { kind, visible, props }: Widget): boolean {
  if (kind !== 'VIEW_CONTAINER' || !visible || props.scroll_enable === 0 || props.scroll_enable === false)
    return false;
  return ui.scroll.mode === 'free' || props.page === undefined || Number(props.page) === ui.scroll.index;
}

/** How a container scrolls in a direction. */
function containerScroll(ui: PageUi, container: Widget, direction: ScrollDirection): Scrollable {
  const { props, children, id } = container;
  const key = isSideways(direction) ? 'pos_x' : 'pos_y';
  const box = ui.boxOf(container);
  const end = endOf(ui, children);
  const atPx = -numberOf(props[key], 0);
  const beyondPx = isSideways(direction) ? end.x - box.x - box.w : end.y - box.y - box.h;
  const mostPx = Math.max(0, atPx + beyondPx);
  return {
    px: Math.max(0, roomOf(direction, atPx, mostPx)),
    id,
    by(px) {
      props[key] = -movedTo(direction, atPx, px, mostPx);
      const info = { type: 0, yoffset: numberOf(props.pos_y, 0) };
      for (const name of ['scroll_frame_func', 'scroll_complete_func']) {
        const heard = props[name];
        if (typeof heard === 'function') ui.realm.run(name, () => heard(info));
      }
    },
  };
}

/** How the pages of a swiper turn in a direction; undefined if the page is no swiper along that axis. */
function swiperScroll(ui: PageUi, direction: ScrollDirection): Scrollable | undefined {
  const { scroll, realm } = ui;
  if (scroll.mode !== (isSideways(direction) ? 'swiper-horizontal' : 'swiper')) return undefined;
  const { index, count, pagePx } = scroll;
  const to = index + (isOnward(direction) ? 1 : -1);
  if (to < 0 || to >= count) return { ...NO_ROOM, by: () => undefined };
  return {
    px: pagePx,
    id: null,
    by() {
      scroll.index = to;
      if (scroll.mode === 'swiper') scroll.topPx = to * pagePx;
      const listener = scroll.onPage;
      if (listener !== undefined) realm.run('on_page', () => listener(to));
    },
  };
}

function listScroll(ui: PageUi, list: Widget, direction: ScrollDirection): Scrollable {
  const { props, id } = list;
  const last = rowsOf(props).pop();
  const allPx = last === undefined ? 0 : last.topPx + last.heightPx + numberOf(props.item_space, 0);
  const mostPx = Math.max(0, allPx - ui.boxOf(list).h);
  const atPx = numberOf(props.scroll_y, 0);
  return {
    px: roomOf(direction, atPx, mostPx),
    id,
    by(px) {
      props.scroll_y = movedTo(direction, atPx, px, mostPx);
    },
  };
}

/** How a page that is no swiper scrolls up or down: the page itself, or its topmost list if the page is not long. */
function freeScroll(world: World, ui: PageUi, direction: ScrollDirection): Scrollable {
  const { scroll, realm, roots } = ui;
  const contentPx = roots.reduce((most, widget) => {
    const box = ui.boxOf(widget);
    return Math.max(most, box.y + box.h);
  }, 0);
  const mostPx = Math.max(0, contentPx - world.device.height);
  const list = roots.filter((widget) => widget.visible && widget.kind === 'SCROLL_LIST').pop();
  if (mostPx === 0 && list !== undefined) return listScroll(ui, list, direction);
  return {
    px: roomOf(direction, scroll.topPx, mostPx),
    id: null,
    by(px) {
      scroll.topPx = movedTo(direction, scroll.topPx, px, mostPx);
      const { frame, complete } = scroll;
      const info = { type: 0, yoffset: -scroll.topPx };
      if (frame !== undefined) realm.run('scroll_frame_func', () => frame(info));
      if (complete !== undefined) realm.run('scroll_complete_func', () => complete(info));
    },
  };
}

/** What moves in a direction, or undefined if nothing can. */
function scrollableIn(world: World, ui: PageUi, direction: ScrollDirection): Scrollable | undefined {
  const containers = fromLowest(ui.roots).filter((widget) => isScrolled(ui, widget));
  const roomy = containers
    .map((container) => containerScroll(ui, container, direction))
    .filter(({ px }) => px > 0);
  const topmost = roomy.pop();
  if (topmost !== undefined) return topmost;
  if (ui.scroll.locked) return undefined;
  const pages = swiperScroll(ui, direction);
  if (pages !== undefined || isSideways(direction) || ui.scroll.mode === 'swiper') return pages;
  // A page with a horizontal swiper does not scroll down.
  return ui.scroll.mode === 'free' ? freeScroll(world, ui, direction) : undefined;
}

/** Moves content in a direction, and tells the app. Returns false if nothing can move. */
export function scrollBy(
  world: World,
  page: ForegroundPage,
  direction: ScrollDirection,
  px: number,
): boolean {
  const scrollable = scrollableIn(world, page.ui, direction);
  scrollable?.by(px);
  return scrollable !== undefined && scrollable.px > 0;
}

/** Scrolls the containers around a widget until its middle is in them, as a wearer does before a tap on it. */
export function reveal(ui: PageUi, widget: Widget): void {
  for (let around = widget.parent; around !== undefined; around = around.parent) {
    if (!isScrolled(ui, around)) continue;
    const area = ui.boxOf(around);
    for (const [direction, opposite, at, size] of [
      ['up', 'down', 'y', 'h'],
      ['left', 'right', 'x', 'w'],
    ] as const) {
      const box = ui.boxOf(widget);
      const middle = box[at] + box[size] / 2;
      if (middle >= area[at] && middle < area[at] + area[size]) continue;
      const px = middle - area[at] - area[size] / 2;
      containerScroll(ui, around, px > 0 ? direction : opposite).by(Math.abs(px));
    }
  }
}

/** What a finger can drag in each direction: nothing if the app hears the gesture first, since the app may take it. */
export function scrollRooms(world: World, page: ForegroundPage | undefined): ScrollRooms {
  const isClosed =
    page === undefined ||
    !world.screen.on ||
    world.dialogs.top !== undefined ||
    page.input.gesture !== undefined;
  const room = (direction: ScrollDirection): ScrollRoom => {
    const { px, id } = (isClosed ? undefined : scrollableIn(world, page.ui, direction)) ?? NO_ROOM;
    return { px, id: px > 0 ? id : null };
  };
  return { up: room('up'), down: room('down'), left: room('left'), right: room('right') };
}
