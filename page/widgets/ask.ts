/** A page with one question and two or three large answers. */
import { type Phrase, phrase } from '../../utils/core/text/phrase.ts';
import { askLayout } from './ask-layout.ts';
import { TEXT } from './colours.ts';
import { keepLitForReading } from './keep-lit.ts';
import { createOneAnswer } from './one-answer.ts';
import { buttonPart, fittedPart, openScreen } from './parts.ts';

export type AnswerButton = readonly [words: Phrase, onTap: () => void];

/** @param onSkip where the question may be left without an answer */
export function drawQuestion(question: Phrase, answers: readonly AnswerButton[], onSkip?: () => void): void {
  keepLitForReading();
  const layout = askLayout(openScreen(), answers.length);
  const oneAnswer = createOneAnswer();
  fittedPart(layout.question, TEXT, question);
  answers.forEach(([words, onTap], at) => {
    const line = layout.answers[at];
    if (line !== undefined) buttonPart(line, 'plain', words, oneAnswer(onTap));
  });
  if (onSkip !== undefined) buttonPart(layout.skip, 'plain', phrase('rate.skip'), oneAnswer(onSkip));
}
