/** The functions of `@zos/ui` for layouts and lengths: `updateLayout`, lengths in pixels, and the direction of scripts. */
import { lengthPx } from '../widgets/layout-length.ts';
import type { PageUi } from '../widgets/page-ui.ts';
import type { Members, ZosContext } from './context.ts';
import { lengthUnits } from './utils.ts';

/** Languages that are written from right to left (ui/getRtlLayout.mdx). */
const RIGHT_TO_LEFT = /^(he|iw|ar)\b/;

/** @param ui returns the page, and throws where there is none */
export function layoutMembers(context: ZosContext, ui: (api: string) => PageUi): Members {
  const isRightToLeft = (): boolean => RIGHT_TO_LEFT.test(context.world.environment.watchLocale);
  const pixel = (length: unknown): number | undefined => {
    const px = lengthPx(length, lengthUnits(context.world));
    return px === undefined ? undefined : Math.round(px);
  };
  const fontPx = (size: unknown): number => pixel(typeof size === 'number' ? size : String(size)) ?? 0;
  return {
    updateLayout: ['4.0', (handle?: unknown) => ui('updateLayout').updateLayout(handle)],
    pixel: ['4.0', pixel],
    // The system's font size is the middle one (assumed).
    sp: ['4.0', fontPx],
    getSysFontSize: ['4.0', fontPx],
    // Both are tools for developers, and show nothing in the simulator.
    dumpLayout: ['4.0', () => undefined],
    openInspector: [
      '4.0',
      () => ({
        draw: () => undefined,
        setVisibleList: () => undefined,
        setViewOffset: () => undefined,
        clear: () => undefined,
      }),
    ],
    getRtlLayout: ['2.0', isRightToLeft],
    relayoutRtl: [
      '2.0',
      () => {
        if (isRightToLeft()) context.world.log.refuse('@zos/ui.relayoutRtl');
        return true;
      },
    ],
  };
}
