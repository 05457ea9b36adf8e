/**
 * Where the parts of a page to be read are: title, drawing, words, and the buttons under them. All of it is on the glass without
 * scrolling: the words have the room between drawing and buttons, and a test measures that they fit it in every language.
 */
import {
  centredBox,
  columnPx,
  type Line,
  millePx,
  narrower,
  type Screen,
  widestBox,
} from '../../utils/core/layout/screen.ts';

/** Size of the drawings on a round glass of 480 px, for which they are scaled when the app is packed, and on square ones. */
const PICTURE_PX = { w: 260, h: 170 };
const PICTURE_MADE_FOR_PX = 480;
/** Heights and gaps, in thousandths of the glass's smaller side. */
const TOP_MILLE = { round: 94, square: 60 };
const BOTTOM_MILLE = { round: 108, square: 40 };
const TITLE_MILLE = 64;
/** A square glass has rounded corners. */
const TITLE_WIDEST_MILLE = 700;
const BUTTON_MILLE = 158;
/** A round glass is narrower at its lower end, where the second button is. */
const NEXT_WIDEST_MILLE = 640;
const SECOND_WIDEST_MILLE = 480;
const GAP_MILLE = 12;
const RIM_MILLE = 30;
/** Widths of the words. A drawing moves them down, where a round glass is wider. */
const BODY_SHARE = { round: 0.74, square: 0.92 };
const BODY_UNDER_PICTURE_SHARE = { round: 0.84, square: 0.92 };
/** Type sizes, in thousandths of the glass's smaller side. */
const TITLE_TYPE_MILLE = 56;
/** A square glass has room for larger words. */
const BODY_TYPE_MILLE = { round: 56, square: 62 };
const BUTTON_TYPE_MILLE = 62;

export interface ReadingParts {
  readonly hasPicture?: boolean;
  readonly buttons?: 1 | 2;
}

export function readingLayout(screen: Screen, { hasPicture = false, buttons = 1 }: ReadingParts = {}) {
  const { shape, widthPx, heightPx } = screen;
  const [titlePx, buttonPx, gapPx] = [TITLE_MILLE, BUTTON_MILLE, GAP_MILLE].map((mille) =>
    millePx(screen, mille),
  ) as [number, number, number];
  const rimPx = millePx(screen, RIM_MILLE);
  const titleY = millePx(screen, TOP_MILLE[shape]);
  const title = narrower(widestBox(screen, titleY, titlePx, rimPx), millePx(screen, TITLE_WIDEST_MILLE));
  const scale = shape === 'round' ? widthPx / PICTURE_MADE_FOR_PX : 1;
  const [pictureW, pictureH] = [Math.round(PICTURE_PX.w * scale), Math.round(PICTURE_PX.h * scale)];
  const picture = centredBox(screen, title.y + title.h, pictureW, hasPicture ? pictureH : 0);

  const buttonLine = (y: number, widestMille: number): Line => [
    narrower(widestBox(screen, y, buttonPx, rimPx), millePx(screen, widestMille)),
    millePx(screen, BUTTON_TYPE_MILLE),
  ];
  const lowestY = heightPx - millePx(screen, BOTTOM_MILLE[shape]) - buttonPx;
  const secondButton = buttonLine(lowestY, SECOND_WIDEST_MILLE);
  const nextY = buttons === 2 ? lowestY - buttonPx - gapPx : lowestY;
  const next = buttonLine(nextY, NEXT_WIDEST_MILLE);

  const bodyY = picture.y + picture.h + gapPx;
  const body = centredBox(
    screen,
    bodyY,
    columnPx(screen, hasPicture ? BODY_UNDER_PICTURE_SHARE : BODY_SHARE),
    nextY - gapPx - bodyY,
  );
  return {
    title: [title, millePx(screen, TITLE_TYPE_MILLE)] as const,
    picture,
    body: [body, millePx(screen, BODY_TYPE_MILLE[shape])] as const,
    next,
    secondButton,
  };
}
