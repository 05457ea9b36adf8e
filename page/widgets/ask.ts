/** A page with one question and up to three large answers. */
import { type Phrase, phrase } from '../../utils/core/text/phrase.ts';
import { askLayout } from './ask-layout.ts';
import { buttonPart } from './button.ts';
import { TEXT } from './colours.ts';
import { paragraphPart } from './paragraph.ts';
import { openScreen } from './screen.ts';
import { translate } from './translate.ts';

export interface Answer {
  readonly text: Phrase;
  readonly onTap: () => void;
}

/** @param onSkip where the question may be left without an answer */
export function drawQuestion(question: Phrase, answers: readonly Answer[], onSkip?: () => void): void {
  const layout = askLayout(openScreen());
  paragraphPart(layout.question, TEXT, translate(question));
  answers.forEach(({ text, onTap }, at) => {
    const line = layout.answers[at];
    if (line !== undefined) buttonPart(line, 'plain', translate(text), onTap);
  });
  if (onSkip !== undefined) buttonPart(layout.skip, 'plain', translate(phrase('rate.skip')), onSkip);
}
