/** The glass and rectangles on it, in device pixels. Pure geometry: knows no widget. */

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

/** Smallest side of the glass: what type sizes and targets are fractions of. */
export function spanPx(screen: Screen): number {
  return Math.min(screen.widthPx, screen.heightPx);
}

/**
 * The widest rectangle from `topPx` to `topPx + heightPx`, centred, whose middle two thirds stay inside the glass with
 * `marginPx` to spare: letters and round button ends never reach into the corners. On a round glass the narrower of the
 * two chords decides.
 */
export function band(screen: Screen, topPx: number, heightPx: number, marginPx: number): Rect {
  const top = Math.round(topPx);
  const height = Math.round(heightPx);
  if (screen.shape === 'square') {
    return { x: marginPx, y: top, w: screen.widthPx - 2 * marginPx, h: height };
  }
  const radius = screen.widthPx / 2 - marginPx;
  const centre = screen.heightPx / 2;
  const far = Math.abs(top + height / 2 - centre) + height / 3;
  const half = Math.floor(Math.sqrt(Math.max(0, radius * radius - far * far)));
  return { x: Math.round(screen.widthPx / 2) - half, y: top, w: 2 * half, h: height };
}

/** `rect` with its width cut to `mostPx`, still centred. */
export function narrower(rect: Rect, mostPx: number): Rect {
  if (rect.w <= mostPx) return rect;
  const cut = Math.floor((rect.w - mostPx) / 2);
  return { x: rect.x + cut, y: rect.y, w: rect.w - 2 * cut, h: rect.h };
}

/** Where a text or button stands, and its type size in px. */
export type Line = readonly [rect: Rect, sizePx: number];

/** `line` as one of two beside each other: left of the middle where `width` (thousandths, as in `liner`) is negative. */
export function pairLine(screen: Screen, line: Line, width: number): Line {
  const gap = 5;
  const w = Math.round((spanPx(screen) * Math.abs(width)) / 1000);
  const middle = Math.round(screen.widthPx / 2);
  return [{ x: width < 0 ? middle - gap - w : middle + gap, y: line[0].y, w, h: line[0].h }, line[1]];
}

/**
 * Makes a page's lines. From and to are counted from the middle of the glass; they, the greatest width and the type size
 * are thousandths of the glass's smaller side (whole numbers: a fraction costs a bundle nine bytes, a whole number three).
 * @param marginMille what stays free at the rim
 */
export function liner(
  screen: Screen,
  marginMille: number,
): (from: number, to: number, most: number, size: number) => Line {
  const px = (mille: number): number => Math.round((spanPx(screen) * mille) / 1000);
  return (from, to, most, size) => [
    narrower(band(screen, screen.heightPx / 2 + px(from), px(to - from), px(marginMille)), px(most)),
    px(size),
  ];
}
