/** P2, P3, P13: what an alarm, a vibration and the brightness do when the app has ended. */
import { set } from '@zos/alarm';
import {
  getAutoBrightness,
  getBrightness,
  setAutoBrightness,
  setBrightness,
  setScreenOff,
  setWakeUpRelaunch,
} from '@zos/display';
import { rmSync } from '@zos/fs';
import { exit } from '@zos/router';
import { createFiles } from '../../../../../utils/zos/files.ts';
import { buzzes } from '../../core/buzzes.ts';
import type { ProbeStep, Stage } from '../stage.ts';
import { play } from './groups.ts';

const ALARM_S = 20;
const IN_TIME_MS = 3_000;
const EXIT_MS = 1_000;
const DIM_PERCENT = 20;

/** Services that an alarm starts with the page gone, how long before the page's own alarm, and what each leaves behind. */
const WOKEN = [
  { check: 'P2c', url: 'app-service/alarm-listed', beforeS: 7, file: 'woken-listed' },
  { check: 'P2d', url: 'app-service/alarm-event', beforeS: 4, file: 'woken-event' },
] as const;

function answerWoken(stage: Stage): void {
  for (const { check, file } of WOKEN) stage.answer(check, files.isThere(file));
}

const files = createFiles();

export const alarmStep: ProbeStep = {
  begin(stage) {
    const dueMs = (Math.ceil(stage.nowMs() / 1000) + ALARM_S) * 1000;
    setWakeUpRelaunch(false);
    const id = set({ url: 'page/index.page', time: dueMs / 1000, param: 'alarm' });
    if (id === 0) throw new Error('the alarm was refused');
    for (const { url, beforeS, file } of WOKEN) {
      rmSync({ path: file });
      set({ url, time: dueMs / 1000 - beforeS });
    }
    stage.keep({ dueMs });
    stage.show('Dark now. Leave it alone. If nothing has come within a minute, open this app.');
    setScreenOff();
  },
  back(stage) {
    const lateMs = stage.nowMs() - Number(stage.note().dueMs);
    if (stage.launchedBy === 'alarm') {
      answerWoken(stage);
      stage.answer('P2a', true, { lateMs });
      stage.settle('P2b', lateMs <= IN_TIME_MS, { lateMs });
    } else if (lateMs < 0) stage.again('That was before the alarm. Begin again, and leave it alone.');
    else {
      answerWoken(stage);
      stage.settle('P2a', false, { openedAfterMs: lateMs });
    }
  },
};

export const exitBuzzStep: ProbeStep = {
  begin(stage) {
    stage.keep({ atMs: stage.nowMs() });
    stage.show('Six buzzes begin, and the app closes. Then open it again.');
    play((types) => buzzes(types, 6, 500, 500));
    stage.after(EXIT_MS, exit);
  },
  back: (stage) => stage.ask('Did it go on buzzing after the app had closed?', 'P3a'),
};

export const brightnessStep: ProbeStep = {
  begin(stage) {
    const was = getBrightness();
    stage.keep({ was, isAuto: getAutoBrightness() ? 1 : 0 });
    stage.show('Darker now, and the app closes. Then open it again.');
    setAutoBrightness({ autoBright: false });
    setBrightness({ brightness: DIM_PERCENT });
    stage.after(EXIT_MS, exit);
  },
  back(stage) {
    const now = getBrightness();
    const { isAuto, was } = stage.note();
    setBrightness({ brightness: Number(was) });
    setAutoBrightness({ autoBright: isAuto === 1 });
    stage.settle('P13a', now === DIM_PERCENT, { set: DIM_PERCENT, found: now, before: was as number });
  },
};
