/** A number from 0 to 10, by large buttons; blank until it is given, and skipped by one touch. */
import { setPageBrightTime } from '@zos/display';
import { type Phrase, phrase } from '../../utils/core/text/phrase.ts';
import { QUIET, TEXT } from './colours.ts';
import { buttonPart, openScreen, paragraphPart, textPart } from './parts.ts';
import { ratingLayout } from './rating-layout.ts';

const WORST = 10;
/** Time to look and to think. */
const BRIGHT_MS = 60_000;
/** Stands for a number that has not been given: no sign that could be read as a minus. */
const BLANK = '?';

/**
 * @param onAnswer told the number, or null where the question is skipped or saved blank
 * @returns what changes the number, as the buttons do
 */
export function drawRating(question: Phrase, onAnswer: (value: number | null) => void): (by: number) => void {
  setPageBrightTime({ brightTime: BRIGHT_MS });
  const layout = ratingLayout(openScreen());
  let value: number | null = null;
  paragraphPart(layout.question, TEXT, question);
  const number = textPart(layout.number, QUIET, BLANK);
  const change = (by: number): void => {
    value = value === null ? (by > 0 ? 0 : WORST) : Math.min(WORST, Math.max(0, value + by));
    number.set(String(value));
    number.colour(TEXT);
  };
  buttonPart(layout.less, 'plain', '−', () => change(-1));
  buttonPart(layout.more, 'plain', '+', () => change(1));
  textPart(layout.scale, QUIET, phrase('rate.scale'));
  buttonPart(layout.save, 'go', phrase('rate.save'), () => onAnswer(value));
  buttonPart(layout.skip, 'plain', phrase('rate.skip'), () => onAnswer(null));
  return change;
}
