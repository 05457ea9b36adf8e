/** P1: what becomes of timers, motor and page when the screen goes dark. */
import { setScreenOff, setWakeUpRelaunch } from '@zos/display';
import { Screen } from '@zos/sensor';
import { buzzes } from '../../core/buzzes.ts';
import type { ProbeStep, Stage } from '../stage.ts';
import { play } from './groups.ts';

/** The claims that this question tests, by their ids in `core/questions.ts` and `docs/evidence.md`. */
const TIMERS_STOP = 'P1a';
const BUZZING_GOES_ON = 'P1b';
const PAGE_ENDS = 'P1c';
const APP_COMES_BACK = 'P1d';
const PAGE_IS_TOLD_ITS_END = 'P1e';
const SCREEN_SAYS_OFF = 'P1f';

const TICK_MS = 500;
/** After the screen goes dark, the system should end the page at 10 s. Ticks are counted up to a little later than that. */
const TICKS_COUNT_FOR_MS = 12_000;
/** A page that is still there at this time has survived. */
const SURVIVED_MS = 15_000;
/** If the last tick before the end of the page came sooner than this, its timers had stopped. */
const TIMERS_STOPPED_BEFORE_MS = 2_000;
/** The status of a screen that is off, as `Screen.getStatus` gives it. */
const SCREEN_OFF = 2;

/** @param isSamePage the page has survived; otherwise a new one has been opened */
function finish(stage: Stage, isSamePage: boolean): void {
  const { darkAtMs = 0, lastMs = 0, leftMs = 0, ticks = 0, state } = numbersOf(stage);
  const wasToldItsEnd = leftMs > 0;
  const values = { ticks, lastTickMs: lastMs - darkAtMs, endedMs: wasToldItsEnd ? leftMs - darkAtMs : -1 };
  // Half of the ticks that a running timer gives.
  const fewTicks = TICKS_COUNT_FOR_MS / TICK_MS / 2;
  const timersStopped = isSamePage ? ticks < fewTicks : lastMs - darkAtMs < TIMERS_STOPPED_BEFORE_MS;
  stage.answer(PAGE_ENDS, !isSamePage, values);
  stage.answer(TIMERS_STOP, timersStopped, values);
  stage.answer(PAGE_IS_TOLD_ITS_END, isSamePage ? null : wasToldItsEnd, values);
  if (state === undefined) stage.answer(SCREEN_SAYS_OFF, null, {});
  else stage.answer(SCREEN_SAYS_OFF, state === SCREEN_OFF, { state });
  stage.keep({ phase: 'felt', isSamePage: isSamePage ? 1 : 0 });
  askFelt(stage);
}

/** What has been kept of this question, its numbers alone. */
function numbersOf(stage: Stage): Readonly<Record<string, number>> {
  return stage.note() as Readonly<Record<string, number>>;
}

function askFelt(stage: Stage): void {
  stage.ask('Did it go on buzzing after the screen had gone dark?', BUZZING_GOES_ON, () => {
    if (stage.note().isSamePage === 1) stage.done();
    else
      stage.ask(
        'Did this page come back by itself as you woke the watch?',
        APP_COMES_BACK,
        stage.done,
        'Yes, itself',
        'No, I opened it',
      );
  });
}

export const darkStep: ProbeStep = {
  begin(stage) {
    setWakeUpRelaunch(true);
    const now = stage.nowMs();
    stage.keep({ phase: 'dark', darkAtMs: now, lastMs: now, ticks: 0 });
    stage.show('Dark now. Keep still, count to 20, then wake it with a key.');
    let isOver = false;
    stage.every(TICK_MS, () => {
      const sinceMs = stage.nowMs() - now;
      if (isOver) return;
      if (sinceMs < TICKS_COUNT_FOR_MS) {
        stage.keep({ lastMs: stage.nowMs(), ticks: (numbersOf(stage).ticks ?? 0) + 1 });
      } else if (sinceMs > SURVIVED_MS) {
        isOver = true;
        finish(stage, true);
      }
    });
    play((types) => buzzes(types, 5, 400, 600));
    setScreenOff();
  },
  back(stage) {
    if (stage.note().phase === 'felt') askFelt(stage);
    else finish(stage, false);
  },
  pause(stage) {
    if (stage.note().phase === 'dark') stage.keep({ state: new Screen().getStatus() });
  },
  leave(stage) {
    if (stage.note().phase === 'dark') stage.keep({ leftMs: stage.nowMs() });
  },
};
