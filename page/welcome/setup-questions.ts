/** The questions of the first run: which hip, which kit, is there a band. */
import type { Preferences } from '../../utils/core/preferences/preference-table.ts';
import { type Phrase, phrase } from '../../utils/core/text/phrase.ts';
import { changePreferences } from '../../utils/run/preferences.ts';
import { appContext } from '../../utils/zos/app-context.ts';
import { drawQuestion } from '../widgets/ask.ts';

interface SetupQuestion {
  readonly text: Phrase;
  /** Each answer with the preferences that it changes. */
  readonly answers: readonly (readonly [Phrase, Partial<Preferences>])[];
}

const QUESTIONS: Readonly<Record<'sides' | 'kit' | 'band', SetupQuestion>> = {
  sides: {
    text: phrase('setup.sides'),
    answers: [
      [phrase('setup.left'), { sides: ['left'] }],
      [phrase('setup.right'), { sides: ['right'] }],
      [phrase('setup.both'), { sides: ['left', 'right'] }],
    ],
  },
  kit: {
    text: phrase('setup.kit'),
    answers: [
      [phrase('setup.ball'), { kit: 'ball' }],
      [phrase('setup.hook'), { kit: 'hook' }],
    ],
  },
  band: {
    text: phrase('setup.band'),
    answers: [
      [phrase('setup.yes'), { band: true }],
      [phrase('setup.no'), { band: false }],
    ],
  },
};

/** Skipping a question changes nothing: its preference keeps its default. */
export function askSetupQuestion(name: keyof typeof QUESTIONS, onDone: () => void): void {
  const { text, answers } = QUESTIONS[name];
  drawQuestion(
    text,
    answers.map(([answer, change]) => [
      answer,
      () => {
        changePreferences(appContext().store, change);
        onDone();
      },
    ]),
    onDone,
  );
}
