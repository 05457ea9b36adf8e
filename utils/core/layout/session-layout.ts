/**
 * Where the parts of the session page are. Type sizes and touch targets are fractions of the screen, so that the number can be
 * read from a metre away on every model.
 */
import {
  type Circle,
  centredBox,
  type Line,
  millePx,
  pairOn,
  type Rect,
  rowsOn,
  type Screen,
  spanPx,
} from './screen.ts';

/** Size of the drawings on a glass whose smaller side is `DRAWN_FOR_PX`, px. */
const PICTURE_PX = { w: 260, h: 120 };
const DRAWN_FOR_PX = 480;

/** Rows stay inside the ring, which takes about 37 thousandths of the glass's smaller side at the rim. */
const INSIDE_RING_MILLE = 55;
/** What the ring keeps free at the rim on both sides together, px. */
const RING_GAP_PX = 6;
/** The ring's width as a part of its diameter. */
const RING_WIDTH = 0.03;
/** The bright rim of a cue, as a part of the glass's smaller side, and the rows inside it. */
const RIM_WIDTH = 0.052;
const INSIDE_RIM_MILLE = 62;
/** Corners of that rim on a square glass, as a part of the smaller side. */
const RIM_CORNER = 0.2;

/** Widths of the buttons that stand in pairs, in thousandths of the glass's smaller side. */
const TARGET_MILLE = 325;
const MENU_PAIR_MILLE = 378;

/** The dots for the slots of a session, in thousandths: their middle under that of the glass, and their distance at most. */
const DOTS_MILLE = 338;
const DOT_STEP_MILLE = 45;
const DOTS_WIDE_MILLE = 400;
/** Half the width of a digit of the number, in thousandths. */
const HALF_DIGIT_MILLE = 102;
/** Radius of a dot and of a mark on the ring, as a part of the glass's smaller side. */
const DOT = 0.011;
/** Height of a drawn pulse, and where the pulses are, in thousandths. */
const PULSE = 0.044;
const PULSES_MILLE = -285;

export type SessionLayout = ReturnType<typeof sessionLayout>;

export function sessionLayout(screen: Screen) {
  const { widthPx, heightPx } = screen;
  const sidePx = spanPx(screen);
  const ringPx = sidePx - RING_GAP_PX;
  const ringWidthPx = Math.round(ringPx * RING_WIDTH);
  const glass = { x: 0, y: 0, w: widthPx, h: heightPx };
  const circle = (rightPx: number, downPx: number): Circle => ({
    center_x: Math.round(widthPx / 2 + rightPx),
    center_y: Math.round(heightPx / 2 + downPx),
    radius: Math.round(sidePx * DOT),
  });
  const row = rowsIn(screen, INSIDE_RING_MILLE);
  const targets = { top: 200, bottom: 358, type: 58 };
  const [ready, moreTime] = pairOn(screen, targets, TARGET_MILLE, TARGET_MILLE);
  return {
    /** Square models show a system bar over the top of a page unless it is hidden. */
    hasBar: screen.shape === 'square',
    glass,
    ring: centredBox(screen, Math.round((heightPx - ringPx) / 2), ringPx, ringPx),
    ringWidthPx,
    /** The drawing of the position. */
    picture: pictureBox(screen, -246),
    /** The texts of the page. `place` is shown while there is no number. */
    dial: {
      side: row(-369, -234, 92),
      number: row(-248, 102, 354),
      place: row(18, 104, 62),
      line: row(104, 190, 62),
      note: row(192, 268, 56),
    },
    /** The two buttons of the position phase. */
    targets: { ready, moreTime },
    // Anything over the page is laid out when it opens, because doing it all at Start would be a fiftieth of Start's work.
    get menu() {
      return menuRows(screen);
    },
    get pause() {
      return {
        title: row(-285, -175, 66),
        note: row(-165, -85, 56),
        go: row(-60, 130, 72, 710),
        end: row(158, 318, 57, 670),
      };
    },
    get cue() {
      return cueRows(screen, glass);
    },
    /** "of 10", right of a march's number with so many digits. */
    unit: (digits: number) => unitBeside(screen, digits),
    /** The dot of slot `at` of `count`. */
    dot(at: number, count: number): Circle {
      const stepPx = sidePx * (Math.min(DOT_STEP_MILLE, DOTS_WIDE_MILLE / count) / 1000);
      return circle((at - (count - 1) / 2) * stepPx, (sidePx * DOTS_MILLE) / 1000);
    },
    /** The mark on the ring so many degrees from the top, clockwise. */
    mark(deg: number): Circle {
      const angle = (deg / 180) * Math.PI;
      const radiusPx = (ringPx - ringWidthPx) / 2;
      return circle(Math.sin(angle) * radiusPx, -Math.cos(angle) * radiusPx);
    },
  };
}

