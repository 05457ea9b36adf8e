/** P19: what a background service can do while the screen is lit, and while it is dark. */
import { getAllAppServices } from '@zos/app-service';
import { setScreenOff, setWakeUpRelaunch } from '@zos/display';
import { rmSync } from '@zos/fs';
import { createSysTimer } from '@zos/timer';
import { asciiBytes, asciiText } from '../../../../../utils/core/base/bytes.ts';
import { createFiles } from '../../../../../utils/zos/files.ts';
import { type HelperNote, readHelperNote } from '../../core/helper-note.ts';
import type { ProbeStep, Stage } from '../stage.ts';
import { isStarted, restartPulse, startPulse, stopPulse } from './consent.ts';
import { askGroups } from './groups.ts';

const NAME = 'app-service/pulse';
/** The service's last group with the screen lit is over, ms after its start. */
const LIT_MS = 9_500;
/** After the service's last note, and after a page in the dark should have ended. */
const STILL_HERE_MS = 17_000;
/** Ticks of the service in the dark that prove that it goes on there, of 13. */
const ENOUGH_TICKS = 11;
/** As much of the system's list as is kept. */
const LIST_CHARACTERS = 120;

const files = createFiles();

/** The names that the system lists, with or without `.js`. */
function listed(): readonly string[] {
  return getAllAppServices().map(String);
}

function isPulse(name: string): boolean {
  return name.replace(/\.js$/, '') === NAME;
}

/** What the service has written. */
export function helperNote(): HelperNote {
  const bytes = files.read('pulse');
  return readHelperNote(bytes === null ? '' : asciiText(bytes));
}

function askLit(stage: Stage): void {
  askGroups(stage, '', 'P19e', 'P19f', () => goDark(stage));
}

function goDark(stage: Stage): void {
  const told = String(stage.nowMs());
  files.write('told', asciiBytes(told));
  // A service that runs should get this as an event.
  const again = startPulse('dark');
  stage.keep({ phase: 'dark', told, again: Number(again) });
  stage.show('Dark now. Keep still and count to 20. Then wake the watch; open this app if it is gone.');
  setWakeUpRelaunch(true);
  setScreenOff();
  // Comes about only where the system has not ended the page: at once as the watch wakes, or in the dark.
  stage.after(STILL_HERE_MS, () => finish(stage));
}

function finish(stage: Stage): void {
  const { darkTicks, events, states, told } = helperNote();
  const { startCode = -1, again = -1, told: given = '', list = '' } = stage.note();
  stage.answer('P19a', darkTicks >= ENOUGH_TICKS, { darkTicks, states, startCode });
  stage.answer('P19d', darkTicks === 0 ? null : events > 0, { events, again });
  stage.answer('P19j', darkTicks === 0 ? null : told === given);
  stopPulse();
  stage.after(1_000, () => {
    const names: string[] = JSON.parse(String(list));
    const wasListed = names.some(isPulse);
    const after = JSON.stringify(listed()).slice(0, LIST_CHARACTERS);
    stage.answer('P19b', wasListed && !listed().some(isPulse), { list, after });
    stage.answer('P19c', wasListed ? names.indexOf(NAME) >= 0 : null);
    if (darkTicks >= ENOUGH_TICKS) askDark(stage);
    else stage.done();
  });
}

function askDark(stage: Stage): void {
  askGroups(stage, 'In the dark: ', 'P19g', 'P19h', () =>
    stage.ask('In the dark: one long buzz after those?', 'P19i'),
  );
}

export const helperStep: ProbeStep = {
  begin(stage) {
    if (typeof createSysTimer !== 'function') {
      // Below API 4.0 a service has no timers of its own.
      stage.done();
      return;
    }
    rmSync({ path: 'pulse' });
    stage.keep({ phase: 'lit' });
    stage.show('Count the buzzes of the service.');
    restartPulse(stage, 'felt', (code) => {
      stage.keep({ startCode: Number(code) });
      if (!isStarted(code)) {
        stage.done();
        return;
      }
      stage.after(1_000, () => stage.keep({ list: JSON.stringify(listed().slice(0, 4)) }));
      stage.after(LIT_MS, () => askLit(stage));
    });
  },
  back(stage) {
    if (stage.note().phase === 'dark') finish(stage);
    else stage.again('The app was closed. Begin again?');
  },
};
