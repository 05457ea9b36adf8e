/** `@zos/page`: how the page scrolls. A swipe is one step; the frames of its animation are not simulated. */
import { recordOf } from '../values.ts';
import type { PageUi, ScrollState } from '../widgets/page-ui.ts';
import { moduleOf, type ZosContext } from './context.ts';

const MODES = { free: 0, swiper: 1, 'swiper-horizontal': 2 } as const;

function modeOf(value: unknown): ScrollState['mode'] | undefined {
  return (Object.keys(MODES) as ScrollState['mode'][]).find((name) => MODES[name] === value);
}

function setMode(ui: PageUi, given: unknown): boolean {
  const option = recordOf(given);
  const mode = modeOf(option.mode);
  if (mode === undefined) return false;
  const settings = recordOf(option.options);
  const params = recordOf(settings.modeParams);
  const { scroll } = ui;
  scroll.mode = mode;
  scroll.locked = false;
  scroll.pagePx = Number(settings[mode === 'swiper-horizontal' ? 'width' : 'height'] ?? 0);
  scroll.count = Number(settings.count ?? 0);
  scroll.onPage = params.on_page as ScrollState['onPage'];
  scroll.frame = params.scroll_frame_func as ScrollState['frame'];
  scroll.complete = params.scroll_complete_func as ScrollState['complete'];
  return true;
}

export function pageModule(context: ZosContext): unknown {
  const ui = (api: string): PageUi => {
    context.forbidInService('service-ui', `page.${api}`);
    const present = context.ui ?? context.world.watch.instance?.foreground?.ui;
    if (present === undefined) throw new Error(`page.${api}: there is no page`);
    return present;
  };
  return moduleOf(context, '@zos/page', {
    SCROLL_MODE_FREE: ['2.0', MODES.free],
    SCROLL_MODE_SWIPER: ['2.0', MODES.swiper],
    SCROLL_MODE_SWIPER_HORIZONTAL: ['2.1', MODES['swiper-horizontal']],
    SCROLL_ANIMATION_SMOOTH: ['3.6', 1],
    SCROLL_ANIMATION_NONE: ['3.6', 0],
    setScrollMode: ['2.0', (option: unknown) => setMode(ui('setScrollMode'), option)],
    setScrollLock: [
      '2.0',
      (option: unknown) => {
        const { scroll } = ui('setScrollLock');
        scroll.locked = recordOf(option).lock !== false;
        if (!scroll.locked) scroll.mode = 'free';
      },
    ],
    scrollTo: [
      '2.0',
      (given: unknown) => {
        const y = typeof given === 'number' ? given : Number(recordOf(given).y ?? 0);
        // A negative y scrolls down (page/scrollTo.mdx).
        ui('scrollTo').scroll.topPx = Math.max(0, -y);
      },
    ],
    getScrollTop: ['2.0', () => -ui('getScrollTop').scroll.topPx],
    swipeToIndex: [
      '2.0',
      (given: unknown) => {
        const index = typeof given === 'number' ? given : Number(recordOf(given).index ?? 0);
        const { scroll } = ui('swipeToIndex');
        scroll.index = index;
        scroll.topPx = scroll.mode === 'swiper' ? index * scroll.pagePx : 0;
      },
    ],
    getSwiperIndex: ['2.0', () => ui('getSwiperIndex').scroll.index],
  });
}
