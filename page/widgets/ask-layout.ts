/** Where the parts of a question are: the question, and up to three large answers under each other. */
import { type Line, liner, type Screen } from '../../utils/core/layout/screen.ts';

export interface AskLayout {
  readonly question: Line;
  readonly answers: readonly Line[];
  readonly skip: Line;
}

export function askLayout(screen: Screen): AskLayout {
  const row = liner(screen, 30);
  return {
    question: row(-395, -265, 999, 50),
    answers: [row(-250, -80, 720, 70), row(-60, 110, 720, 70), row(130, 290, 640, 70)],
    skip: row(302, 457, 400, 55),
  };
}