/** The boxes of drawn pulses, from left to right: a dot for a short one, and the longer a pulse the longer its bar. */
export function pulseBoxes(screen: Screen, pulsesMs: readonly number[]): readonly Rect[] {
  const sidePx = spanPx(screen);
  const h = Math.round(sidePx * PULSE);
  const widths = pulsesMs.map((pulseMs) => h * (pulseMs < 500 ? 1 : pulseMs < 1_500 ? 3 : 5));
  let x = (screen.widthPx - widths.reduce((sum, w) => sum + w, h * (widths.length - 1))) / 2;
  const y = Math.round(screen.heightPx / 2 + (sidePx * PULSES_MILLE) / 1000 - h / 2);
  return widths.map((w) => {
    const box = { x: Math.round(x), y, w, h };
    x += w + h;
    return box;
  });
}

function pictureBox(screen: Screen, topMille: number): Rect {
  const scale = spanPx(screen) / DRAWN_FOR_PX;
  const topPx = screen.heightPx / 2 + (spanPx(screen) * topMille) / 1000;
  const { w, h } = PICTURE_PX;
  return centredBox(screen, Math.round(topPx), Math.round(w * scale), Math.round(h * scale));
}

function unitBeside(screen: Screen, digits: number): readonly [Rect, number] {
  const part = (mille: number): number => millePx(screen, mille);
  const x = Math.round(screen.widthPx / 2) + part(HALF_DIGIT_MILLE * digits + 15);
  const y = Math.round(screen.heightPx / 2) + part(-25);
  return [{ x, y, w: part(210), h: part(110) }, part(64)];
}

/** The menu: its title, its large button, and under it two pairs; `wide` takes the place of the first pair. */
function menuRows(screen: Screen) {
  const row = rowsIn(screen, INSIDE_RING_MILLE);
  const pair = (top: number, bottom: number) =>
    pairOn(screen, { top, bottom, type: 60 }, MENU_PAIR_MILLE, MENU_PAIR_MILLE);
  return {
    title: row(-390, -305, 56),
    action: row(-280, -70, 76, 720),
    wide: row(-40, 120, 60, 2 * MENU_PAIR_MILLE),
    pairs: [...pair(-40, 120), ...pair(145, 305)],
  };
}

/** A cue: the lines of each of its looks, from the top. */
function cueRows(screen: Screen, glass: Rect) {
  const row = rowsIn(screen, INSIDE_RIM_MILLE);
  const line = (top: number): Line => row(top, top + 78, 60);
  const sidePx = spanPx(screen);
  return {
    /** An arc on a round glass, a rectangle on a square one. */
    rim: {
      ...glass,
      line_width: Math.round(sidePx * RIM_WIDTH),
      radius: Math.round(sidePx * RIM_CORNER),
      start_angle: 0,
      end_angle: 360,
    },
    felt: row(-255, -185, 56),
    picture: pictureBox(screen, -170),
    word: [row(-176, -16, 142), line(4), line(84), line(164)],
    side: [row(-170, -60, 110), row(-62, 103, 130), line(126)],
    drawing: [row(92, 172, 62), line(174), line(250)],
    undo: row(254, 412, 56, 490),
  };
}

/** Returns the function that places rows: upper and lower edge from the middle of the glass, type, greatest width, in thousandths. */
function rowsIn(screen: Screen, rimMille: number) {
  const row = rowsOn(screen, rimMille);
  return (top: number, bottom: number, type: number, widest = 1_000): Line =>
    row({ top, bottom, type, widest });
}
