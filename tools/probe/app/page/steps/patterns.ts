/** P17: how long a pattern may be, what numbers the scenes have, and which form of `setMode` the watch takes. */
import * as sensor from '@zos/sensor';
import { elevenEntries, sixEntries } from '../../core/buzzes.ts';
import type { ProbeStep, Stage } from '../stage.ts';
import { askGroups, ELEVEN_AFTER_MS, GROUPS_MS, play } from './groups.ts';

/** Numbers of the 1.0 documents. */
const DOCUMENTED: Readonly<Record<string, number>> = {
  VIBRATOR_SCENE_SHORT_LIGHT: 23,
  VIBRATOR_SCENE_SHORT_MIDDLE: 24,
  VIBRATOR_SCENE_SHORT_STRONG: 25,
  VIBRATOR_SCENE_DURATION: 28,
  VIBRATOR_SCENE_DURATION_LONG: 27,
  VIBRATOR_SCENE_STRONG_REMINDER: 9,
  VIBRATOR_SCENE_NOTIFICATION: 0,
  VIBRATOR_SCENE_CALL: 1,
  VIBRATOR_SCENE_TIMER: 5,
};

/** Longer than the long scene, which should end by itself before. */
const STOP_AFTER_MS = 1_500;

type Form = (vibrator: sensor.Vibrator) => void;

const SCENE = sensor.VIBRATOR_SCENE_DURATION_LONG;
const withNumber: Form = (vibrator) => vibrator.setMode(SCENE as never);
const withObject: Form = (vibrator) => vibrator.setMode({ mode: SCENE });

function compareNumbers(stage: Stage): void {
  const found: Record<string, number> = {};
  let asDocumented = true;
  for (const name of Object.keys(DOCUMENTED)) {
    const value = Number((sensor as unknown as Readonly<Record<string, unknown>>)[name]);
    found[name.replace('VIBRATOR_SCENE_', '')] = value;
    if (value !== DOCUMENTED[name]) asDocumented = false;
  }
  stage.answer('P17a', asDocumented, found);
}

/** Plays the long scene, set in one form. A form that throws is one that the watch does not take. */
function askForm(stage: Stage, check: string, setMode: Form, then: () => void): void {
  const vibrator = new sensor.Vibrator();
  vibrator.stop();
  try {
    setMode(vibrator);
    vibrator.start();
  } catch (thrown) {
    stage.answer(check, false, { threw: String(thrown).slice(0, 60) });
    then();
    return;
  }
  stage.after(STOP_AFTER_MS, () => vibrator.stop());
  stage.ask('Did you feel one long buzz?', check, then);
}

export const patternStep: ProbeStep = {
  begin(stage) {
    compareNumbers(stage);
    stage.show('Count the buzzes.');
    play(sixEntries);
    stage.after(ELEVEN_AFTER_MS, () => play(elevenEntries));
    stage.after(GROUPS_MS, () =>
      askGroups(stage, '', 'P17b', 'P17c', () =>
        askForm(stage, 'P17d', withNumber, () => askForm(stage, 'P17e', withObject, stage.done)),
      ),
    );
  },
};
