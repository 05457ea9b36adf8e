/** First run, and later from the options: which hip, which kit, is there a band. One question a page, large answers. */
import { replace } from '@zos/router';
import type { Preferences } from '../../utils/core/preferences/preferences.ts';
import { type Phrase, phrase } from '../../utils/core/text/phrase.ts';
import { changePreferences } from '../../utils/run/config-inbox.ts';
import { guard } from '../../utils/run/guard.ts';
import { house } from '../../utils/zos/house.ts';
import { askLayout } from '../parts/ask-layout.ts';
import { blockPart } from '../parts/block.ts';
import { buttonPart } from '../parts/button.ts';
import { say } from '../parts/say.ts';
import { openScreen } from '../parts/screen.ts';
import { TEXT } from '../parts/tones.ts';

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
    next: 'tool',
  },
  tool: {
    text: phrase('setup.tool'),
    answers: [
      [phrase('setup.ball'), { tool: 'ball' }],
      [phrase('setup.hook'), { tool: 'hook' }],
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
  blockPart(layout.question, TEXT, say(question.text));
  question.answers.forEach((answer, at) => {
    const line = layout.answers[at];
    if (line !== undefined) buttonPart(line, 'plain', say(answer[0]), () => choose(question, answer[1]));
  });
  // A skipped question is asked by none of the others: each has what a new wearer has until it is answered.
  buttonPart(layout.skip, 'plain', say(phrase('rate.skip')), () => goOn(question));
}

function choose(question: Question, change: Partial<Preferences>): void {
  changePreferences(house().store, change);
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
    guard('page/setup build', house().report, open);
  },
});
