/**
 * Where the session page's parts are. Sizes are parts of the glass's smaller side, so that a metre is readable on every
 * model. Made on the begin page and handed over: the session page has no byte to spare.
 */
import { type Line, liner, type Rect, type Screen, spanPx } from './screen.ts';

export interface SessionLayout {
  /** A bar of the system lies over the top unless it is hidden. */
  readonly hasBar: boolean;
  readonly glass: Rect;
  readonly ring: Rect;
  readonly ringWidthPx: number;
  /** Side, number, title, hint, note. */
  readonly face: readonly [Line, Line, Line, Line, Line];
  /** While getting into place: ready, and the phase's action. */
  readonly targets: readonly [Line, Line];
  /** The question, the phase's action, pause, skip, end. */
  readonly sheet: readonly [Line, Line, Line, Line, Line];
}

export function sessionLayout(screen: Screen): SessionLayout {
  const { widthPx, heightPx } = screen;
  const sizePx = spanPx(screen) - 6;
  const row = liner(screen, 55);
  /** Half of a row, to the left or the right of a gap. */
  const half = (isRight: boolean, from: number, to: number, width: number, size: number): Line => {
    const line = row(from, to, 0, size);
    const w = Math.round((sizePx * width) / 1000);
    return [{ ...line[0], x: Math.round(widthPx / 2) + (isRight ? 5 : -5 - w), w }, line[1]];
  };
  return {
    hasBar: screen.shape === 'square',
    glass: { x: 0, y: 0, w: widthPx, h: heightPx },
    ring: {
      x: Math.round((widthPx - sizePx) / 2),
      y: Math.round((heightPx - sizePx) / 2),
      w: sizePx,
      h: sizePx,
    },
    ringWidthPx: Math.round(sizePx * 0.03),
    face: [
      row(-420, -220, 999, 180),
      row(-230, 90, 999, 290),
      row(90, 190, 999, 66),
      row(185, 285, 999, 66),
      row(290, 360, 999, 52),
    ],
    targets: [half(false, 280, 435, 215, 58), half(true, 280, 435, 215, 58)],
    sheet: [
      row(-410, -310, 999, 66),
      row(-290, 20, 840, 100),
      half(false, 50, 220, 380, 66),
      half(true, 50, 220, 380, 66),
      row(245, 410, 500, 66),
    ],
  };
}
