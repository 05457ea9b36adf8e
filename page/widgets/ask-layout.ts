/** Where the parts of a question are: the question, and up to three large answers under each other. */
import { rowsOn, type Screen } from '../../utils/core/layout/screen.ts';

export function askLayout(screen: Screen) {
  const row = rowsOn(screen);
  return {
    question: row({ top: -395, bottom: -265, type: 50 }),
    answers: [
      row({ top: -250, bottom: -80, widest: 720, type: 70 }),
      row({ top: -60, bottom: 110, widest: 720, type: 70 }),
      row({ top: 130, bottom: 290, widest: 640, type: 70 }),
    ],
    skip: row({ top: 302, bottom: 457, widest: 400, type: 55 }),
  };
}
