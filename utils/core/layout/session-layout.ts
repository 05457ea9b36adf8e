/**
 * Where the parts of the session page are. Type and targets are fractions of the glass, so that the number can be read from
 * a metre away on every model.
 */
import { centredBox, pairOn, type Rect, rowsOn, type Screen, spanPx } from './screen.ts';

/** Sides of the square pictures, px: the platform does not scale them. */
const GLYPH_PX = 66;
const SIGN_PX = 116;

/** Rows stay inside the ring, which takes about 37 thousandths of the glass's smaller side at the rim. */
const INSIDE_RING_MILLE = 55;
/** What the ring keeps free at the rim on both sides together, px. */
const RING_GAP_PX = 6;
/** The ring's width as a part of its diameter. */
const RING_WIDTH = 0.03;

/** Left edge of the glyph, left of the middle: clear of a number of three digits, and as far out as the ring lets it. */
const GLYPH_LEFT = 0.43;
/** Middle of the glyph, above that of the glass: between the side's letter and the title. */
const GLYPH_ABOVE_MIDDLE = 0.058;

/** Widths of the buttons that stand in pairs, in thousandths of the glass's smaller side. */
const TARGET_MILLE = 280;
const SHEET_PAIR_MILLE = 380;

export type SessionLayout = ReturnType<typeof sessionLayout>;

export function sessionLayout(screen: Screen) {
  const { widthPx, heightPx } = screen;
  const ringPx = spanPx(screen) - RING_GAP_PX;
  const row = rowsOn(screen, INSIDE_RING_MILLE);
  const number = row({ top: -255, bottom: 45, type: 290 });
  const numberMiddlePx = number[0].y + number[0].h / 2;
  const targetRow = { top: 236, bottom: 396, type: 50 };
  const [ready, action] = pairOn(screen, targetRow, TARGET_MILLE, TARGET_MILLE);
  const pairRow = { top: 50, bottom: 220, type: 56 };
  const [pause, onward] = pairOn(screen, pairRow, SHEET_PAIR_MILLE, SHEET_PAIR_MILLE);
  return {
    /** Square models show a system bar over the top of a page unless it is hidden. */
    hasBar: screen.shape === 'square',
    glass: { x: 0, y: 0, w: widthPx, h: heightPx },
    ring: centredBox(screen, Math.round((heightPx - ringPx) / 2), ringPx, ringPx),
    ringWidthPx: Math.round(ringPx * RING_WIDTH),
    /** The picture of what the body does, left of the number. */
    glyph: glyphBox(screen),
    /** The large sign that a cue shows over the number. */
    sign: centredBox(screen, Math.round(numberMiddlePx - SIGN_PX / 2), SIGN_PX, SIGN_PX),
    /** The texts of the page. */
    dial: {
      side: row({ top: -430, bottom: -250, type: 180 }),
      number,
      title: row({ top: 40, bottom: 132, type: 66 }),
      hint: row({ top: 130, bottom: 222, type: 66 }),
      note: row({ top: 240, bottom: 312, type: 50 }),
    },
    /** The two buttons of the position phase: "ready" and the action of the phase. */
    targets: { ready, action },
    /** The action sheet: its question, and its buttons. `onward` skips or lets go. */
    sheet: {
      question: row({ top: -395, bottom: -310, type: 49 }),
      action: row({ top: -290, bottom: 20, widest: 840, type: 80 }),
      pause,
      onward,
      end: row({ top: 245, bottom: 410, widest: 520, type: 64 }),
    },
  };
}

function glyphBox(screen: Screen): Rect {
  const sidePx = spanPx(screen);
  return {
    x: Math.round(screen.widthPx / 2 - GLYPH_LEFT * sidePx),
    y: Math.round(screen.heightPx / 2 - GLYPH_ABOVE_MIDDLE * sidePx - GLYPH_PX / 2),
    w: GLYPH_PX,
    h: GLYPH_PX,
  };
}
