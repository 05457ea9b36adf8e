/** Where the parts of the feel test are: the words, and two halves of the glass to answer with, or three ways out. */
import { type Line, liner, type Screen } from '../../utils/core/layout/screen.ts';

export interface FeelLayout {
  readonly title: Line;
  readonly words: Line;
  readonly note: Line;
  /** Start and later, or felt and missed. */
  readonly answers: readonly [Line, Line];
  /** What can be done about a missed cue. */
  readonly ways: readonly [Line, Line, Line, Line];
}

export function feelLayout(screen: Screen): FeelLayout {
  const row = liner(screen, 30);
  return {
    title: row(-400, -310, 700, 64),
    words: row(-300, 10, 780, 58),
    note: row(-312, -212, 760, 50),
    answers: [row(20, 220, 700, 80), row(240, 430, 520, 64)],
    ways: [row(-207, -49, 800, 62), row(-39, 119, 800, 62), row(129, 287, 720, 62), row(296, 454, 440, 54)],
  };
}
