/** P4: how late timers are, and whether a service goes on with the screen dark. */
import { requestPermission } from '@zos/app';
import { getAllAppServices, start, stop } from '@zos/app-service';
import { setScreenOff, setWakeUpRelaunch } from '@zos/display';
import { readFileSync, rmSync } from '@zos/fs';
import { createSysTimer, stopTimer } from '@zos/timer';
import type { Stage, Step } from '../stage.ts';

const PERIOD_MS = 250;
const TICKS = 20;
/** A gap between two ticks beyond which a timer counts as late. */
const LONGEST_GAP_MS = 2 * PERIOD_MS;
const FILE = 'app-service/pulse';
const GRANTED: unknown = 2;
/** After the service's last note, and after a page in the dark should have ended. */
const STILL_HERE_MS = 13_000;
/** Ticks of the service in the dark that prove it, of about ten. */
const ENOUGH_TICKS = 6;

/** The longest time between two ticks of `begin`'s timer. */
function measure(stage: Stage, begin: (tick: () => void) => () => void, then: (gapMs: number) => void): void {
  let lastMs = stage.nowMs();
  let longestMs = 0;
  let ticks = 0;
  let isOver = false;
  const end = begin(() => {
    if (isOver) return;
    const now = stage.nowMs();
    longestMs = Math.max(longestMs, now - lastMs);
    lastMs = now;
    ticks++;
    if (ticks < TICKS) return;
    isOver = true;
    end();
    then(longestMs);
  });
}

function sysTimer(tick: () => void): () => void {
  const id = createSysTimer(true, PERIOD_MS, tick);
  return () => stopTimer(id);
}

function isListed(): boolean {
  return getAllAppServices().indexOf(FILE) >= 0;
}

function askConsent(stage: Stage): void {
  stage.translate('May this app run in the background? Allow it for this question.');
  const permissions = ['device:os.bg_service'];
  const answered = (isGranted: boolean): void => {
    if (isGranted) startService(stage);
    else stage.done();
  };
  const callback = ([state]: number[]): void => answered(state === GRANTED);
  // Granted already: the platform answers at once and does not call back.
  const code: unknown = requestPermission({ permissions, callback } as never);
  if (code === GRANTED) answered(true);
}

function startService(stage: Stage): void {
  rmSync({ path: 'pulse' });
  stage.keep({ phase: 'service' });
  const code: unknown = start({ file: FILE, reload: false, complete_func() {} } as never);
  stage.after(1_000, () => {
    stage.keep({ wasListed: isListed() ? 1 : 0, startCode: Number(code) });
    stage.translate(
      'Dark now. Keep still and count to 15. Then wake the watch; open this app if it is gone.',
    );
    setWakeUpRelaunch(true);
    setScreenOff();
    // Comes about only where the system has not ended the page: at once as the watch wakes, or in the dark.
    stage.after(STILL_HERE_MS, () => finish(stage));
  });
}

function finish(stage: Stage): void {
  const text: unknown = readFileSync({ path: 'pulse', options: { encoding: 'utf8' } } as never);
  const ticks = Number(typeof text === 'string' ? text : 0);
  stage.answer('P4b', ticks >= ENOUGH_TICKS, { ticks, startCode: Number(stage.note().startCode) });
  stop({ file: FILE, complete_func() {} } as never);
  stage.after(1_000, () => {
    const wasListed = stage.note().wasListed === 1;
    stage.answer('P4d', wasListed && !isListed(), { wasListed: wasListed ? 1 : 0 });
    if (ticks < ENOUGH_TICKS) {
      stage.done();
      return;
    }
    const felt = (holds: boolean): void => {
      stage.answer('P4c', holds);
      stage.done();
    };
    stage.translate(
      'Did the watch buzz while it was dark?',
      ['Yes', () => felt(true)],
      ['No', () => felt(false)],
    );
  });
}

export const timersStep: Step = {
  begin(stage) {
    stage.translate('Measuring for 10 s.');
    measure(
      stage,
      (tick) => stage.every(PERIOD_MS, tick),
      (longestGapMs) => {
        stage.answer('P4a', longestGapMs <= LONGEST_GAP_MS, { longestGapMs });
        if (typeof createSysTimer !== 'function') {
          stage.translate('This watch has no system timers.');
          stage.done();
          return;
        }
        measure(stage, sysTimer, (gapMs) => {
          stage.answer('P4e', gapMs <= LONGEST_GAP_MS, { longestGapMs: gapMs });
          askConsent(stage);
        });
      },
    );
  },
  back(stage) {
    if (stage.note().phase === 'service') finish(stage);
    else stage.again('The app was closed. Begin again?');
  },
};
