/** P9, P14, P15: wrist, accelerometer, battery, and what keeps the screen on. */
import {
  pauseDropWristScreenOff,
  pausePalmScreenOff,
  resetDropWristScreenOff,
  resetPalmScreenOff,
} from '@zos/display';
import { onWristMotion, WRIST_MOTION_FLIP } from '@zos/interaction';
import { exit } from '@zos/router';
import { Accelerometer, Battery, FREQ_MODE_HIGH, FREQ_MODE_LOW, FREQ_MODE_NORMAL } from '@zos/sensor';
import type { ProbeStep, Stage } from '../stage.ts';

const MEASURED_MS = 2_000;
const ENOUGH_PER_S = 20;
/** Shorter, the battery's whole percents say nothing. */
const LEAST_MIN = 5;
const MOST_PERCENT = 5;
const SESSION_MIN = 15;

function rate(stage: Stage, mode: number, then: (perS: number) => void): void {
  const meter = new Accelerometer();
  let count = 0;
  const hear = (): void => {
    count++;
  };
  meter.setFreqMode(mode as never);
  meter.onChange(hear);
  meter.start();
  stage.after(MEASURED_MS, () => {
    meter.offChange(hear);
    meter.stop();
    then(Math.round((count * 1000) / MEASURED_MS));
  });
}

function rates(stage: Stage): void {
  resetDropWristScreenOff();
  stage.show('Keep still for 6 s.');
  rate(stage, FREQ_MODE_LOW, (low) =>
    rate(stage, FREQ_MODE_NORMAL, (normal) =>
      rate(stage, FREQ_MODE_HIGH, (high) => {
        stage.settle('P9b', high >= ENOUGH_PER_S, { low, normal, high });
      }),
    ),
  );
}

export const motionStep: ProbeStep = {
  begin(stage) {
    let flips = 0;
    let others = 0;
    pauseDropWristScreenOff({ duration: 0 });
    onWristMotion({
      callback: ({ motion }) => {
        if (motion === WRIST_MOTION_FLIP) flips++;
        else others++;
      },
    });
    stage.order('Turn your wrist over and back, twice, then press Done.', () => {
      stage.answer('P9a', flips > 0, { flips, others });
      rates(stage);
    });
  },
};

export const batteryStep: ProbeStep = {
  begin(stage) {
    const minutes = (stage.nowMs() - stage.beganAtMs) / 60_000;
    const percent = stage.beganPercent - new Battery().getCurrent();
    const inSession = (percent / minutes) * SESSION_MIN;
    const values = { minutes: Math.round(minutes), percent };
    stage.settle('P14a', minutes < LEAST_MIN || percent < 0 ? null : inSession <= MOST_PERCENT, values);
  },
};

function askStayed(stage: Stage): void {
  const leave = (): void => {
    stage.keep({ phase: 'exit' });
    stage.show(
      'The app closes now. Then lower your arm and see whether the screen goes dark. Then open this app.',
    );
    pauseDropWristScreenOff({ duration: 0 });
    stage.after(4_000, exit);
  };
  stage.ask(
    'Lower your arm for 5 s, then cover the glass with your palm for 3 s. Did the screen stay on?',
    'P15a',
    leave,
    'It stayed on',
    'It went dark',
  );
}

export const keptOnStep: ProbeStep = {
  begin(stage) {
    pauseDropWristScreenOff({ duration: 0 });
    pausePalmScreenOff({ duration: 0 });
    stage.keep({ phase: 'stay' });
    askStayed(stage);
  },
  back(stage) {
    if (stage.note().phase === 'stay') {
      askStayed(stage);
      return;
    }
    resetDropWristScreenOff();
    resetPalmScreenOff();
    stage.ask(
      'With the app closed, did the screen go dark as you lowered your arm?',
      'P15b',
      stage.done,
      'It went dark',
      'It stayed on',
    );
  },
};
