/** P20: what the watch says about its screen in the always-on display. */
import { setScreenOff, setWakeUpRelaunch } from '@zos/display';
import { rmSync } from '@zos/fs';
import { Screen } from '@zos/sensor';
import { createSysTimer } from '@zos/timer';
import type { ProbeStep, Stage } from '../stage.ts';
import { restartPulse, stopPulse } from './consent.ts';
import { helperNote } from './helper.ts';

const STILL_HERE_MS = 14_000;
const OFF = '2';

function askMode(stage: Stage, lead: string): void {
  stage.order(
    `${lead}Switch the always-on display on in the watch's settings, come back, press Done. If there is none, skip this.`,
    () => {
      if (new Screen().getAodMode()) goDark(stage);
      else askMode(stage, 'The watch says that it is off. ');
    },
  );
}

function goDark(stage: Stage): void {
  rmSync({ path: 'pulse' });
  stage.keep({ phase: 'dark' });
  stage.show('Always-on now. Count to 15, then wake the watch; open this app if it is gone.');
  setWakeUpRelaunch(true);
  const begin = (): void => {
    setScreenOff();
    stage.after(STILL_HERE_MS, () => finish(stage));
  };
  if (typeof createSysTimer === 'function') restartPulse(stage, 'state', begin);
  else begin();
}

function finish(stage: Stage): void {
  const { states } = helperNote();
  if (typeof createSysTimer === 'function') stopPulse();
  const { toldPage = '' } = stage.note();
  const all = `${toldPage}${states}`;
  stage.settle('P20a', all === '' ? null : all.split('').every((state) => state === OFF), {
    toldPage,
    toldService: states,
  });
}

export const alwaysOnStep: ProbeStep = {
  begin: (stage) => askMode(stage, ''),
  back(stage) {
    if (stage.note().phase === 'dark') finish(stage);
    else askMode(stage, '');
  },
  pause(stage) {
    if (stage.note().phase === 'dark') stage.keep({ toldPage: String(new Screen().getStatus()) });
  },
};
