/**
 * The screen of a watch and rectangles on it: pure geometry in device pixels, without widgets.
 *
 * Layouts give their sizes in thousandths ("mille") of the smaller side of the glass, so that a page looks alike on every
 * model.
 */

export interface Screen {
  readonly shape: 'round' | 'square';
  readonly widthPx: number;
  readonly heightPx: number;
}

export interface Rect {
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
}

/** A circle as the platform draws it. */
export interface Circle {
  readonly center_x: number;
  readonly center_y: number;
  readonly radius: number;
}

/** The rectangle of a text or button, and its type size in px. */
export type Line = readonly [rect: Rect, sizePx: number];

/** Measures a text: its height in px for a width and a type size in px. */
export type TextHeight = (widthPx: number, sizePx: number) => number;

/** A row of a page, in thousandths of the glass's smaller side. */
export interface RowMille {
  /** Upper and lower edge, counted from the middle of the glass: negative above it. */
  readonly top: number;
  readonly bottom: number;
  /** The greatest width. If left out, the row is as wide as the screen at its height. */
  readonly widest?: number;
  /** The type size. */
  readonly type: number;
}

/** What most pages keep free between a row and the rim of the glass, in thousandths. */
const RIM_MILLE = 30;

/** Free space on either side of the middle between two buttons that stand beside each other, px. */
const PAIR_GAP_PX = 5;

/** Bound once, because inside the packer's `with` block each use of a global name is looked up in three places, for every row of every page. */
const { round } = Math;

/** The smaller side of the glass, px. */
export function spanPx(screen: Screen): number {
  return Math.min(screen.widthPx, screen.heightPx);
}

/** Thousandths of the glass's smaller side as whole px. */
export function millePx(screen: Screen, mille: number): number {
  return round((spanPx(screen) * mille) / 1000);
}

/**
 * The widest centred rectangle from `topPx` to `topPx + heightPx` whose middle two thirds stay inside the glass with `rimPx` to
 * spare. The upper and lower sixth are ignored, because neither letters nor the round ends of a button reach into the corners.
 * On a round glass the narrower of the two chords decides.
 */
export function widestBox(screen: Screen, topPx: number, heightPx: number, rimPx: number): Rect {
  const top = round(topPx);
  const height = round(heightPx);
  if (screen.shape === 'square') {
    return { x: rimPx, y: top, w: screen.widthPx - 2 * rimPx, h: height };
  }
  const radius = screen.widthPx / 2 - rimPx;
  const centre = screen.heightPx / 2;
  const far = Math.abs(top + height / 2 - centre) + height / 3;
  const half = Math.floor(Math.sqrt(Math.max(0, radius * radius - far * far)));
  return { x: round(screen.widthPx / 2) - half, y: top, w: 2 * half, h: height };
}

/** `rect` with its width cut to `widestPx`, still centred. */
export function narrower(rect: Rect, widestPx: number): Rect {
  if (rect.w <= widestPx) return rect;
  const cut = Math.floor((rect.w - widestPx) / 2);
  return { x: rect.x + cut, y: rect.y, w: rect.w - 2 * cut, h: rect.h };
}

/** Returns the function that places the rows of a page. @param rimMille free space between a row and the rim */
export function rowsOn(screen: Screen, rimMille = RIM_MILLE): (row: RowMille) => Line {
  const sidePx = spanPx(screen);
  const px = (mille: number): number => round((sidePx * mille) / 1000);
  const rimPx = px(rimMille);
  return ({ top, bottom, widest, type }) => {
    const box = widestBox(screen, screen.heightPx / 2 + px(top), px(bottom - top), rimPx);
    return [widest === undefined ? box : narrower(box, px(widest)), px(type)];
  };
}

/** Two buttons beside each other, left and right of the middle of the glass, each with its own width in thousandths. */
export function pairOn(
  screen: Screen,
  { top, bottom, type }: RowMille,
  leftMille: number,
  rightMille: number,
): readonly [Line, Line] {
  const middle = Math.round(screen.widthPx / 2);
  const y = Math.round(screen.heightPx / 2 + millePx(screen, top));
  const h = millePx(screen, bottom - top);
  const sizePx = millePx(screen, type);
  const leftPx = millePx(screen, leftMille);
  return [
    [{ x: middle - PAIR_GAP_PX - leftPx, y, w: leftPx, h }, sizePx],
    [{ x: middle + PAIR_GAP_PX, y, w: millePx(screen, rightMille), h }, sizePx],
  ];
}

/** A centred rectangle for texts and lists that scroll. Its width is a fraction of the screen's width. */
export function centredBox(screen: Screen, yPx: number, widthPx: number, heightPx: number): Rect {
  return { x: Math.round((screen.widthPx - widthPx) / 2), y: yPx, w: widthPx, h: heightPx };
}

/** Type sizes that are tried, the largest first, as multiples of the smallest. */
const LARGER_TYPE = [1.25, 1.125];
/** A larger type leaves this part of a line free, so that the words keep their distance from what is above and below them. */
const FREE_LINES = 0.5;

/**
 * A block of words in the largest type with which it fits its box, in the middle of the box.
 * @param line the box, and the smallest type size, which the words fit in any language
 */
export function fitBlock([box, leastPx]: Line, measure: TextHeight): Line {
  const [sizePx = leastPx] = LARGER_TYPE.map((times) => round(leastPx * times)).filter(
    (px) => measure(box.w, px) <= box.h - FREE_LINES * px,
  );
  const freePx = Math.max(0, box.h - measure(box.w, sizePx));
  const down = Math.floor(freePx / 2);
  // To the end of the box, so that a watch whose lines are higher than it reports cuts none off.
  return [{ ...box, y: box.y + down, h: box.h - down }, sizePx];
}

/** Widths that are tried for a block, as parts of the width of its box, the narrowest first. */
const NARROWER = [0.6, 0.68, 0.76, 0.84, 0.92];
/** A line keeps so much of an em free, so that a watch whose letters are wider than it reports breaks it at the same place. */
const FREE_EMS = 0.25;

/**
 * A block of words as narrow as it may be without a line more, so that no word stands alone on the last line.
 * @param block from {@link fitBlock}
 */
export function evenLines([box, sizePx]: Line, measure: TextHeight): Line {
  const heightPx = measure(box.w, sizePx);
  for (const part of NARROWER) {
    const widthPx = round(box.w * part);
    if (measure(round(widthPx - FREE_EMS * sizePx), sizePx) <= heightPx)
      return [narrower(box, widthPx), sizePx];
  }
  return [box, sizePx];
}

/** Parts of the glass's width, 0 to 1, by its shape: a round glass leaves less room than a square one. */
export type WidthShare = Readonly<Record<Screen['shape'], number>>;

/** The part of the glass's width for its shape, in whole px. */
export function columnPx({ shape, widthPx }: Screen, share: WidthShare): number {
  return Math.round(widthPx * share[shape]);
}
