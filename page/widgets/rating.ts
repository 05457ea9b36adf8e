/** Asks for a number from 0 to 10, which large buttons or the crown change. It is blank until the wearer gives one, and can be skipped. */
import { setPageBrightTime } from '@zos/display';
import { onDigitalCrown } from '@zos/interaction';
import { type Phrase, phrase } from '../../utils/core/text/phrase.ts';
import { QUIET, TEXT } from './colours.ts';
import { createOneAnswer } from './one-answer.ts';
import { buttonPart, fittedPart, openScreen, textPart } from './parts.ts';
import { ratingLayout } from './rating-layout.ts';

const WORST = 10;
/** The crown changes the number by one for each turn of so many degrees. */
const STEP_DEG = 30;
/** Time to look and to think. */
const BRIGHT_MS = 60_000;
/** Stands for a number that has not been given. A dash could be read as a minus. */
const BLANK = '?';

/**
 * Draws the question, and listens to the crown; the page has to call `offDigitalCrown` in its `onDestroy`.
 * @param onAnswer told the number, or null if the question is skipped or saved blank
 * @returns what skips it
 */
export function drawRating(question: Phrase, onAnswer: (value: number | null) => void): () => void {
  setPageBrightTime({ brightTime: BRIGHT_MS });
  const layout = ratingLayout(openScreen());
  let value: number | null = null;
  fittedPart(layout.question, TEXT, question);
  const number = textPart(layout.number, QUIET, BLANK);
  const change = (by: number): void => {
    value = value === null ? (by > 0 ? 0 : WORST) : Math.min(WORST, Math.max(0, value + by));
    number.set(String(value));
    number.colour(TEXT);
  };
  buttonPart(layout.less, 'plain', '−', () => change(-1));
  buttonPart(layout.more, 'plain', '+', () => change(1));
  textPart(layout.scale, QUIET, phrase('rate.scale'));
  const oneAnswer = createOneAnswer();
  const save = oneAnswer(() => onAnswer(value));
  buttonPart(layout.save, 'go', phrase('rate.save'), save);
  const skip = oneAnswer(() => onAnswer(null));
  buttonPart(layout.skip, 'quiet', phrase('rate.skip'), skip);
  listenToCrown(change);
  return skip;
}

function listenToCrown(change: (by: number) => void): void {
  let turnedDeg = 0;
  onDigitalCrown({
    callback: (_key, degree) => {
      // Away from the wearer is more, as in the watch's own pickers: clockwise counts negative.
      turnedDeg -= degree;
      if (Math.abs(turnedDeg) < STEP_DEG) return;
      change(turnedDeg > 0 ? 1 : -1);
      turnedDeg = 0;
    },
  });
}
