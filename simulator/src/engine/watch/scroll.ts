/** How the page in the foreground scrolls: freely, by pages of a swiper, or by its list where the page itself is not long. */
import { numberOf } from '../values.ts';
import type { PageUi, Widget } from '../widgets/page-ui.ts';
import { rowsOf } from '../widgets/scroll-list-rows.ts';
import type { World } from '../world.ts';
import type { ForegroundPage } from './app-instance.ts';

/** How far a finger can move the content of the page in the foreground, px; nothing where the app hears the gesture first. */
export interface ScrollRoom {
  readonly upPx: number;
  readonly downPx: number;
  /** The list that moves, or null where the page does. */
  readonly listId: number | null;
}

/** What scrolls: how far it is scrolled down, how far it can be, and the list that it is, px. */
interface Range {
  readonly topPx: number;
  readonly mostPx: number;
  readonly list: Widget | undefined;
}

/** The topmost visible list of the page. */
function topmostList(ui: PageUi): Widget | undefined {
  return ui.roots.filter((widget) => widget.visible && widget.kind === 'SCROLL_LIST').pop();
}

/** The range of a page that scrolls freely: its own, or that of its list when the page itself does not scroll. */
function freeRange(world: World, ui: PageUi): Range {
  const contentPx = ui.roots.reduce((most, widget) => {
    const box = ui.boxOf(widget);
    return Math.max(most, box.y + box.h);
  }, 0);
  const mostPx = Math.max(0, contentPx - world.device.height);
  const list = mostPx === 0 ? topmostList(ui) : undefined;
  if (list === undefined) return { topPx: ui.scroll.topPx, mostPx, list };
  const last = rowsOf(list.props).pop();
  const spacePx = numberOf(list.props.item_space, 0);
  const allPx = last === undefined ? 0 : last.topPx + last.heightPx + spacePx;
  return {
    topPx: numberOf(list.props.scroll_y, 0),
    mostPx: Math.max(0, allPx - ui.boxOf(list).h),
    list,
  };
}

/** Scrolls the page, or its list when the page itself does not scroll, and tells the app. */
export function scrollBy(world: World, page: ForegroundPage, deltaPx: number): void {
  const { scroll, realm } = page.ui;
  if (scroll.locked) return;
  if (scroll.mode === 'swiper' || scroll.mode === 'swiper-horizontal') {
    const before = scroll.index;
    scroll.index = Math.max(0, Math.min(scroll.count - 1, before + Math.sign(deltaPx)));
    if (scroll.mode === 'swiper') scroll.topPx = scroll.index * scroll.pagePx;
    const listener = scroll.onPage;
    if (scroll.index !== before && listener !== undefined) realm.run('on_page', () => listener(scroll.index));
    return;
  }
  const { topPx, mostPx, list } = freeRange(world, page.ui);
  const toPx = Math.max(0, Math.min(mostPx, topPx + deltaPx));
  if (list !== undefined) {
    list.props.scroll_y = toPx;
    return;
  }
  scroll.topPx = toPx;
  const { frame, complete } = scroll;
  const info = { type: 0, yoffset: -toPx };
  if (frame !== undefined) realm.run('scroll_frame_func', () => frame(info));
  if (complete !== undefined) realm.run('scroll_complete_func', () => complete(info));
}

/** What a finger that moves up or down takes along: nothing where the app hears the gesture first, and may take it. */
export function scrollRoom(world: World, page: ForegroundPage | undefined): ScrollRoom {
  const none = { upPx: 0, downPx: 0, listId: null };
  if (page === undefined || !world.screen.on || world.dialogs.top !== undefined) return none;
  const { ui, input } = page;
  const { mode, locked, index, count, pagePx } = ui.scroll;
  if (locked || input.gesture !== undefined || mode === 'swiper-horizontal') return none;
  if (mode === 'swiper')
    return { upPx: index < count - 1 ? pagePx : 0, downPx: index > 0 ? pagePx : 0, listId: null };
  const { topPx, mostPx, list } = freeRange(world, ui);
  return { upPx: mostPx - topPx, downPx: topPx, listId: list?.id ?? null };
}
