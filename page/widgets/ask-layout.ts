/** Where the parts of a question are: the question, two or three large answers under it, and a button to skip it. */
import { rowsOn, type Screen } from '../../utils/core/layout/screen.ts';

/** All answers are as wide, so that none looks like the one to take. */
const WIDE_MILLE = 680;

/**
 * Places in thousandths of the glass's smaller side, from its middle.
 * @param answers 2 or 3. Two leave the upper row free: the question then stands lower, where a round glass is wider.
 */
export function askLayout(screen: Screen, answers: number) {
  const row = rowsOn(screen);
  const rows = [
    row({ top: -250, bottom: -80, widest: WIDE_MILLE, type: 70 }),
    row({ top: -60, bottom: 110, widest: WIDE_MILLE, type: 70 }),
    row({ top: 130, bottom: 290, widest: WIDE_MILLE, type: 70 }),
  ];
  return {
    question: row(
      answers < 3 ? { top: -275, bottom: -105, type: 56 } : { top: -397, bottom: -265, type: 56 },
    ),
    answers: rows.slice(rows.length - answers),
    skip: row({ top: 302, bottom: 457, widest: 400, type: 57 }),
  };
}
