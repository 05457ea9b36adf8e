/** First run, and later from the options: which hip, which kit, is there a band. One question a page, large answers. */
import { replace } from '@zos/router';
import type { Preferences } from '../../utils/core/preferences/preferences.ts';
import { type Phrase, phrase } from '../../utils/core/text/phrase.ts';
import { guard } from '../../utils/run/guard.ts';
import { changePreferences } from '../../utils/run/preferences-inbox.ts';
import { appContext } from '../../utils/zos/app-context.ts';
import { askLayout } from '../widgets/ask-layout.ts';
import { buttonPart } from '../widgets/button.ts';
import { TEXT } from '../widgets/colours.ts';
import { paragraphPart } from '../widgets/paragraph.ts';
import { openScreen } from '../widgets/screen.ts';
import { translate } from '../widgets/translate.ts';

interface Question {
  readonly text: Phrase;
  readonly answers: readonly (readonly [Phrase, Partial<Preferences>])[];
  /** The next question; none: it was the last. */
  readonly next?: string;
}

const QUESTIONS: Readonly<Record<string, Question>> = {
  sides: {
    text: phrase('setup.sides'),
    // The hip that hurts comes first; "only" is among the options.
    answers: [
      [phrase('setup.left'), { sides: ['left', 'right'] }],
      [phrase('setup.right'), { sides: ['right', 'left'] }],
      [phrase('setup.both'), { sides: ['left', 'right'] }],
    ],
    next: 'kit',
  },
  kit: {
    text: phrase('setup.kit'),
    answers: [
      [phrase('setup.ball'), { kit: 'ball' }],
      [phrase('setup.hook'), { kit: 'hook' }],
    ],
    next: 'band',
  },
  band: {
    text: phrase('setup.band'),
    answers: [
      [phrase('setup.yes'), { band: true }],
      [phrase('setup.no'), { band: false }],
    ],
  },
};

let params = 'sides';

function open(): void {
  const question = QUESTIONS[params];
  if (question === undefined) return;
  const screen = openScreen();
  const layout = askLayout(screen);
  paragraphPart(layout.question, TEXT, translate(question.text));
  question.answers.forEach((answer, at) => {
    const line = layout.answers[at];
    if (line !== undefined)
      buttonPart(line, 'plain', translate(answer[0]), () => choose(question, answer[1]));
  });
  // A skipped question is asked by none of the others: each has what a new wearer has until it is answered.
  buttonPart(layout.skip, 'plain', translate(phrase('rate.skip')), () => goOn(question));
}

function choose(question: Question, change: Partial<Preferences>): void {
  changePreferences(appContext().store, change);
  goOn(question);
}

function goOn(question: Question): void {
  if (question.next !== undefined) replace({ url: 'page/setup/index.page', params: question.next });
  else replace({ url: 'page/help/index.page', params: 'first' });
}

Page({
  onInit(given) {
    if (given) params = given;
  },
  build() {
    guard('page/setup build', appContext().report, open);
  },
});
