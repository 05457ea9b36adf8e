/**
 * The feel test, done lying down as in a session. It teaches the cues in the order of a session, then plays them shuffled and
 * asks: stay or move? and was all of it felt? What was not felt leads to stronger cues, the other wrist, then the other form of
 * the motor. At the end the helper, if there is one, plays a cue too.
 */
import { setPageBrightTime } from '@zos/display';
import { widget } from '@zos/ui';
import {
  type CueAnswer,
  feelTestResult,
  feltCues,
  isRoundOver,
  nextRemedy,
  otherForm,
  type Remedy,
  shuffledCues,
  strongerThan,
} from '../../utils/core/cue/feel-test.ts';
import { type Cue, type CueStyle, patternMs, pulsesOf } from '../../utils/core/cue/vocabulary.ts';
import { pulseBoxes } from '../../utils/core/layout/session-layout.ts';
import { type Phrase, phrase } from '../../utils/core/text/phrase.ts';
import type { WatchKey } from '../../utils/core/text/watch-en.ts';
import { FEEL_TEST_STEP } from '../../utils/core/view/first-run.ts';
import { createCuePlayer } from '../../utils/run/cue-player.ts';
import { changePreferences, loadPreferences, newestPreferences } from '../../utils/run/preferences.ts';
import { appContext } from '../../utils/zos/app-context.ts';
import { createMotor } from '../../utils/zos/haptics.ts';
import { isFlag, oneOf, open, optional, type RouteTo } from '../../utils/zos/routes.ts';
import { TEXT, toneColours } from '../widgets/colours.ts';
import { definePage } from '../widgets/define-page.ts';
import { keepFirstRunStep, openFirstRunStep } from '../widgets/first-run.ts';
import {
  type ButtonKind,
  buttonPart,
  evenParagraphPart,
  makeWidget,
  openScreen,
  textPart,
  type Widget,
} from '../widgets/parts.ts';
import { drawProgress } from '../widgets/progress-dots.ts';
import { createRemover } from '../widgets/remover.ts';
import { testHelper } from './helper-test.ts';
import { feelTestLayout } from './layout.ts';

/** Lying down and listening takes time; nobody should have to lift a hand to keep the screen on. */
const BRIGHT_MS = 120_000;
/** From an answer to the next cue, ms; longer each time, so that it cannot be guessed. */
const WAIT_MS = 2_000;
const MORE_MS = 500;
/** From the end of a cue that is taught to the next one, ms. */
const TEACH_GAP_MS = 2_000;

let release = (): void => {};

