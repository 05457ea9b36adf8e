/**
 * The cue test, done lying as one will lie: each cue is played blind and scored by the wearer; its meaning is told after
 * the answer. A missed cue brings advice: a tighter strap or the other wrist, stronger cues.
 */

import { setPageBrightTime } from '@zos/display';
import { prop, widget } from '@zos/ui';
import { feltCues } from '../../utils/core/cue/felt-cues.ts';
import type { Line } from '../../utils/core/layout/screen.ts';
import { type Phrase, phrase } from '../../utils/core/text/phrase.ts';
import type { WatchKey } from '../../utils/core/text/watch-en.ts';
import { createCuePlayer } from '../../utils/run/cue-player.ts';
import { changePreferences, newestPreferences } from '../../utils/run/preferences.ts';
import { appContext } from '../../utils/zos/app-context.ts';
import { createMotor } from '../../utils/zos/haptics.ts';
import { isFlag, open, optional, type RouteTo } from '../../utils/zos/routes.ts';
import { TEXT } from '../widgets/colours.ts';
import { definePage } from '../widgets/define-page.ts';
import {
  type ButtonKind,
  buttonPart,
  makeWidget,
  openScreen,
  paragraphPart,
  textPart,
  type Widget,
} from '../widgets/parts.ts';
import { cueTestLayout } from './layout.ts';

/** Lying down and listening takes time; nobody should have to lift a hand to keep the screen on. */
const BRIGHT_MS = 120_000;
/** From an answer to the next cue, ms; longer each time, so that it cannot be guessed. */
const WAIT_MS = 2_500;
const MORE_MS = 600;

let group: Widget | null = null;
/** Takes back the cue that is waited for; what the motor runs ends by itself. */
let cancel = (): void => {};

function draw({ isFirstRun }: RouteTo<'cue-test'>): void {
  const { clock, report, store } = appContext();
  const screen = openScreen();
  setPageBrightTime({ brightTime: BRIGHT_MS });
  const layout = cueTestLayout(screen);
  const glass = { x: 0, y: 0, w: screen.widthPx, h: screen.heightPx };
  const newest = newestPreferences(store, report);
  const haptics = createCuePlayer(clock, createMotor(clock, report), newest.motor);
  let { strength } = newest;
  const cues = feltCues;
  let felt = 0;

  /** A fresh face: the old one is only hidden, because its button may be the one that asks. */
  function fresh(): Widget {
    if (group !== null) group.setProperty(prop.VISIBLE, false);
    group = makeWidget(widget.GROUP, glass);
    return group;
  }

  function button(line: Line, kind: ButtonKind, text: Phrase, act: () => void): void {
    if (group !== null) buttonPart(line, kind, text, act, group);
  }

  function intro(): void {
    const made = fresh();
    textPart(layout.title, TEXT, phrase('feel.title'), made);
    paragraphPart(layout.words, TEXT, phrase('feel.intro', cues.length), made);
    button(layout.answers[0], 'go', phrase('feel.start'), () => wait(0));
    button(layout.answers[1], 'plain', phrase('feel.later'), leave);
  }

  /** @param at the cue that comes next; what the one before it meant is told now */
  function wait(at: number): void {
    const made = fresh();
    const next = cues[at];
    const before = cues[at - 1];
    if (at === 0) felt = 0;
    if (next === undefined) {
      score(made);
      return;
    }
    if (before !== undefined) {
      const meaning = phrase(`cue.${before.to || before.name}` as WatchKey);
      textPart(layout.note, TEXT, phrase('feel.meant', meaning), made);
    }
    textPart(layout.answers[0], TEXT, phrase('feel.wait'), made);
    cancel = clock.after(WAIT_MS + at * MORE_MS, () => {
      haptics.play(next, { strength, motor: newest.motor });
      haptics.dropRepeat();
      fresh();
      button(layout.answers[0], 'go', phrase('feel.felt'), () => {
        felt++;
        wait(at + 1);
      });
      button(layout.answers[1], 'plain', phrase('feel.missed'), () => wait(at + 1));
    });
  }

  function score(made: Widget): void {
    if (felt === cues.length) {
      textPart(layout.note, TEXT, phrase('feel.all', felt), made);
      button(layout.answers[0], 'go', phrase('help.next'), leave);
      return;
    }
    textPart(layout.title, TEXT, phrase('feel.some', felt, cues.length), made);
    textPart(layout.note, TEXT, phrase('feel.advice'), made);
    const ways = layout.ways;
    button(ways[0], 'plain', phrase('feel.stronger'), () => {
      strength = strength === 'gentle' ? 'normal' : 'strong';
      changePreferences(store, { strength });
      wait(0);
    });
    button(ways[1], 'plain', phrase('feel.again'), () => wait(0));
    button(ways[2], 'go', phrase('feel.done'), leave);
  }

  function leave(): void {
    open(isFirstRun ? { page: 'welcome', step: 'first-tip' } : { page: 'apply-preferences' });
  }

  intro();
}

definePage('cue-test', { isFirstRun: optional(isFlag) }, draw, { onDestroy: () => cancel() });
