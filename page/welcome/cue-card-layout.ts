/** Where the parts of the card about the cues are: two families of three rows, each row with its drawn pulses and what they mean. */
import { type Line, millePx, type Rect, type Screen } from '../../utils/core/layout/screen.ts';
import { readingLayout } from '../widgets/reading-layout.ts';

const CUES_A_FAMILY = 3;
const ROWS = 2 * (1 + CUES_A_FAMILY);
/** Sizes and distances, in thousandths of the glass's smaller side. */
const TYPE_MILLE = 56;
const PULSE_MILLE = 29;
/** Between two pulses, and between pulses and words. */
const BETWEEN_MILLE = 19;
const WORDS_GAP_MILLE = 34;
/** Of a long pulse, as a multiple of its height. */
const LONG = 3;
/** Where the pulses of each family end, left of the middle: the words of the short one are the longer, and its pulses take less room. */
const ENDS_MILLE = { short: -190, long: -60 };
/** Widest words. */
const WORDS_MILLE = { short: 560, long: 400 };

export type PulseFamily = keyof typeof ENDS_MILLE;

export interface CueCardRow {
  readonly pulses: readonly Rect[];
  /** The words stand beside the pulses, from the left. */
  readonly words: Line;
}

export function cueCardLayout(screen: Screen) {
  const { title, body, next } = readingLayout(screen);
  const [box] = body;
  const rowPx = Math.floor(box.h / ROWS);
  const sizePx = millePx(screen, TYPE_MILLE);
  const [pulsePx, betweenPx, wordsGapPx] = [PULSE_MILLE, BETWEEN_MILLE, WORDS_GAP_MILLE].map((mille) =>
    millePx(screen, mille),
  ) as [number, number, number];
  const middle = Math.round(screen.widthPx / 2);

  const cueRow = (family: PulseFamily, count: number, y: number): CueCardRow => {
    const endX = middle + millePx(screen, ENDS_MILLE[family]);
    const w = family === 'long' ? LONG * pulsePx : pulsePx;
    const pulses = Array.from({ length: count }, (_, at) => ({
      x: endX - w - at * (w + betweenPx),
      y: y + Math.round((rowPx - pulsePx) / 2),
      w,
      h: pulsePx,
    }));
    const words = { x: endX + wordsGapPx, y, w: millePx(screen, WORDS_MILLE[family]), h: rowPx };
    return { pulses, words: [words, sizePx] };
  };

  const familyAt = (family: PulseFamily, firstRow: number) => ({
    heading: [{ ...box, y: box.y + firstRow * rowPx, h: rowPx }, sizePx] as Line,
    rows: Array.from({ length: CUES_A_FAMILY }, (_, at) =>
      cueRow(family, at + 1, box.y + (firstRow + 1 + at) * rowPx),
    ),
  });
  return { title, short: familyAt('short', 0), long: familyAt('long', 1 + CUES_A_FAMILY), next };
}
