/** Where the parts of a page with a long text are: a text as long as it needs, which scrolls, and the button under it. */
import { band, narrower, type Rect, type Screen, spanPx } from '../../utils/core/layout/screen.ts';

export interface LongTextLayout {
  readonly title: Rect;
  readonly titlePx: number;
  readonly body: Rect;
  readonly bodyPx: number;
  readonly accept: Rect;
}

/** @param measure height of the body in px for a width and a type size in px */
export function longTextLayout(
  screen: Screen,
  measure: (widthPx: number, sizePx: number) => number,
): LongTextLayout {
  const span = spanPx(screen);
  const title = band(screen, screen.heightPx * 0.13, span * 0.1, Math.round(span * 0.03));
  const bodyPx = Math.round(span * 0.062);
  const bodyWidth = Math.round(screen.widthPx * (screen.shape === 'round' ? 0.76 : 0.88));
  const body = {
    x: Math.round((screen.widthPx - bodyWidth) / 2),
    y: Math.round(title.y + title.h + span * 0.02),
    w: bodyWidth,
    h: Math.ceil(measure(bodyWidth, bodyPx) + bodyPx),
  };
  const acceptWidth = Math.round(span * 0.66);
  return {
    title: narrower(title, Math.round(screen.widthPx * 0.8)),
    titlePx: Math.round(span * 0.068),
    body,
    bodyPx,
    accept: {
      x: Math.round((screen.widthPx - acceptWidth) / 2),
      y: body.y + body.h + Math.round(span * 0.04),
      w: acceptWidth,
      h: Math.round(span * 0.2),
    },
  };
}
