/** P5, P6: a call, and do-not-disturb. */
import { Screen } from '@zos/sensor';
import { getSystemMode } from '@zos/settings';
import { buzzes } from '../../core/buzzes.ts';
import type { ProbeStep, Stage } from '../stage.ts';
import { play } from './groups.ts';

const SCREEN_ON = 1;

export const callStep: ProbeStep = {
  begin(stage) {
    stage.keep({ pauses: 0, resumes: 0 });
    stage.order(
      'Let the paired phone be called. Let it ring 5 s, decline on the watch, then press Done.',
      () => {
        const { pauses, resumes, state } = stage.note() as Readonly<Record<string, number>>;
        stage.answer('P5a', (pauses ?? 0) > 0 && (resumes ?? 0) > 0, stage.note());
        stage.settle('P5b', state === undefined ? null : state === SCREEN_ON);
      },
    );
  },
  pause(stage) {
    stage.keep({ pauses: Number(stage.note().pauses) + 1, state: new Screen().getStatus() });
  },
  resume: (stage) => stage.keep({ resumes: Number(stage.note().resumes) + 1 }),
};

function askMode(stage: Stage, lead: string): void {
  stage.order(
    `${lead}Switch on do-not-disturb (pull down from the watch face), come back, press Done.`,
    () => {
      if (getSystemMode().DND === true) buzzQuietly(stage);
      else askMode(stage, 'The watch says that it is off. ');
    },
  );
}

function buzzQuietly(stage: Stage): void {
  play((types) => buzzes(types, 3, 500, 300));
  stage.ask('Did you feel it buzz?', 'P6a', () => {
    stage.keep({ phase: 'felt' });
    askLoud(stage);
  });
}

/** Left on, it would answer later questions in the wrong way. */
function askLoud(stage: Stage): void {
  stage.order('Switch do-not-disturb off again, come back, press Done.', () => {
    if (getSystemMode().DND === true) askLoud(stage);
    else stage.done();
  });
}

export const quietStep: ProbeStep = {
  begin: (stage) => askMode(stage, ''),
  back(stage) {
    if (stage.note().phase === 'felt') askLoud(stage);
    else askMode(stage, '');
  },
};
