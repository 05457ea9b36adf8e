/** Where the parts of the feel test are: the words, and two or three parts of the screen to answer with. */
import { type Line, rowsOn, type Screen } from '../../utils/core/layout/screen.ts';

export function feelTestLayout(screen: Screen) {
  const row = rowsOn(screen);
  const answers: readonly [Line, Line] = [
    row({ top: 20, bottom: 220, widest: 700, type: 80 }),
    row({ top: 240, bottom: 430, widest: 520, type: 64 }),
  ];
  /** Stay, move or nothing felt; or what can be done about a missed cue. */
  const ways: readonly [Line, Line, Line] = [
    row({ top: -207, bottom: -49, widest: 740, type: 62 }),
    row({ top: -39, bottom: 119, widest: 740, type: 62 }),
    row({ top: 129, bottom: 287, widest: 740, type: 62 }),
  ];
  return {
    title: row({ top: -400, bottom: -310, widest: 700, type: 64 }),
    words: row({ top: -300, bottom: 10, widest: 780, type: 58 }),
    note: row({ top: -288, bottom: -214, type: 56 }),
    /** Words with nothing to answer under them, below the drawn pulses of a cue. */
    alone: row({ top: -80, bottom: 20, type: 70 }),
    /** Start and later, or felt and missed. */
    answers,
    ways,
  };
}

export type FeelTestLayout = ReturnType<typeof feelTestLayout>;
