/**
 * The last part of the feel test: the helper plays a cue. A watch may play one form of the motor in a page and another in a
 * service. Page and helper use the same form, so it must be one that is felt from both.
 */

import { otherForm } from '../../utils/core/cue/feel-test.ts';
import {
  type Cue,
  type CueStyle,
  type MotorForm,
  patternMs,
  plainCue,
} from '../../utils/core/cue/vocabulary.ts';
import { type Phrase, phrase } from '../../utils/core/text/phrase.ts';
import type { WatchKey } from '../../utils/core/text/watch-en.ts';
import { HELPER_TRIAL_AFTER_MS, startHelperTrial, stopHelperTrial } from '../../utils/zos/helper-trial.ts';
import type { FeelTestLayout } from './layout.ts';

/** What the helper part needs from the feel test to show and play. */
export interface TestScreen {
  readonly layout: FeelTestLayout;
  fresh(words: Phrase): void;
  /** The same in the middle of the screen, where there is nothing to answer. */
  tell(words: Phrase): void;
  buttons(lines: FeelTestLayout['answers'], ...all: readonly [WatchKey, () => void][]): void;
  /** The same, with no button that looks like the right answer. */
  choices(lines: FeelTestLayout['answers'], ...all: readonly [WatchKey, () => void][]): void;
  after(delayMs: number, run: () => void): void;
  play(cue: Cue, style: CueStyle): void;
}

const CUE = plainCue('minimum');
/** From the start of a cue to the question about it, ms beyond its own length. */
const ASK_AFTER_MS = 500;
const WAIT_MS = 2_000;

/** @param settle gets the form of the motor that page and helper use from now on */
export function testHelper(screen: TestScreen, style: CueStyle, settle: (motor: MotorForm) => void): void {
  const { layout } = screen;
  const other: CueStyle = { ...style, motor: otherForm(style.motor) };

  function ask(words: Phrase, felt: () => void, missed: () => void): void {
    screen.fresh(words);
    screen.choices(layout.answers, ['feel.felt', felt], ['feel.missed', missed]);
  }

  function askHelper(how: CueStyle, felt: () => void, missed: () => void): void {
    screen.tell(phrase('feel.helper'));
    if (!startHelperTrial(how)) {
      settle(style.motor);
      return;
    }
    const answered = (next: () => void) => () => {
      stopHelperTrial();
      next();
    };
    screen.after(HELPER_TRIAL_AFTER_MS + patternMs(CUE, how) + ASK_AFTER_MS, () =>
      ask(phrase('feel.helper'), answered(felt), answered(missed)),
    );
  }

  function askPage(): void {
    screen.tell(phrase('feel.wait'));
    screen.after(WAIT_MS, () => {
      screen.play(CUE, other);
      ask(phrase('feel.family'), () => settle(other.motor), tellNone);
    });
  }

  function tellNone(): void {
    screen.fresh(phrase('feel.helper.none'));
    screen.buttons(layout.answers, ['help.next', () => settle(style.motor)]);
  }

  askHelper(
    style,
    () => settle(style.motor),
    () => askHelper(other, askPage, tellNone),
  );
}