function draw({ asks, isOnTop = false }: RouteTo<'feel-test'>): void {
  const { clock, report, store } = appContext();
  const screen = openScreen();
  const layout = feelTestLayout(screen);
  const glass = { x: 0, y: 0, w: screen.widthPx, h: screen.heightPx };
  const newest = newestPreferences(store, report);
  let style: CueStyle = { strength: newest.strength, motor: newest.motor };
  const player = createCuePlayer(clock, createMotor(clock, report), style.motor);
  const remover = createRemover(clock);
  let shown: Widget | null = null;
  let cancel = (): void => {};
  let hasChangedWrist = false;
  release = () => {
    cancel();
    remover.release();
  };

  /** A fresh screen, with a line of words. */
  function fresh(words: Phrase | null, line = layout.note): void {
    if (shown !== null) remover.remove(shown);
    shown = makeWidget(widget.GROUP, glass);
    if (words !== null) textPart(line, TEXT, words, shown);
    setPageBrightTime({ brightTime: BRIGHT_MS });
  }

  /** A screen with nothing to answer. */
  function tell(words: Phrase): void {
    fresh(words, layout.alone);
  }

  type Lines = typeof layout.ways | typeof layout.answers;

  function row(first: ButtonKind, lines: Lines, all: readonly [WatchKey, () => void][]): void {
    all.forEach(([key, act], at) => {
      const line = lines[at];
      if (line !== undefined && shown !== null)
        buttonPart(line, at === 0 ? first : 'plain', phrase(key), act, shown);
    });
  }

  /** The first is what the wearer is led to. */
  function buttons(lines: Lines, ...all: readonly [WatchKey, () => void][]): void {
    row('go', lines, all);
  }

  /** Answers of which none may look like the right one. */
  function choices(lines: Lines, ...all: readonly [WatchKey, () => void][]): void {
    row('plain', lines, all);
  }

  function after(delayMs: number, run: () => void): void {
    cancel();
    cancel = clock.after(delayMs, run);
  }

  function play(cue: Cue, how = style): void {
    player.play(cue, how);
    // Its question comes alone.
    player.dropRepeat();
  }

  function intro(): void {
    fresh(null);
    if (shown === null) return;
    textPart(layout.title, TEXT, phrase('feel.title'), shown);
    const isHelperAlone = asks === 'helper';
    evenParagraphPart(layout.words, TEXT, phrase(isHelperAlone ? 'feel.helper.intro' : 'feel.intro'), shown);
    const begin = (): void => (isHelperAlone ? askHelper() : teach(0));
    buttons(layout.answers, ['feel.start', begin], ['feel.later', leave]);
  }

  function teach(at: number): void {
    const cue = feltCues[at];
    if (cue === undefined) {
      startRound();
      return;
    }
    tell(meaning(cue));
    const color = toneColours[cue.to === null ? 'hold' : 'position'];
    for (const box of pulseBoxes(screen, pulsesOf(cue, style)))
      makeWidget(widget.FILL_RECT, { ...box, radius: box.h / 2, color }, shown as Widget);
    play(cue);
    after(patternMs(cue, style) + TEACH_GAP_MS, () => teach(at + 1));
  }

  function startRound(): void {
    waitFor(shuffledCues(clock.nowMs()), []);
  }

  function waitFor(cues: readonly Cue[], answers: readonly CueAnswer[]): void {
    const cue = cues[answers.length];
    if (cue === undefined || isRoundOver(answers)) {
      tellResult(answers);
      return;
    }
    const answer = (takenFor: CueAnswer['takenFor'], isWhole: boolean) => () =>
      waitFor(cues, [...answers, { cue, takenFor, isWhole }]);
    const askWhole = (takenFor: 'stay' | 'move') => () => {
      fresh(phrase('feel.meant', meaning(cue)));
      choices(
        layout.answers,
        ['feel.felt', answer(takenFor, true)],
        ['feel.missed', answer(takenFor, false)],
      );
    };
    tell(phrase('feel.wait'));
    after(WAIT_MS + answers.length * MORE_MS, () => {
      play(cue);
      fresh(phrase('feel.family'));
      choices(
        layout.ways,
        ['feel.stay', askWhole('stay')],
        ['feel.move', askWhole('move')],
        ['feel.nothing', answer(null, false)],
      );
    });
  }

  function tellResult(answers: readonly CueAnswer[]): void {
    const { felt } = feelTestResult(answers);
    const remedy = nextRemedy(answers, style, hasChangedWrist);
    if (remedy === null) {
      fresh(phrase('feel.all', felt));
      buttons(layout.answers, ['help.next', askHelper]);
      return;
    }
    fresh(remedy === 'learn' ? phrase('feel.mixed') : phrase('feel.some', felt, feltCues.length));
    buttons(
      layout.ways,
      [`feel.${remedy}`, () => apply(remedy)],
      ['feel.again', startRound],
      ['feel.done', leave],
    );
  }

  function apply(remedy: Remedy): void {
    if (remedy === 'learn') {
      teach(0);
      return;
    }
    if (remedy === 'stronger') style = { ...style, strength: strongerThan(style.strength) };
    if (remedy === 'other-form') style = { ...style, motor: otherForm(style.motor) };
    hasChangedWrist = remedy === 'other-wrist';
    changePreferences(store, { strength: style.strength, motor: style.motor });
    startRound();
  }

  /** A helper that nobody feels is none: it plays a cue too, if the wearer has allowed it. */
  function askHelper(): void {
    if (loadPreferences(store, report).helper !== 'allowed') {
      leave();
      return;
    }
    testHelper({ fresh, tell, buttons, choices, after, play, layout }, style, (motor) => {
      changePreferences(store, { motor });
      leave();
    });
  }

  function leave(): void {
    if (asks === 'first-run') {
      openFirstRunStep('cue-card');
      return;
    }
    if (asks === 'helper') keepFirstRunStep(null);
    open({ page: 'apply-preferences', isOnTop });
  }

  if (asks === 'first-run') drawProgress(FEEL_TEST_STEP);
  intro();
}

function meaning(cue: Cue): Phrase {
  return phrase(`cue.${cue.to || cue.name}` as WatchKey);
}

const CHECKS = { asks: optional(oneOf('first-run', 'helper')), isOnTop: optional(isFlag) };

definePage('feel-test', CHECKS, draw, { onDestroy: () => release() });
