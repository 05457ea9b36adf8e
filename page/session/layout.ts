/** Where the session page's parts are. Sizes are fractions of the glass's smaller side, so that a metre is readable on every model. */
import { band, narrower, type Rect, type Screen, spanPx } from '../../utils/core/layout/screen.ts';

export interface SessionLayout {
  readonly glass: Rect;
  readonly ring: Rect;
  readonly ringWidthPx: number;
  readonly side: Rect;
  readonly sidePx: number;
  readonly big: Rect;
  readonly bigPx: number;
  readonly title: Rect;
  readonly titlePx: number;
  readonly hint: Rect;
  readonly hintPx: number;
  readonly note: Rect;
  readonly notePx: number;
  /** While getting into place: ready, and the phase's action. */
  readonly targets: readonly [Rect, Rect];
  readonly targetPx: number;
  readonly sheetTitle: Rect;
  /** The phase's action, then pause, skip and end. */
  readonly sheetButtons: readonly [Rect, Rect, Rect, Rect];
  readonly sheetPx: number;
}

export function sessionLayout(screen: Screen): SessionLayout {
  const span = spanPx(screen);
  const middle = screen.heightPx / 2;
  const ringWidthPx = Math.round(span * 0.03);
  const rim = ringWidthPx + Math.round(span * 0.025);
  const row = (from: number, to: number): Rect => band(screen, middle + span * from, span * (to - from), rim);
  const ringSize = span - 6;
  const centre = screen.widthPx / 2;
  /** Two of the same width beside each other, with a gap between. */
  const pair = (from: number, to: number, width: number): readonly [Rect, Rect] => {
    const w = Math.round(span * width);
    const y = Math.round(middle + span * from);
    const h = Math.round(span * (to - from));
    const gap = Math.round(span * 0.012);
    return [
      { x: Math.round(centre - gap - w), y, w, h },
      { x: Math.round(centre + gap), y, w, h },
    ];
  };
  return {
    glass: { x: 0, y: 0, w: screen.widthPx, h: screen.heightPx },
    ring: {
      x: Math.round((screen.widthPx - ringSize) / 2),
      y: Math.round((screen.heightPx - ringSize) / 2),
      w: ringSize,
      h: ringSize,
    },
    ringWidthPx,
    side: row(-0.42, -0.22),
    sidePx: Math.round(span * 0.18),
    big: row(-0.23, 0.09),
    bigPx: Math.round(span * 0.29),
    title: row(0.09, 0.19),
    titlePx: Math.round(span * 0.066),
    hint: row(0.185, 0.285),
    hintPx: Math.round(span * 0.066),
    note: row(0.29, 0.36),
    notePx: Math.round(span * 0.052),
    targets: pair(0.275, 0.435, 0.215),
    targetPx: Math.round(span * 0.06),
    sheetTitle: row(-0.41, -0.31),
    sheetButtons: [
      narrower(row(-0.29, 0.02), Math.round(span * 0.84)),
      ...pair(0.05, 0.22, 0.38),
      narrower(row(0.245, 0.41), Math.round(span * 0.5)),
    ],
    sheetPx: Math.round(span * 0.066),
  };
}
