/**
 * Where the session page's parts are. Sizes are parts of the glass's smaller side, so that a metre is readable on every
 * model. Made by the app: the session page has no byte to spare.
 */
import { type Line, liner, pairLine, type Rect, type Screen, spanPx } from './screen.ts';

/** Sizes of the drawings: they are not stretched. */
const GLYPH_PX = 66;
const SIGN_PX = 116;

export interface SessionLayout {
  /** A bar of the system lies over the top unless it is hidden. */
  readonly hasBar: boolean;
  readonly glass: Rect;
  readonly ring: Rect;
  readonly ringWidthPx: number;
  /** What the body does, beside the number. */
  readonly glyph: Rect;
  /** The large sign of a cue, over the number. */
  readonly sign: Rect;
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
  const target = row(236, 396, 0, 50);
  const aside = row(50, 220, 0, 56);
  const number = row(-255, 45, 999, 290);
  const square = (x: number, y: number, px: number): Rect => ({
    x: Math.round(x),
    y: Math.round(y),
    w: px,
    h: px,
  });
  return {
    // Left of three digits, as far out as the ring lets it, and above the title.
    glyph: square(
      widthPx / 2 - 0.43 * spanPx(screen),
      heightPx / 2 - 0.058 * spanPx(screen) - GLYPH_PX / 2,
      GLYPH_PX,
    ),
    sign: square((widthPx - SIGN_PX) / 2, number[0].y + (number[0].h - SIGN_PX) / 2, SIGN_PX),
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
      row(-430, -250, 999, 180),
      number,
      row(40, 132, 999, 66),
      row(130, 222, 999, 66),
      row(240, 312, 999, 50),
    ],
    targets: [pairLine(screen, target, -280), pairLine(screen, target, 280)],
    sheet: [
      row(-395, -310, 999, 49),
      row(-290, 20, 840, 80),
      pairLine(screen, aside, -380),
      pairLine(screen, aside, 380),
      row(245, 410, 520, 64),
    ],
  };
}
