/** Where the parts of a list are, one under the other: headings, buttons, and cards of two lines. A list that is longer than the glass scrolls. */
import {
  centredBox,
  columnPx,
  type Line,
  millePx,
  narrower,
  type Rect,
  rowsOn,
  type Screen,
  widestBox,
} from '../../utils/core/layout/screen.ts';

/** Heights and type sizes, in thousandths of the glass's smaller side. */
const BUTTON_MILLE = { height: 170, type: 60 };
const CARD_MILLE = 178;
const LARGE_MILLE = { height: 78, type: 62 };
const SMALL_MILLE = { height: 62, type: 56 };
/** Above a heading, beside the gap that every row has. */
const HEADING_GAP_MILLE = 24;
/** Between the rim of a card and its lines. */
const CARD_RIM_MILLE = 19;
/** Between a row and the rim of a round glass. */
const RIM_MILLE = 30;
/** Widths of buttons and cards, and of headings and remarks. */
const ROW_SHARE = { round: 0.8, square: 0.92 };
const REMARK_SHARE = { round: 0.9, square: 0.94 };
/** A square glass is higher than wide, and has room for the title at its top. */
const TITLE_TOP_MILLE = { round: -430, square: -530 };
const TITLE_MILLE = { height: 100, widest: 500, type: 66 };
/** Under the title and between two rows, px. */
const TITLE_GAP_PX = 10;
const ROW_GAP_PX = 8;
/** Between a card and the remark that belongs to it, px; the next row keeps the rest of its distance. */
const REMARK_GAP_PX = 1;

export interface CardPlace {
  readonly capsule: Rect;
  readonly upper: Line;
  readonly lower: Line;
}

/** The rows of a list, from its title downwards: each call places the next. */
export interface ListLayout {
  readonly title: Line;
  /** A heading over rows. */
  heading(): Line;
  /** A remark in the place of rows. */
  remark(): Line;
  /** A remark that belongs to the card above it. */
  remarkBelow(): Line;
  /** @param larger which of its two lines is the larger one */
  card(larger: 'upper' | 'lower'): CardPlace;
  button(): Line;
}

export function listLayout(screen: Screen): ListLayout {
  const top = TITLE_TOP_MILLE[screen.shape];
  const title = rowsOn(screen)({ ...TITLE_MILLE, top, bottom: top + TITLE_MILLE.height });
  const widthPx = columnPx(screen, ROW_SHARE);
  let y = title[0].y + title[0].h + TITLE_GAP_PX;

  function take(heightMille: number, widestPx: number, gapPx: number): Rect {
    const heightPx = millePx(screen, heightMille);
    // At the top of a round glass there is less room, also before anything is scrolled.
    const isTop = y + heightPx / 2 < screen.heightPx / 2;
    const box = isTop
      ? narrower(widestBox(screen, y, heightPx, millePx(screen, RIM_MILLE)), widestPx)
      : centredBox(screen, y, widestPx, heightPx);
    y += heightPx + gapPx;
    return box;
  }

  const remark = (): Line => [
    take(SMALL_MILLE.height, columnPx(screen, REMARK_SHARE), ROW_GAP_PX),
    millePx(screen, SMALL_MILLE.type),
  ];

  return {
    title,
    heading() {
      y += millePx(screen, HEADING_GAP_MILLE);
      return remark();
    },
    remark,
    remarkBelow() {
      const upPx = ROW_GAP_PX - REMARK_GAP_PX;
      y -= upPx;
      const line = remark();
      y += upPx;
      return line;
    },
    card(larger) {
      const capsule = take(CARD_MILLE, widthPx, ROW_GAP_PX);
      const [first, second] = larger === 'upper' ? [LARGE_MILLE, SMALL_MILLE] : [SMALL_MILLE, LARGE_MILLE];
      // Letters keep clear of the round ends.
      const endPx = Math.round(capsule.h / 6);
      const line = (topMille: number, { height, type }: typeof LARGE_MILLE): Line => [
        {
          x: capsule.x + endPx,
          y: capsule.y + millePx(screen, topMille),
          w: capsule.w - 2 * endPx,
          h: millePx(screen, height),
        },
        millePx(screen, type),
      ];
      return {
        capsule,
        upper: line(CARD_RIM_MILLE, first),
        lower: line(CARD_RIM_MILLE + first.height, second),
      };
    },
    button: () => [take(BUTTON_MILLE.height, widthPx, ROW_GAP_PX), millePx(screen, BUTTON_MILLE.type)],
  };
}
