/** P5, P6, P17: what a person lets happen or feels while the page is there. */
import * as sensor from '@zos/sensor';
import { getSystemMode } from '@zos/settings';
import { pulses, type Stage, type Step } from '../stage.ts';

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

export const callStep: Step = {
  begin(stage) {
    stage.keep({ pauses: 0, resumes: 0 });
    stage.translate(
      'Let the paired phone be called. Let it ring 5 s, decline on the watch, then press Done.',
      [
        'Done',
        () => {
          const { pauses, resumes } = stage.note() as Readonly<Record<string, number>>;
          stage.answer('P5a', (pauses ?? 0) > 0 && (resumes ?? 0) > 0, stage.note());
          stage.done();
        },
      ],
    );
  },
  pause: (stage) => stage.keep({ pauses: Number(stage.note().pauses) + 1 }),
  resume: (stage) => stage.keep({ resumes: Number(stage.note().resumes) + 1 }),
};

function askMode(stage: Stage, lead: string): void {
  stage.translate(`${lead}Switch on do-not-disturb (pull down from the watch face), come back, press Done.`, [
    'Done',
    () => {
      if (getSystemMode().DND === true) buzzQuietly(stage);
      else askMode(stage, 'The watch says that it is off. ');
    },
  ]);
}

function buzzQuietly(stage: Stage): void {
  const vibrator = new sensor.Vibrator();
  vibrator.stop();
  vibrator.start(pulses(vibrator.getType(), 3, 500, 300));
  const felt = (holds: boolean): void => {
    stage.answer('P6a', holds);
    stage.keep({ phase: 'felt' });
    askLoud(stage);
  };
  stage.translate('Did you feel it buzz?', ['Yes', () => felt(true)], ['No', () => felt(false)]);
}

/** Left on, it would answer later questions in the wrong way. */
function askLoud(stage: Stage): void {
  stage.translate('Switch do-not-disturb off again, come back, press Done.', [
    'Done',
    () => {
      if (getSystemMode().DND === true) askLoud(stage);
      else stage.done();
    },
  ]);
}

export const quietStep: Step = {
  begin: (stage) => askMode(stage, ''),
  back(stage) {
    if (stage.note().phase === 'felt') askLoud(stage);
    else askMode(stage, '');
  },
};

export const patternStep: Step = {
  begin(stage) {
    const found: Record<string, number> = {};
    let asDocumented = true;
    for (const name of Object.keys(DOCUMENTED)) {
      const value = Number((sensor as unknown as Readonly<Record<string, unknown>>)[name]);
      found[name.replace('VIBRATOR_SCENE_', '')] = value;
      if (value !== DOCUMENTED[name]) asDocumented = false;
    }
    stage.answer('P17a', asDocumented, found);
    const vibrator = new sensor.Vibrator();
    const types = vibrator.getType();
    vibrator.stop();
    vibrator.start(pulses(types, 4, 300, 300));
    const felt = (holds: boolean): void => {
      stage.answer('P17b', holds, types as never);
      stage.done();
    };
    stage.translate(
      'How many buzzes of one length did you feel?',
      ['Four', () => felt(true)],
      ['Another', () => felt(false)],
    );
  },
};
