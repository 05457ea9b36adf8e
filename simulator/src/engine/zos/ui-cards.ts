/** The functions of `@zos/ui` for shortcut cards, and those of older levels that turn a page into a swiper. */
import { numberOf, recordOf } from '../values.ts';
import type { PageUi } from '../widgets/page-ui.ts';
import type { Members, ZosContext } from './context.ts';

/** Measures of a card in a design of 480 px (assumed; the documents name them and give no numbers). */
const CARD = { w: 400, h: 200, margin: 40, radius: 40 };

export function cardMembers(context: ZosContext): Members {
  const { world } = context;
  const scaled = (length: number): number => Math.round((length / 480) * world.device.width);
  let heightPx = scaled(CARD.h);
  return {
    getAppWidgetSize: [
      '2.0',
      () => ({ w: scaled(CARD.w), h: heightPx, margin: scaled(CARD.margin), radius: scaled(CARD.radius) }),
    ],
    setAppWidgetSize: [
      '2.0',
      (option: unknown) => {
        heightPx = numberOf(recordOf(option).h, heightPx);
      },
    ],
  };
}

/** @param ui returns the page, and throws where there is none */
export function scrollMembers(ui: (api: string) => PageUi): Members {
  return {
    setScrollView: [
      '2.0',
      (on: unknown, pagePx: unknown, count: unknown, isVertical: unknown) => {
        const { scroll } = ui('setScrollView');
        scroll.mode = on !== true ? 'free' : isVertical === false ? 'swiper-horizontal' : 'swiper';
        scroll.locked = false;
        scroll.pagePx = numberOf(pagePx, 0);
        scroll.count = numberOf(count, 0);
        return true;
      },
    ],
    scrollToPage: [
      '2.0',
      (index: unknown) => {
        const { scroll } = ui('scrollToPage');
        scroll.index = numberOf(index, 0);
        scroll.topPx = scroll.mode === 'swiper' ? scroll.index * scroll.pagePx : 0;
      },
    ],
    getScrollCurrentPage: ['2.0', () => ui('getScrollCurrentPage').scroll.index],
  };
}
