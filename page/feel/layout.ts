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
    note: row(-310, -170, 760, 54),
    answers: [row(20, 220, 700, 80), row(240, 430, 520, 64)],
    ways: [row(-165, -15, 800, 62), row(0, 150, 800, 62), row(165, 300, 680, 62), row(315, 450, 440, 58)],
  };
}
