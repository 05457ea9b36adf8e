/** Where the summary's parts are: lines one under the other, which scroll when they are many, and the button under them. */
import { band, narrower, type Rect, type Screen, spanPx } from '../../utils/core/layout/screen.ts';

export interface SummaryLayout {
  readonly title: Rect;
  readonly titlePx: number;
  readonly lines: readonly Rect[];
  readonly linePx: number;
  readonly sync: Rect;
  readonly close: Rect;
}

export function summaryLayout(screen: Screen, lineCount: number): SummaryLayout {
  const span = spanPx(screen);
  const margin = Math.round(span * 0.03);
  const title = band(screen, screen.heightPx / 2 - span * 0.41, span * 0.1, margin);
  const width = Math.round(screen.widthPx * (screen.shape === 'round' ? 0.8 : 0.92));
  const x = Math.round((screen.widthPx - width) / 2);
  const lineHeight = Math.round(span * 0.085);
  const lines: Rect[] = [];
  let y = title.y + title.h + Math.round(span * 0.02);
  for (let at = 0; at < lineCount; at++) {
    lines.push({ x, y, w: width, h: lineHeight });
    y += lineHeight;
  }
  const sync = { x, y: y + Math.round(span * 0.01), w: width, h: lineHeight };
  const closeWidth = Math.round(span * 0.44);
  return {
    title: narrower(title, Math.round(screen.widthPx * 0.8)),
    titlePx: Math.round(span * 0.07),
    lines,
    linePx: Math.round(span * 0.058),
    sync,
    close: {
      x: Math.round((screen.widthPx - closeWidth) / 2),
      y: sync.y + sync.h + Math.round(span * 0.02),
      w: closeWidth,
      h: Math.round(span * 0.16),
    },
  };
}
